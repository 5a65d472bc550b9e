import type { Json, JsonObject } from "@keysmith/generator";
import { entries, isObject } from "../document/pointer.ts";

/**
 * A document as those rely on it who read its answers: what an answer holds besides does them no harm. Alternatives that
 * were told apart by nothing else then fit both, so one of several becomes any of them.
 */
export function loosened(document: JsonObject): JsonObject {
  const loose = walk(document);
  return isObject(loose) ? loose : document;
}

function walk(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => walk(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    entries(value)
      .filter(([key, inner]) => !(CLOSING.has(key) && inner === false))
      .map(([key, inner]) => [key === "oneOf" && !("anyOf" in value) ? "anyOf" : key, walk(inner)]),
  );
}

const CLOSING = new Set(["additionalProperties", "unevaluatedProperties"]);
