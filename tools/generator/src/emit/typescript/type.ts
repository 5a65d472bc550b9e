import { isList, isObject } from "../../load/json.ts";
import type { Json, ObjectType, Property, Type } from "../../read/model.ts";
import { literal, propertyName } from "./literal.ts";

/** Prints one property of an object type; `models.ts` and `operations.ts` put doc comments on theirs. */
export type PropertyPrinter = (property: Property) => string;

/**
 * A type as a reader would write it: nested objects inline, schemas by name.
 *
 * @param property - How properties of nested objects are printed. Default: name and type, on the same line.
 */
export function printType(type: Type, property: PropertyPrinter = plainProperty): string {
  const print = (inner: Type): string => printType(inner, property);
  switch (type.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
      return type.kind;
    case "binary":
      return "Blob";
    case "literal":
      return literalType(type.value);
    case "array":
      return `${operand(type.items, property)}[]`;
    case "tuple": {
      const places = type.items.map((item, index) =>
        index < type.required ? print(item) : `${operand(item, property)}?`,
      );
      const rest = type.rest === undefined ? [] : [`...${operand(type.rest, property)}[]`];
      return `[${[...places, ...rest].join(", ")}]`;
    }
    case "object":
      return printObject(type, property);
    case "union":
      return type.members.map(print).join(" | ");
    case "intersection":
      return type.members
        .map((member) => (member.kind === "union" ? `(${print(member)})` : print(member)))
        .join(" & ");
    case "reference":
      return type.name;
    default:
      return type satisfies never;
  }
}

/** `name?: string`. */
function plainProperty(property: Property): string {
  return propertySignature(property, printType(property.type));
}

/** A property with its type already printed: `readonly id?: number`. */
export function propertySignature(property: Property, type: string): string {
  return `${property.readOnly ? "readonly " : ""}${propertyName(property.name)}${property.required ? "" : "?"}: ${type}`;
}

/**
 * Properties nobody listed get an intersection with an index signature: in one object literal type the signature would
 * have to admit the listed properties' types too.
 */
function printObject(type: ObjectType, property: PropertyPrinter): string {
  const index =
    type.additional === undefined ? undefined : `{ [key: string]: ${printType(type.additional, property)} }`;
  if (type.properties.length === 0) return index ?? "Record<string, unknown>";
  const members = type.properties.map(property);
  const listed = members.some((member) => member.includes("\n"))
    ? `{\n${members.map((member) => `${member};`).join("\n")}\n}`
    : `{ ${members.join("; ")} }`;
  return index === undefined ? listed : `${listed} & ${index}`;
}

/** In front of `[]`, what has operators of its own needs parentheses. */
function operand(type: Type, property: PropertyPrinter): string {
  const text = printType(type, property);
  const compound =
    type.kind === "union" ||
    type.kind === "intersection" ||
    (type.kind === "object" && type.additional !== undefined && type.properties.length > 0);
  return compound ? `(${text})` : text;
}

/** As a literal, but for objects without members: to TypeScript `{}` is nearly anything. */
function literalType(value: Json): string {
  if (isList(value)) return `[${value.map(literalType).join(", ")}]`;
  if (!isObject(value)) return literal(value);
  const members = Object.entries(value).map(
    ([name, inner]) => `${propertyName(name)}: ${literalType(inner)}`,
  );
  return members.length === 0 ? "Record<string, never>" : `{ ${members.join("; ")} }`;
}
