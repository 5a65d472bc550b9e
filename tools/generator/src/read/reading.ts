import type { JsonObject } from "../load/index.ts";
import type { Type } from "./model.ts";
import type { Names } from "./names.ts";

/** One document being read, in normal form: what every part of the reader needs, and what is read once and used often. */
export interface Reading {
  readonly root: JsonObject;
  readonly names: Names;
  /** Keys of routes by `operationId`. */
  readonly operationIds: ReadonlyMap<string, string>;
  /** Everything under `components/schemas`, by key. */
  readonly schemas: ReadonlyMap<string, JsonObject | boolean>;
  /** Keys of `schemas` by name of their type. */
  readonly keys: ReadonlyMap<string, string>;
  /** Types of inline schemas, so that a schema reached in several ways is read once. */
  readonly inline: WeakMap<JsonObject, Type>;
}
