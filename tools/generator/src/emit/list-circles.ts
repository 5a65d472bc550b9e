import { isList, isObject, member, type JsonObject } from "../load/json.ts";
import type { Json } from "../read/model.ts";
import { onCircles } from "./circles.ts";

/**
 * Names of the schemas that contain themselves through list items with no property in between: any JSON value, the
 * operands of an expression. A type alias may do that; a property of an interface may not (TS2502).
 */
export function listCircles(document: JsonObject): ReadonlySet<string> {
  const schemas = member(member(document, "components"), "schemas");
  const parts = new Map(
    Object.entries(isObject(schemas) ? schemas : {}).map(([name, schema]) => [
      name,
      new Set(namesWithin(schema)),
    ]),
  );
  const circles = onCircles(parts);
  return new Set([...parts.keys()].filter((name) => circles.has(name)));
}

const REFERENCE = /^#\/components\/schemas\/([^/]+)/;

const HOLDERS = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];

/** Schemas that a schema's type names right away: alone, as a choice or as an item, but not as a property. */
function* namesWithin(schema: Json | undefined): Iterable<string> {
  if (isList(schema)) for (const part of schema) yield* namesWithin(part);
  if (!isObject(schema)) return;
  const target = member(schema, "$ref");
  const name = typeof target === "string" ? REFERENCE.exec(target)?.[1] : undefined;
  if (name !== undefined) yield name;
  for (const keyword of HOLDERS) yield* namesWithin(member(schema, keyword));
}
