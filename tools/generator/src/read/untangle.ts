import { isObject, type JsonObject } from "../load/json.ts";
import { parsePointer, percentDecode } from "../load/pointer.ts";
import { listAt, objectAt, referenceOf } from "./document.ts";
import type { Json } from "./model.ts";

/**
 * The document without circles that no type can express: a base that lists its heirs in `oneOf` while they name it in
 * `allOf`. JSON Schema sees through that; to TypeScript each is defined by the other. An heir inherits what the base
 * says of itself, so it gets that in place of the reference, without the list.
 */
export function untangled(document: JsonObject): JsonObject {
  const components = objectAt(document, "components");
  const schemas = objectAt(components, "schemas");
  if (schemas === undefined) return document;
  const reached = new Map<string, ReadonlySet<string>>();
  const mentions = (base: string, key: string): boolean => {
    const names = reached.get(base) ?? namesFrom(schemas, base);
    reached.set(base, names);
    return names.has(key);
  };
  const changed = Object.entries(schemas).flatMap(([key, schema]) => {
    const freed = isObject(schema) ? freedHeir(schemas, key, schema, mentions) : schema;
    return freed === schema ? [] : [[key, freed] as const];
  });
  if (changed.length === 0) return document;
  const entries = new Map<string, Json>([...Object.entries(schemas), ...changed]);
  return { ...document, components: { ...components, schemas: Object.fromEntries(entries) } };
}

/** @param mentions - Whether a base leads back to its heir. */
function freedHeir(
  schemas: JsonObject,
  key: string,
  heir: JsonObject,
  mentions: (base: string, key: string) => boolean,
): JsonObject {
  const members = listAt(heir, "allOf");
  const freed = members?.map((member) => {
    const base = keyOf(member);
    if (base === undefined) return member;
    const schema = objectAt(schemas, base);
    if (schema === undefined || choicesOf(schema).length === 0 || !mentions(base, key)) return member;
    return withoutChoices(schema);
  });
  return freed?.some((member, index) => member !== members?.[index]) ? { ...heir, allOf: freed } : heir;
}

function withoutChoices({ oneOf: _one, anyOf: _any, ...base }: JsonObject): JsonObject {
  return base;
}

/** Keys of the schemas that a type printed for the one at `key` would mention outside any property. */
function namesFrom(schemas: JsonObject, key: string): ReadonlySet<string> {
  const names = new Set<string>();
  const pending = [key];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const schema = objectAt(schemas, next);
    if (schema === undefined) continue;
    for (const member of [...choicesOf(schema), ...(listAt(schema, "allOf") ?? [])]) {
      const name = keyOf(member);
      if (name === undefined || names.has(name)) continue;
      names.add(name);
      pending.push(name);
    }
  }
  return names;
}

function choicesOf(schema: JsonObject): readonly Json[] {
  return [...(listAt(schema, "oneOf") ?? []), ...(listAt(schema, "anyOf") ?? [])];
}

/** Key of the named schema that a reference leads to. */
function keyOf(value: Json): string | undefined {
  const reference = referenceOf(value);
  const [components, kind, key, ...deeper] =
    reference === undefined ? [] : parsePointer(percentDecode(reference));
  return components === "components" && kind === "schemas" && deeper.length === 0 ? key : undefined;
}
