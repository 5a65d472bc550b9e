import type { JsonObject } from "../../load/index.ts";
import type { Json } from "../model.ts";

/**
 * Which way a value travels: what is `readOnly` need not be sent, and what is `writeOnly` does not come back. `both`
 * where that is not known, or makes no difference.
 */
export type Direction = "request" | "answer" | "both";

/** One document being brought into normal form. */
export interface Context {
  readonly root: JsonObject;
  /** OpenAPI 3.0, where nothing counts beside `$ref`. */
  readonly old: boolean;
  /** Within a call that the API makes. */
  readonly incoming: boolean;
  /**
   * What a reference stands for in the normal form: a reference to a named schema, or the schema itself where a name
   * would be longer than what it names.
   *
   * @param said - What stands beside the reference without adding to it.
   */
  refer(pointer: string, direction: Direction, said: JsonObject): Json;
  /** Normal forms of schemas that depend on nothing around them, by direction. */
  readonly known: Readonly<Record<Direction, Map<JsonObject, Json>>>;
}

/** The schemas that apply to the same value as the one being read: what they declare can be required here. */
export interface Scope {
  readonly schema: JsonObject;
  readonly outer: Scope | undefined;
}
