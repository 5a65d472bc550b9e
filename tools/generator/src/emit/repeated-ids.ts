import { isObject, type JsonObject, mapMembers, member } from "../load/json.ts";
import type { Json } from "../read/model.ts";

/**
 * A document in which every `operationId` stands once: of two paths that share an item, the first has it. Later operations
 * of that id are printed where they stand, instead of once more under the same name. What needs no change is shared.
 *
 * @param form - In normal form, so that path items stand in place.
 */
export function withoutRepeatedIds(form: JsonObject): JsonObject {
  const seen = new Set<string>();
  const once = (operation: Json): Json => {
    const id = member(operation, "operationId");
    if (!isObject(operation) || typeof id !== "string") return operation;
    if (!seen.has(id)) {
      seen.add(id);
      return operation;
    }
    const { operationId: _, ...others } = operation;
    return others;
  };
  const inItem = (item: Json): Json => (isObject(item) ? mapMembers(item, once) : item);
  return mapMembers(form, (value, key) =>
    (key === "paths" || key === "webhooks") && isObject(value) ? mapMembers(value, inItem) : value,
  );
}
