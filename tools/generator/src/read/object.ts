import { isObject, type JsonObject, member } from "../load/json.ts";
import { literalType, plainProperty, union, unknown } from "./combine.ts";
import { statedLimits } from "./constraints.ts";
import type { Tag } from "./discriminator.ts";
import { booleanAt, membersAt, objectAt, textsAt } from "./document.ts";
import { facetsOf } from "./facets.ts";
import { flatten } from "./flatten.ts";
import type { Json, ObjectType, Property, Type } from "./model.ts";
import type { Reading } from "./reading.ts";
import { namedType, typeOf } from "./type.ts";

/**
 * The object a schema describes by itself, whether or not it says `type: object`; nothing where it describes none.
 *
 * @param required - Names required from outside, on top of the schema's own.
 * @param tag - Property that a discriminator adds.
 */
export function objectType(
  reading: Reading,
  schema: JsonObject,
  required: readonly string[],
  tag: Property | undefined,
): ObjectType | undefined {
  const names = new Set([...textsAt(schema, "required"), ...required]);
  const own = membersAt(schema, "properties")
    .filter(([name]) => name !== tag?.name)
    .map(([name, property]) => propertyOf(reading, name, property, names.has(name)));
  const properties = tag === undefined ? own : [tag, ...own];
  const additional = additionalType(reading, schema);
  if (properties.length === 0 && additional === undefined) return undefined;
  return { kind: "object", properties, additional, ...statedLimits(schema) };
}

/** A property whose value a discriminator tells. */
export function literalProperty({ property, values }: Tag): Property {
  return plainProperty(property, union(values.map(literalType)), true);
}

/** The part of an object that makes properties of the schema required which it leaves optional itself. */
export function requiredPart(
  reading: Reading,
  schema: JsonObject,
  required: readonly string[],
): readonly Type[] {
  const declared = objectAt(schema, "properties");
  const properties = [...new Set(required)].flatMap((name) => {
    const property = member(declared, name);
    return property === undefined || property === false ? [] : [propertyOf(reading, name, property, true)];
  });
  return properties.length === 0 ? [] : [{ kind: "object", properties, additional: undefined }];
}

/** An object type less one property, which its discriminator gives a literal type elsewhere. */
export function without(reading: Reading, type: Type, name: string): Type {
  const object = flatten(type, (reference) => {
    const key = reading.keys.get(reference);
    return key === undefined ? undefined : namedType(reading, key);
  });
  if (object === undefined) return type;
  const properties = object.properties.filter((property) => property.name !== name);
  return properties.length === 0 && object.additional === undefined ? unknown : { ...object, properties };
}

function propertyOf(reading: Reading, name: string, schema: Json, required: boolean): Property {
  const { description, constraints, default: fallback, examples, sensitive } = facetsOf(reading, schema);
  const own = isObject(schema) ? schema : undefined;
  return {
    name,
    required,
    readOnly: booleanAt(own, "readOnly") === true,
    writeOnly: booleanAt(own, "writeOnly") === true,
    deprecated: booleanAt(own, "deprecated") === true,
    sensitive,
    description,
    type: typeOf(reading, schema),
    constraints,
    default: fallback,
    examples,
  };
}

/** Properties nobody listed: of one type or, with `patternProperties`, of one of several. */
function additionalType(reading: Reading, schema: JsonObject): Type | undefined {
  const types = membersAt(schema, "patternProperties").map(([, value]) => typeOf(reading, value));
  const additional = member(schema, "additionalProperties");
  if (additional === true) types.unshift(unknown);
  if (isObject(additional)) types.unshift(typeOf(reading, additional));
  return types.length === 0 ? undefined : union(types);
}
