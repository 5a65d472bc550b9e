import { isList, isObject, type JsonObject, member } from "../load/json.ts";
import { percentDecode } from "../load/pointer.ts";
import { targetOf } from "../load/reference.ts";
import type { Json } from "./model.ts";

/*
 * Questions to a document whose names are anybody's. Every one has an answer: what is absent or of another kind than asked
 * for is `undefined`, because `check` has already refused what may not be so.
 */

/** A value and where it stands. */
export interface Place<Value = Json> {
  readonly value: Value;
  /** JSON pointer as a URI fragment, not percent-encoded: `#/paths/~1keys/get`. */
  readonly pointer: string;
}

export function has(object: JsonObject, name: string): boolean {
  return Object.hasOwn(object, name);
}

export function objectAt(object: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = member(object, name);
  return isObject(value) ? value : undefined;
}

export function listAt(object: JsonObject | undefined, name: string): readonly Json[] | undefined {
  const value = member(object, name);
  return isList(value) ? value : undefined;
}

/** Text that says something: an empty description is none. */
export function textAt(object: JsonObject | undefined, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Text that YAML may have taken for a number, `version: 1.0` or `default: 8443`. */
export function scalarAt(object: JsonObject | undefined, name: string): string | undefined {
  const value = member(object, name);
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}

export function numberAt(object: JsonObject | undefined, name: string): number | undefined {
  const value = member(object, name);
  return typeof value === "number" ? value : undefined;
}

/** `undefined` where nothing is said. */
export function booleanAt(object: JsonObject | undefined, name: string): boolean | undefined {
  const value = member(object, name);
  return typeof value === "boolean" ? value : undefined;
}

export function textsAt(object: JsonObject | undefined, name: string): readonly string[] {
  return (listAt(object, name) ?? []).filter((value) => typeof value === "string");
}

/** The members of an object, in the order of the document; none where it is absent. */
export function membersAt(
  object: JsonObject | undefined,
  name: string,
): readonly (readonly [string, Json])[] {
  return Object.entries(objectAt(object, name) ?? {});
}

/** The reference an object is, if it is one. */
export function referenceOf(value: Json | undefined): string | undefined {
  return isObject(value) ? textAt(value, "$ref") : undefined;
}

/** Whether something is marked as a secret: by anything but `false`, since one too many hidden is better than one shown. */
export function isMarkedSensitive(object: JsonObject): boolean {
  const mark = member(object, "x-sensitive");
  return mark !== undefined && mark !== false;
}

/** Follows references until something else stands there; nothing when they lead nowhere or in a circle. */
export function resolve(root: JsonObject, place: Place): Place<JsonObject> | undefined {
  const seen = new Set<string>();
  let { value, pointer }: Place<Json | undefined> = place;
  for (let reference = referenceOf(value); reference !== undefined; reference = referenceOf(value)) {
    pointer = percentDecode(reference);
    if (seen.has(pointer)) return undefined;
    seen.add(pointer);
    value = targetOf(root, reference)?.value;
  }
  return isObject(value) ? { value, pointer } : undefined;
}

/** As {@link resolve}, with what a reference of 3.1 says in place of its target: a `summary` and `description` of its own. */
export function resolveDescribed(root: JsonObject, place: Place): Place<JsonObject> | undefined {
  const target = resolve(root, place);
  const told = isObject(place.value) && referenceOf(place.value) !== undefined ? place.value : undefined;
  if (target === undefined || told === undefined || !/^3\.[1-9]/.test(textAt(root, "openapi") ?? ""))
    return target;
  const own = ["summary", "description"].filter((name) => textAt(told, name) !== undefined);
  if (own.length === 0) return target;
  const said = Object.fromEntries(own.map((name) => [name, told[name] ?? null]));
  return { value: { ...target.value, ...said }, pointer: target.pointer };
}
