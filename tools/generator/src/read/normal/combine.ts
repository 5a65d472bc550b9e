import { isObject, type JsonObject, member } from "../../load/json.ts";
import { has, listAt } from "../document.ts";
import type { Json } from "../model.ts";

/** A schema with more said of it. */
export function annotated(normal: Json, said: JsonObject): Json {
  if (normal === false || Object.keys(said).length === 0) return normal;
  if (normal === true) return said;
  return isBare(normal, "allOf") || isBare(normal, "anyOf")
    ? { ...said, ...normal }
    : { ...said, allOf: [normal] };
}

/** All of these, flat. */
export function allOf(all: readonly Json[]): Json {
  const flat = all.flatMap((one) => (isBare(one, "allOf") ? (listAt(one, "allOf") ?? []) : [one]));
  const [first = true, ...others] = flat;
  return others.length === 0 ? first : { allOf: flat };
}

/** Any of these, flat; `true` where one of them is anything. */
export function anyOf(all: readonly Json[]): Json {
  const flat = all
    .flatMap((one) => (isBare(one, "anyOf") ? (listAt(one, "anyOf") ?? []) : [one]))
    .filter((one) => one !== false);
  // Anything; but a secret stays one.
  if (flat.some(isUnknown)) return flat.some(isSecret) ? { "x-sensitive": true } : true;
  const [first = false, ...others] = flat;
  return others.length === 0 ? first : { anyOf: flat };
}

/** A combination of which nothing else is said. */
function isBare(schema: Json, keyword: string): schema is JsonObject {
  return isObject(schema) && has(schema, keyword) && Object.keys(schema).length === 1;
}

function isSecret(schema: Json): boolean {
  return member(schema, "x-sensitive") === true;
}

/** Admits anything. */
export function isUnknown(schema: Json): boolean {
  return (
    schema === true ||
    (isObject(schema) &&
      !["$ref", "type", "enum", "const", "allOf", "anyOf"].some((keyword) => has(schema, keyword)))
  );
}
