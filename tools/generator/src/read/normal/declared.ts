import { isObject, type JsonObject, member } from "../../load/json.ts";
import { booleanAt, listAt, objectAt, referenceOf, resolve } from "../document.ts";
import type { Json } from "../model.ts";
import type { Direction, Scope } from "./context.ts";

/** The schema of a property, wherever one of the schemas that apply to the same value declares it. */
export function declaredIn(root: JsonObject, scope: Scope | undefined, name: string): Json | undefined {
  const seen = new Set<Json>();
  for (let at = scope; at !== undefined; at = at.outer) {
    const found = declaration(root, at.schema, name, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The schema of a property as this schema declares it, or what it consists of. */
export function declaration(
  root: JsonObject,
  schema: Json,
  name: string,
  seen: Set<Json> = new Set(),
): Json | undefined {
  const pending: Json[] = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    const property = member(objectAt(next, "properties"), name);
    if (property !== undefined) return property;
    pending.push(...(listAt(next, "allOf") ?? []).toReversed());
    const target = referenceOf(next) === undefined ? undefined : resolve(root, { value: next, pointer: "#" });
    if (target !== undefined) pending.push(target.value);
  }
  return undefined;
}

/** Whether a property travels one way only, which may be said where it is used or in the schema it refers to. */
export function only(root: JsonObject, property: Json, mark: "readOnly" | "writeOnly"): boolean {
  if (!isObject(property)) return false;
  if (booleanAt(property, mark) === true) return true;
  const target =
    referenceOf(property) === undefined ? undefined : resolve(root, { value: property, pointer: "#" });
  return booleanAt(target?.value, mark) === true;
}

/** Whether a property may be missing that way, required or not. */
export function mayBeMissing(root: JsonObject, property: Json, direction: Direction): boolean {
  if (direction === "both") return false;
  return only(root, property, direction === "request" ? "readOnly" : "writeOnly");
}
