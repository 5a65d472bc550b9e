import type { OperationOutline } from "../document/outline.ts";
import type { PrismInput, PrismOperation } from "./prism.ts";

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

/** A request that an operation of the document is for. Whether the document allows it is not known yet. */
export interface Call {
  readonly operation: PrismOperation;
  readonly outline: OperationOutline;
  readonly request: MockRequest;
  readonly input: PrismInput;
  /** Parameters in the path, decoded. */
  readonly path: ReadonlyMap<string, string>;
}
