import { isList, isObject, type JsonObject, member } from "../load/json.ts";
import { parsePointer, percentDecode } from "../load/pointer.ts";
import { anyObject, intersection, literalType, never, nothing, union, unknown } from "./combine.ts";
import { statedLimits } from "./constraints.ts";
import { listAt, numberAt, referenceOf, textAt } from "./document.ts";
import type { Constraints, Json, Type } from "./model.ts";
import { objectType } from "./object.ts";
import type { Reading } from "./reading.ts";

/** The type of the values a schema in normal form admits. */
export function typeOf(reading: Reading, schema: Json | undefined): Type {
  if (schema === true) return unknown;
  if (!isObject(schema)) return never;
  const known = reading.inline.get(schema);
  if (known !== undefined) return known;
  const type = readType(reading, schema);
  reading.inline.set(schema, type);
  return type;
}

/** Type of a schema under `components/schemas`. */
export function namedType(reading: Reading, key: string): Type | undefined {
  return typeOf(reading, reading.schemas.get(key));
}

function readType(reading: Reading, schema: JsonObject): Type {
  const reference = referenceOf(schema);
  if (reference !== undefined) return referenced(reading, percentDecode(reference));
  const constant = member(schema, "const");
  if (constant !== undefined) return literalType(constant);
  const values = listAt(schema, "enum");
  if (values !== undefined) return union(values.map(literalType));
  const all = listAt(schema, "allOf");
  if (all !== undefined) return intersection(all.map((part) => typeOf(reading, part)));
  const any = listAt(schema, "anyOf");
  return any === undefined ? ownType(reading, schema) : union(any.map((choice) => typeOf(reading, choice)));
}

function referenced(reading: Reading, pointer: string): Type {
  const [, , key = ""] = parsePointer(pointer);
  const name = reading.names.schemas.get(key);
  return name === undefined ? unknown : { kind: "reference", name };
}

function ownType(reading: Reading, schema: JsonObject): Type {
  const said = statedLimits(schema);
  const type = member(schema, "type");
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
      return listType(reading, schema, said);
    case "object":
      return objectType(reading, schema) ?? anyObject;
    default:
      return unknown;
  }
}

function listType(reading: Reading, schema: JsonObject, said: { constraints?: Constraints }): Type {
  const items = member(schema, "items");
  const places = listAt(schema, "prefixItems");
  if (!isList(places)) {
    return { kind: "array", items: items === undefined ? unknown : typeOf(reading, items), ...said };
  }
  return {
    kind: "tuple",
    items: places.map((place) => typeOf(reading, place)),
    required: Math.min(numberAt(schema, "minItems") ?? 0, places.length),
    rest: items === false ? undefined : typeOf(reading, items),
  };
}
