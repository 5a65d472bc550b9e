import { type JsonObject, member } from "../../load/json.ts";
import { listAt, numberAt } from "../document.ts";
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
  const items = listAt(schema, "items") === undefined ? member(schema, "items") : undefined;
  if (places === undefined || places.length === 0) {
    const said = items === undefined || typeof items === "boolean" ? {} : { items: items };
    const normal = Object.entries(said).map(([name, value]) => [
      name,
      normalSchema(context, value, direction),
    ]);
    return { ...annotations(schema), type: "array", ...Object.fromEntries(normal) };
  }
  const most = numberAt(schema, "maxItems") ?? Number.POSITIVE_INFINITY;
  const rest: Json = most <= places.length ? false : (items ?? member(schema, "unevaluatedItems") ?? true);
  return {
    ...annotations(schema),
    type: "array",
    prefixItems: places.slice(0, most).map((place) => normalSchema(context, place, direction)),
    items: typeof rest === "boolean" ? rest : normalSchema(context, rest, direction),
  };
}
