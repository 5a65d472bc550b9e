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
  const changed = Object.entries(schemas).flatMap(([key, schema]) => {
    const freed = isObject(schema) ? freedHeir(schemas, key, schema) : schema;
    return freed === schema ? [] : [[key, freed] as const];
  });
  if (changed.length === 0) return document;
  const entries = new Map<string, Json>([...Object.entries(schemas), ...changed]);
  return { ...document, components: { ...components, schemas: Object.fromEntries(entries) } };
}

function freedHeir(schemas: JsonObject, key: string, heir: JsonObject): JsonObject {
  const members = listAt(heir, "allOf");
  const freed = members?.map((member) => {
    const base = keyOf(member);
    const schema = base === undefined ? undefined : objectAt(schemas, base);
    if (schema === undefined || choicesOf(schema).length === 0 || !reaches(schemas, schema, key))
      return member;
    return withoutChoices(schema);
  });
  return freed?.some((member, index) => member !== members?.[index]) ? { ...heir, allOf: freed } : heir;
}

function withoutChoices({ oneOf: _one, anyOf: _any, ...base }: JsonObject): JsonObject {
  return base;
}

/** Whether a type printed for `schema` would mention the one at `key` outside any property. */
function reaches(schemas: JsonObject, schema: JsonObject, key: string): boolean {
  const seen = new Set<string>();
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const member of [...choicesOf(next), ...(listAt(next, "allOf") ?? [])]) {
      const name = keyOf(member);
      if (name === key) return true;
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      const target = objectAt(schemas, name);
      if (target !== undefined) pending.push(target);
    }
  }
  return false;
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
