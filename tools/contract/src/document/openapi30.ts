import type { Json } from "@keysmith/generator";

/**
 * Schemas of OpenAPI 3.0 in the words of JSON Schema 2020-12: `nullable` and boolean exclusive bounds. Applied to
 * everything below, which does no harm: only schemas have these keywords.
 */
export function modernise(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => modernise(item));
  if (typeof value !== "object" || value === null) return value;
  const schema = new Map<string, Json>(Object.entries(value).map(([key, inner]) => [key, modernise(inner)]));
  if (schema.get("nullable") === true && typeof schema.get("type") === "string") {
    schema.set("type", [schema.get("type") ?? "null", "null"]);
    const allowed = schema.get("enum");
    if (Array.isArray(allowed) && !allowed.includes(null)) schema.set("enum", [...allowed, null]);
  }
  if (typeof schema.get("nullable") === "boolean") schema.delete("nullable");
  for (const [exclusive, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const given = schema.get(exclusive);
    if (typeof given !== "boolean") continue;
    schema.delete(exclusive);
    const limit = schema.get(bound);
    if (given && limit !== undefined) schema.set(exclusive, limit).delete(bound);
  }
  return Object.fromEntries(schema);
}

/** Schemas of OpenAPI 3.1 without `nullable`, which means nothing there: validators take it at its word all the same. */
export function withoutNullable(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutNullable(item));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) => key !== "nullable" || typeof inner !== "boolean",
  );
  return Object.fromEntries(kept.map(([key, inner]: [string, Json]) => [key, withoutNullable(inner)]));
}
