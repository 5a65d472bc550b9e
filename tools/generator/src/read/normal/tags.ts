import { isObject, type JsonObject, member } from "../../load/json.ts";
import { childPointer, parsePointer } from "../../load/pointer.ts";
import { nodesOf, pointerOf } from "../../load/walk.ts";
import { has, listAt, membersAt, objectAt, referenceOf, resolve, textAt, textsAt } from "../document.ts";
import type { Json } from "../model.ts";
import { declaration } from "./declared.ts";
import { allHeirs, finalTarget, heirsOf, type Heirs } from "./heirs.ts";
import { annotations, typesOf } from "./keywords.ts";

/**
 * What discriminators say about the schemas they choose between: by pointer and property, the values that can stand
 * there. TypeScript narrows a union only by a property of a literal type, which documents usually do not write down: it
 * follows from the mapping, or else from the name of the schema.
 */
export type Tags = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

interface Discriminator {
  readonly property: string;
  /** Pointer of the schema -> values of the property. */
  readonly mapping: ReadonlyMap<string, readonly string[]>;
}

/**
 * A schema is chosen by every discriminator that lists it, maps a value to it, or stands in a base of it. What is chosen as
 * an heir is a value of its base too.
 */
export function findTags(root: JsonObject): Tags {
  const heirs = heirsOf(root);
  const tags = new Map<string, Map<string, Set<string>>>();
  const bases = new Set<string>();
  const add = (pointer: string, property: string, value: string): void => {
    const properties = tags.get(pointer) ?? new Map<string, Set<string>>();
    tags.set(pointer, properties);
    properties.set(property, (properties.get(property) ?? new Set()).add(value));
  };
  for (const { value, place } of nodesOf(root).get("schema") ?? []) {
    const discriminator = discriminatorOf(root, value);
    if (discriminator === undefined) continue;
    const { property, mapping } = discriminator;
    const pointer = pointerOf(place);
    bases.add(`${pointer} ${property}`);
    const choices = [...(listAt(value, "oneOf") ?? []), ...(listAt(value, "anyOf") ?? [])];
    const targets = new Set([
      ...choices.flatMap((choice) => finalTarget(root, referenceOf(choice))),
      ...mapping.keys(),
      ...allHeirs(heirs, pointer),
    ]);
    for (const target of targets) {
      const values = mapping.get(target) ?? [parsePointer(target).at(-1) ?? ""];
      for (const one of values) add(target, property, one);
    }
  }
  return inheriting(root, tags, heirs, bases);
}

/** A schema with what discriminators say of it written into it. */
export function tagged(tags: Tags, pointer: string, schema: JsonObject): JsonObject {
  let result = schema;
  for (const [property, values] of tags.get(pointer) ?? []) result = write(result, property, [...values]);
  return result;
}

/** Adds to each schema what its heirs are chosen by, and drops what could not be true. */
function inheriting(root: JsonObject, tags: Tags, heirs: Heirs, bases: ReadonlySet<string>): Tags {
  const all = new Map<string, Map<string, Set<string>>>();
  for (const [pointer, properties] of tags) {
    const schema = resolve(root, { value: { $ref: pointer }, pointer })?.value;
    if (
      schema === undefined ||
      !(has(schema, "allOf") || has(schema, "properties") || typesOf(schema)?.includes("object"))
    )
      continue;
    const kept = new Map<string, Set<string>>();
    for (const [property, values] of properties) {
      // A base's own property stands for all of its heirs.
      if (bases.has(`${pointer} ${property}`)) continue;
      const those = new Set(values);
      for (const heir of allHeirs(heirs, pointer))
        for (const value of tags.get(heir)?.get(property) ?? []) those.add(value);
      const possible = admitted(root, declaration(root, schema, property), those);
      if (possible.size > 0) kept.set(property, possible);
    }
    if (kept.size > 0) all.set(pointer, kept);
  }
  return all;
}

/** The values that the property's own schema admits. */
export function admitted(
  root: JsonObject,
  property: Json | undefined,
  values: ReadonlySet<string>,
): Set<string> {
  const schema = property === undefined ? undefined : resolve(root, { value: property, pointer: "#" })?.value;
  if (schema === undefined) return new Set(values);
  const types = typesOf(schema);
  if (types !== undefined && !types.includes("string")) return new Set();
  const constant = member(schema, "const");
  const listed = constant === undefined ? listAt(schema, "enum") : [constant];
  return new Set([...values].filter((value) => listed === undefined || listed.includes(value)));
}

function write(schema: JsonObject, property: string, values: readonly string[]): JsonObject {
  const properties = objectAt(schema, "properties");
  const declared = member(properties, property);
  const literal: JsonObject = {
    ...(isObject(declared) ? annotations(declared) : {}),
    type: "string",
    enum: values,
  };
  const members = listAt(schema, "allOf");
  const declaring = members?.findIndex(
    (part) => isObject(part) && member(objectAt(part, "properties"), property) !== undefined,
  );
  const part = declaring === undefined ? undefined : members?.[declaring];
  if (declared === undefined && declaring !== undefined && isObject(part)) {
    return { ...schema, allOf: members?.with(declaring, write(part, property, values)) ?? [] };
  }
  if (members !== undefined && declared === undefined) {
    const addition = { type: "object", required: [property], properties: own(property, literal) };
    return { ...schema, allOf: [...members, addition] };
  }
  const entries = Object.entries(properties ?? {}).filter(([name]) => name !== property);
  const at = Math.max(Object.keys(properties ?? {}).indexOf(property), 0);
  const place = declared === undefined ? entries.length : at;
  return {
    ...schema,
    required: [...new Set([...textsAt(schema, "required"), property])],
    properties: Object.fromEntries(entries.toSpliced(place, 0, [property, literal])),
  };
}

function own(name: string, value: Json): JsonObject {
  return Object.fromEntries([[name, value]]);
}

function discriminatorOf(root: JsonObject, schema: JsonObject): Discriminator | undefined {
  const discriminator = objectAt(schema, "discriminator");
  const property = textAt(discriminator, "propertyName");
  if (property === undefined) return undefined;
  const mapping = new Map<string, string[]>();
  for (const [value, target] of membersAt(discriminator, "mapping")) {
    if (typeof target !== "string") continue;
    for (const pointer of finalTarget(root, mappedPointer(root, target))) {
      mapping.set(pointer, [...(mapping.get(pointer) ?? []), value]);
    }
  }
  return { property, mapping };
}

/** A mapping names a schema by key or by reference; a key wins where both readings are possible. */
export function mappedPointer(root: JsonObject, target: string): string {
  const schemas = objectAt(objectAt(root, "components"), "schemas");
  return schemas !== undefined && has(schemas, target)
    ? childPointer("#/components/schemas", target)
    : target;
}
