import type { AnyReply } from "../engine/reply.ts";

/** The resources of a document. */
export interface State {
  /** What the document says there is: a resource, and the operations that make, change and show it. */
  readonly resources: readonly { readonly name: string; readonly operations: readonly string[] }[];
  /** Records as the examples have them; sessions share nothing. */
  session(): Session;
}

/** Records that calls create, change and delete. */
export interface Session {
  /** Undefined for an operation of no resource. */
  answer(request: StateRequest): AnyReply | undefined;
}

/** A valid request. */
export interface StateRequest {
  /** `operationId`, or method and path. */
  readonly operation: string;
  /** Parameters in the path, decoded. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** Parsed when it is JSON, else text; undefined when there is none. */
  readonly body: unknown;
}
