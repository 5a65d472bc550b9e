/*
 * What users of a mock see of requests and answers. Here, so that no type they get leads to Prism's: those are many, and
 * need settings of a compiler that not everybody has.
 */

/** A request, free of sockets. */
export interface MockRequest {
  /** In capitals. */
  readonly method: string;
  /** As sent: path and query, `/users/1/api_keys?o=2`. */
  readonly target: string;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** An answer, free of sockets. */
export interface MockResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** What the document does not allow in the request or in the answer. */
  readonly violations: readonly Violation[];
  /** `type` of the problem where the answer is not one of the document's. */
  readonly problem: string | undefined;
}

/** Something in a request or an answer that the document does not allow. */
export interface Violation {
  readonly in: "request" | "response";
  /** `["query", "limit"]`, `["body", "name"]`; empty when it concerns the whole. */
  readonly path: readonly string[];
  /** Keyword of JSON Schema (`maximum`), or a status (`401`, `415`). */
  readonly code: string;
  readonly message: string;
  readonly severity: "error" | "warning";
}
