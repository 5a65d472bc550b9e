import { entries, isObject, list, type JsonObject } from "./json.ts";

const ONE = [
  "additionalProperties",
  "contains",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];
const MANY = ["allOf", "anyOf", "items", "oneOf", "prefixItems"];
const NAMED = ["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"];

/** The schemas directly inside a schema, each with the keys that lead to it. Examples, enums and the like are data, not schemas. */
export function subschemas(
  schema: JsonObject,
): readonly { readonly keys: readonly string[]; readonly schema: JsonObject }[] {
  const found: { keys: readonly string[]; schema: JsonObject }[] = [];
  const add = (keys: readonly string[], value: unknown): void => {
    if (isObject(value)) found.push({ keys, schema: value });
  };
  for (const key of ONE) add([key], schema[key]);
  for (const key of MANY)
    for (const [index, value] of list(schema[key]).entries()) add([key, String(index)], value);
  for (const key of NAMED) for (const [name, value] of entries(schema[key])) add([key, name], value);
  return found;
}
