import { type JsonObject, member } from "../../load/json.ts";
import { has, listAt, numberAt } from "../document.ts";
import type { Json } from "../model.ts";
import type { Context, Direction } from "./context.ts";
import { annotations } from "./keywords.ts";
import { normalSchema } from "./schema.ts";

/**
 * The list a schema describes. Places of a tuple may be missing unless `minItems` says otherwise, and others may follow
 * unless `items` or `maxItems` forbids them.
 */
export function normalList(context: Context, schema: JsonObject, direction: Direction): JsonObject {
  const places = listAt(schema, "prefixItems") ?? listAt(schema, "items");
  const items =
    listAt(schema, "items") === undefined ? (member(schema, "items") ?? unevaluated(schema)) : undefined;
  if (places === undefined || places.length === 0) {
    const said = items === undefined || typeof items === "boolean" ? {} : { items: items };
    const normal = Object.entries(said).map(([name, value]) => [
      name,
      normalSchema(context, value, direction),
    ]);
    return { ...annotations(schema), type: "array", ...Object.fromEntries(normal) };
  }
  const most = numberAt(schema, "maxItems") ?? Number.POSITIVE_INFINITY;
  const rest: Json = most <= places.length ? false : (items ?? true);
  return {
    ...annotations(schema),
    type: "array",
    prefixItems: places.slice(0, most).map((place) => normalSchema(context, place, direction)),
    items: typeof rest === "boolean" ? rest : normalSchema(context, rest, direction),
  };
}

/** `unevaluatedItems` speaks of the items nobody listed where nothing stands beside it that may speak of them too. */
function unevaluated(schema: JsonObject): Json | undefined {
  return EVALUATING.some((keyword) => has(schema, keyword)) ? undefined : member(schema, "unevaluatedItems");
}

const EVALUATING = [
  "$ref",
  "$dynamicRef",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "dependentSchemas",
  "contains",
];
