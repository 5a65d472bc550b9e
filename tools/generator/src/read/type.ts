import { isList, isObject, type JsonObject, member } from "../load/json.ts";
import { childPointer, lookup, parsePointer, percentDecode } from "../load/pointer.ts";
import { anyObject, intersection, literalType, never, nothing, union, unknown } from "./combine.ts";
import { statedLimits } from "./constraints.ts";
import { inheritedTag, tagged } from "./discriminator.ts";
import { has, listAt, objectAt, referenceOf, resolve, textAt, textsAt } from "./document.ts";
import type { Constraints, Json, Property, Type } from "./model.ts";
import { literalProperty, objectType, requiredPart, without } from "./object.ts";
import type { Reading } from "./reading.ts";

/** Where a schema stands, as far as its type depends on that. */
export interface Position {
  /** Pointer by which discriminators know the schema: that of a named one, or of a member of its `oneOf`. */
  readonly pointer?: string;
  /** Properties that the schema around an `allOf` requires. */
  readonly required?: readonly string[];
}

const anywhere: Position = {};

/**
 * The type of the values a schema admits, as openapi-typescript prints it: a test holds the two against each other.
 * Where it takes liberties, so do we. A closed tuple stays closed, `anyOf` widens what stands beside it while `oneOf`
 * narrows it, siblings of `$ref` do not count, `additionalProperties: false` is as good as nothing said.
 */
export function typeOf(reading: Reading, schema: Json | undefined, position: Position = anywhere): Type {
  if (schema === true) return unknown;
  if (!isObject(schema)) return never;
  if (position !== anywhere) return readType(reading, schema, position);
  const known = reading.inline.get(schema);
  if (known !== undefined) return known;
  const type = readType(reading, schema, position);
  reading.inline.set(schema, type);
  return type;
}

/** Type of a schema under `components/schemas`; nothing while it is being read. */
export function namedType(reading: Reading, key: string): Type | undefined {
  if (reading.named.has(key)) return reading.named.get(key);
  reading.named.set(key, undefined);
  const schema = reading.schemas.get(key);
  const pointer = childPointer("#/components/schemas", key);
  const type = isObject(schema)
    ? typeOf(reading, tagged(reading.discriminators, pointer, schema), { pointer })
    : typeOf(reading, schema);
  reading.named.set(key, type);
  return type;
}

function readType(reading: Reading, schema: JsonObject, position: Position): Type {
  const reference = referenceOf(schema);
  if (reference !== undefined) return referenced(reading, percentDecode(reference));
  const constant = member(schema, "const");
  if (constant !== undefined && constant !== null) return literalType(constant);
  return enumerated(schema) ?? composed(reading, schema, position);
}

/** A named schema by its name; anything else is read where it stands. */
function referenced(reading: Reading, pointer: string): Type {
  const [components, kind, key = "", ...deeper] = parsePointer(pointer);
  const name = reading.names.schemas.get(key);
  if (components === "components" && kind === "schemas" && deeper.length === 0 && name !== undefined) {
    return { kind: "reference", name };
  }
  // A schema without a name that contains itself has no finite type to print.
  if (reading.elsewhere.has(pointer)) return reading.elsewhere.get(pointer) ?? unknown;
  reading.elsewhere.set(pointer, undefined);
  const target = lookup(reading.root, parsePointer(pointer));
  const type = target.found ? typeOf(reading, target.value) : unknown;
  reading.elsewhere.set(pointer, type);
  return type;
}

/** A list of values; of objects it is one of schemas, strange as that is, and read with `oneOf`. */
function enumerated(schema: JsonObject): Type | undefined {
  const values = listAt(schema, "enum");
  const forObjects = member(schema, "type") === "object" || has(schema, "properties");
  if (values === undefined || forObjects || has(schema, "additionalProperties")) return undefined;
  const nullable = textsAt(schema, "type").includes("null") || member(schema, "nullable") === true;
  return union([...values.map(literalType), ...(nullable ? [nothing] : [])]);
}

function composed(reading: Reading, schema: JsonObject, position: Position): Type {
  const own = ownType(reading, schema, position);
  const all = [...(own === undefined ? [] : [own]), ...inherited(reading, schema, position)];
  let type = all.length === 0 ? undefined : intersection(all);

  const any = choices(reading, schema, "anyOf", position);
  if (any.length > 0) type = union([...(type === undefined ? [] : [type]), ...any]);

  const one = choices(reading, schema, "oneOf", position);
  if (one.length > 0) {
    const before = type === undefined ? [] : [type];
    type = one.every(isPrimitive) ? union([...before, ...one]) : intersection([...before, union(one)]);
  }

  type ??= has(schema, "type") ? anyObject : unknown;
  return member(schema, "nullable") === true ? union([type, nothing]) : type;
}

/** What the schema says by itself, without `allOf`, `anyOf` and `oneOf`. */
function ownType(reading: Reading, schema: JsonObject, position: Position): Type | undefined {
  const type = member(schema, "type");
  if (isList(type)) return union(type.flatMap((one) => alternative(reading, schema, one, position)));
  const said = statedLimits(schema);
  switch (type) {
    case "null":
      return nothing;
    case "boolean":
      return { kind: "boolean" };
    case "string":
      return member(schema, "format") === "binary"
        ? { kind: "binary" }
        : { kind: "string", format: textAt(schema, "format"), ...said };
    case "number":
    case "integer":
      return { kind: "number", integer: type === "integer", format: textAt(schema, "format"), ...said };
    case "array":
      return arrayType(reading, schema, said);
    default:
      return objectType(reading, schema, position.required ?? [], tagOf(reading, schema, position));
  }
}

/** One type of several, `type: [string, "null"]`; primitives that `oneOf` details are left to it. */
function alternative(reading: Reading, schema: JsonObject, type: Json, position: Position): readonly Type[] {
  const detailed = listAt(schema, "oneOf")?.some(
    (choice) => isObject(choice) && member(choice, "type") === type,
  );
  if (detailed === true && type !== "object" && type !== "array") return [];
  if (type === "null" || type === null) return [nothing];
  const { oneOf: _, ...rest } = schema;
  return [readType(reading, { ...rest, type }, position)];
}

function arrayType(reading: Reading, schema: JsonObject, said: { constraints?: Constraints }): Type {
  const places = listAt(schema, "prefixItems") ?? listAt(schema, "items");
  if (places !== undefined) {
    return { kind: "tuple", items: places.map((place) => typeOf(reading, place)), rest: undefined };
  }
  const items = member(schema, "items");
  const type = isObject(items) ? typeOf(reading, items) : unknown;
  const list = isObject(items) && (member(items, "type") === "array" || referenceOf(items) !== undefined);
  // Items that turn out to be a list without saying so (an `allOf` of one) are taken for the list itself.
  if (!list && (type.kind === "array" || type.kind === "tuple")) return type;
  return { kind: "array", items: type, ...said };
}

/** The members of `allOf`, with what the schema around them requires of them. */
function inherited(reading: Reading, schema: JsonObject, position: Position): readonly Type[] {
  const required = [...textsAt(schema, "required"), ...(position.required ?? [])];
  return (listAt(schema, "allOf") ?? []).map((part) => {
    if (!isObject(part)) return typeOf(reading, part);
    const reference = referenceOf(part);
    const pointer = reference === undefined ? undefined : percentDecode(reference);
    const type =
      pointer === undefined
        ? typeOf(reading, part, required.length > 0 ? { required } : anywhere)
        : intersection([typeOf(reading, part), ...requirements(reading, part, pointer, required)]);
    const property =
      reading.discriminators.declared.get(pointer ?? "")?.property ??
      textAt(objectAt(part, "discriminator"), "propertyName");
    return property === undefined ? type : without(reading, type, property);
  });
}

/** Properties of a referenced schema that the schema around the `allOf` requires. */
function requirements(
  reading: Reading,
  part: JsonObject,
  pointer: string,
  required: readonly string[],
): readonly Type[] {
  const target = resolve(reading.root, { value: part, pointer });
  if (target === undefined || reading.discriminators.settled.has(pointer)) return [];
  return requiredPart(reading, target.value, required);
}

function choices(
  reading: Reading,
  schema: JsonObject,
  keyword: "anyOf" | "oneOf",
  { pointer }: Position,
): readonly Type[] {
  const values = member(schema, "type") === "object" ? listAt(schema, "enum") : undefined;
  const list = listAt(schema, keyword) ?? (keyword === "oneOf" ? values : undefined) ?? [];
  return list.map((choice, index) =>
    typeOf(
      reading,
      choice,
      pointer === undefined ? anywhere : { pointer: childPointer(pointer, keyword, index) },
    ),
  );
}

function tagOf(reading: Reading, schema: JsonObject, { pointer }: Position): Property | undefined {
  if (pointer === undefined || !has(schema, "allOf")) return undefined;
  const tag = inheritedTag(reading.discriminators, pointer, schema);
  return tag && literalProperty(tag);
}

/** What openapi-typescript counts as primitive; literals are not. */
function isPrimitive({ kind }: Type): boolean {
  return ["boolean", "never", "null", "number", "string"].includes(kind);
}
