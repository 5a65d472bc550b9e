import { isObject, type JsonObject } from "../../load/json.ts";
import { childPointer, percentDecode } from "../../load/pointer.ts";
import { listAt, membersAt, objectAt, referenceOf, resolve } from "../document.ts";

/** Pointers of the schemas that name one in their `allOf`, by its pointer. */
export type Heirs = ReadonlyMap<string, readonly string[]>;

/** Where a reference leads at last; nothing where that is no schema with a name. */
export function finalTarget(root: JsonObject, reference: string | undefined): readonly string[] {
  if (reference === undefined) return [];
  const pointer = percentDecode(reference);
  const target = resolve(root, { value: { $ref: pointer }, pointer });
  return target !== undefined && /^#\/components\/schemas\/[^/]+$/.test(target.pointer)
    ? [target.pointer]
    : [];
}

/** The named schemas that name another in their `allOf`, by pointer of that. */
export function heirsOf(root: JsonObject): Heirs {
  const heirs = new Map<string, string[]>();
  for (const [key, schema] of membersAt(objectAt(root, "components"), "schemas")) {
    if (!isObject(schema)) continue;
    for (const part of listAt(schema, "allOf") ?? []) {
      for (const base of finalTarget(root, referenceOf(part))) {
        const known = heirs.get(base) ?? [];
        heirs.set(base, known);
        known.push(childPointer("#/components/schemas", key));
      }
    }
  }
  return heirs;
}

/** And the heirs of those. */
export function allHeirs(heirs: Heirs, pointer: string): ReadonlySet<string> {
  const all = new Set(heirs.get(pointer));
  for (const heir of all) for (const next of heirs.get(heir) ?? []) all.add(next);
  all.delete(pointer);
  return all;
}
