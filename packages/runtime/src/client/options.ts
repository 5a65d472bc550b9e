/** A `fetch` of your own. It gets a finished `Request` and must not follow redirects: the client does. */
export type Fetch = (request: Request) => Promise<Response>;

/** Headers by name; `null` removes one that would be sent otherwise. */
export type HeaderOptions = { readonly [name: string]: string | null | undefined };

/** Options of a client. */
export interface ClientOptions {
  /**
   * Where the API is, instead of the server its document names: `https:`, or loopback for tests.
   *
   * @example "http://127.0.0.1:4010"
   */
  baseUrl?: string;
  /** Sends requests. Default: the platform's `fetch`. */
  fetch?: Fetch;
  /** Sent with every request. */
  headers?: HeaderOptions;
  /** Milliseconds for one attempt, until its body is read. Default 60,000; `Infinity` waits for ever. */
  timeoutMs?: number;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call with an `AbortError`. */
  signal?: AbortSignal;
  /** Sent in addition to the client's, and instead of those of the same name. */
  headers?: HeaderOptions;
  /** Sends the requests of this call. */
  fetch?: Fetch;
  /** Milliseconds for one attempt, until its body is read. */
  timeoutMs?: number;
}
