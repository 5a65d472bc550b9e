import { isObject, type JsonObject, member } from "../load/json.ts";
import { statedLimits } from "./constraints.ts";
import { booleanAt, membersAt, textsAt } from "./document.ts";
import { externalDocsOf } from "./external-docs.ts";
import { facetsOf } from "./facets.ts";
import type { Json, ObjectType, Property } from "./model.ts";
import type { Reading } from "./reading.ts";
import { typeOf } from "./type.ts";

/** The object a schema in normal form describes; nothing where it says nothing of its properties. */
export function objectType(reading: Reading, schema: JsonObject): ObjectType | undefined {
  const required = new Set(textsAt(schema, "required"));
  const properties = membersAt(schema, "properties").map(([name, property]) =>
    propertyOf(reading, name, property, required.has(name)),
  );
  const others = member(schema, "additionalProperties");
  const additional = others === undefined ? undefined : typeOf(reading, others);
  if (properties.length === 0 && additional === undefined) return undefined;
  return { kind: "object", properties, additional, ...statedLimits(schema) };
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
    externalDocs: externalDocsOf(own),
    sensitive,
    description,
    type: typeOf(reading, schema),
    constraints,
    default: fallback,
    examples,
  };
}
