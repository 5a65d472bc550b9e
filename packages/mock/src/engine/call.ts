import type { OperationOutline } from "../document/outline.ts";
import type { MockRequest } from "./message.ts";
import type { PrismInput, PrismOperation } from "./prism.ts";

/** A request that an operation of the document is for. Whether the document allows it is not known yet. */
export interface Call {
  readonly operation: PrismOperation;
  readonly outline: OperationOutline;
  readonly request: MockRequest;
  readonly input: PrismInput;
  /** Parameters in the path, decoded. */
  readonly path: ReadonlyMap<string, string>;
}
