import { isObject, type JsonObject, member } from "../load/json.ts";
import { childPointer, parsePointer, percentDecode } from "../load/pointer.ts";
import { pointerOf, walk } from "../load/walk.ts";
import { has, listAt, membersAt, objectAt, referenceOf, resolve, textAt, textsAt } from "./document.ts";
import type { Json } from "./model.ts";

/**
 * What discriminators say about the schemas they choose between. TypeScript narrows a union only by a property of a
 * literal type, which documents usually do not write down: it follows from the discriminator's mapping, or else from
 * the name of the schema.
 *
 * The rules are those of openapi-typescript, which prints the types that ours have to equal, with one difference: in
 * a mapping, `dog: Dog` means the same as `dog: "#/components/schemas/Dog"`, as OpenAPI has it.
 */
export interface Discriminators {
  /** Schemas that name a discriminator, and those that inherit one through `allOf`, by pointer. */
  readonly declared: ReadonlyMap<string, Discriminator>;
  /** What `oneOf` beside a discriminator, or a mapping, says of the schemas it points at, by their pointer. */
  readonly tags: ReadonlyMap<string, readonly Tag[]>;
  /** Pointers as the document writes them that `tags` has taken care of. */
  readonly settled: ReadonlySet<string>;
}

export interface Discriminator {
  readonly property: string;
  /** Value of the property -> pointer of the schema. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** The property has one of these values. */
export interface Tag {
  readonly property: string;
  readonly values: readonly string[];
}

export function findDiscriminators(root: JsonObject): Discriminators {
  const declared = new Map<string, Discriminator>();
  const tags = new Map<string, Tag[]>();
  const settled = new Set<string>();

  const settle = (pointer: string, tag: Tag): void => {
    const target = resolve(root, { value: { $ref: pointer }, pointer });
    if (target === undefined || !(has(target.value, "allOf") || member(target.value, "type") === "object"))
      return;
    tags.set(target.pointer, [...(tags.get(target.pointer) ?? []), tag]);
    settled.add(pointer);
  };

  eachSchema(root, (schema, pointer) => {
    const discriminator = discriminatorOf(root, schema);
    if (discriminator === undefined) return;
    declared.set(pointer(), discriminator);
    const choices = listAt(schema, "oneOf");
    if (choices === undefined) return;
    for (const [target, values] of valuesByTarget(choices, discriminator)) {
      if (!settled.has(target)) settle(target, { property: discriminator.property, values });
    }
  });

  eachSchema(root, (schema, pointer) => {
    for (const part of listAt(schema, "allOf") ?? []) {
      const reference = referenceOf(part);
      const own = isObject(part) ? discriminatorOf(root, part) : undefined;
      const inherited = reference === undefined ? own : declared.get(percentDecode(reference));
      if (reference !== undefined && inherited === undefined) return;
      if (inherited === undefined) continue;
      const values = reference === undefined ? [] : valuesOf(inherited, pointer());
      if (values.length > 0) settle(pointer(), { property: inherited.property, values });
      declared.set(pointer(), inherited);
    }
  });

  return { declared, tags, settled };
}

/** The schema at a pointer, with what tags say about it written into it. */
export function tagged(discriminators: Discriminators, pointer: string, schema: JsonObject): JsonObject {
  return (discriminators.tags.get(pointer) ?? []).reduce(write, schema);
}

/**
 * The literal that a schema gets from the discriminator of a base among its `allOf`: the mapping's value, or the name of
 * the schema itself.
 */
export function inheritedTag(
  { declared, settled }: Discriminators,
  pointer: string,
  schema: JsonObject,
): Tag | undefined {
  const discriminator = declared.get(pointer);
  if (discriminator === undefined || has(schema, "discriminator") || settled.has(pointer)) return undefined;
  const [mapped] = valuesOf(discriminator, pointer);
  return { property: discriminator.property, values: [mapped ?? parsePointer(pointer).at(-1) ?? ""] };
}

function write(schema: JsonObject, { property, values }: Tag): JsonObject {
  const properties = objectAt(schema, "properties");
  const description = textAt(objectAt(properties, property), "description");
  const literal: JsonObject = {
    type: "string",
    enum: values,
    ...(description === undefined ? {} : { description }),
  };
  const members = listAt(schema, "allOf");
  if (members !== undefined) {
    const addition = { type: "object", required: [property], properties: { [property]: literal } };
    return { ...schema, allOf: [...members, addition] };
  }
  return {
    ...schema,
    required: [...new Set([...textsAt(schema, "required"), property])],
    properties: { ...properties, [property]: literal },
  };
}

function discriminatorOf(root: JsonObject, schema: JsonObject): Discriminator | undefined {
  const discriminator = objectAt(schema, "discriminator");
  const property = textAt(discriminator, "propertyName");
  if (property === undefined) return undefined;
  const mapping = membersAt(discriminator, "mapping").flatMap(([value, target]) =>
    typeof target === "string" ? [[value, mappedPointer(root, target)] as const] : [],
  );
  return { property, mapping: new Map(mapping) };
}

/** A mapping names a schema by key or by reference; a key wins where both readings are possible. */
export function mappedPointer(root: JsonObject, target: string): string {
  const schemas = objectAt(objectAt(root, "components"), "schemas");
  return schemas !== undefined && has(schemas, target)
    ? childPointer("#/components/schemas", target)
    : percentDecode(target);
}

/** Values by which each schema is chosen; a schema that the mapping leaves out is chosen by its own name. */
function valuesByTarget(choices: readonly Json[], discriminator: Discriminator): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const choice of choices) {
    const reference = referenceOf(choice);
    if (reference !== undefined)
      values.set(percentDecode(reference), [parsePointer(percentDecode(reference)).at(-1) ?? ""]);
  }
  for (const target of new Set(discriminator.mapping.values())) {
    values.set(target, valuesOf(discriminator, target));
  }
  return values;
}

function valuesOf({ mapping }: Discriminator, pointer: string): string[] {
  return [...mapping].filter(([, target]) => target === pointer).map(([value]) => value);
}

/** Every schema of the document, where it stands. */
export function eachSchema(
  root: JsonObject,
  visit: (schema: JsonObject, pointer: () => string) => void,
): void {
  walk({ kind: "document", value: root, place: undefined }, ({ kind, value, place }) => {
    if (kind === "schema") visit(value, () => pointerOf(place));
  });
}
