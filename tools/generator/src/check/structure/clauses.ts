import { isList, member, type JsonObject } from "../../load/json.ts";

/*
 * Clauses of the official schemas that rules of ours word better, taken out so that nothing is told twice: locations
 * and styles of parameters (rules/parameters.ts), names of components (rules/parameters.ts), missing paths
 * (rules/paths.ts) and responses (rules/operations.ts), things declared twice. And one that contradicts the specification.
 */

/** The part of the schema of 3.0 that stands under `key`, without the clauses that are left to rules. */
export function withoutClauses30(schema: JsonObject, key: string): JsonObject {
  switch (key) {
    case "#":
      return { ...schema, required: ["openapi", "info"] };
    case "ParameterLocation":
      return {};
    case "Operation":
      return omit(schema, "required");
    case "Responses":
      return omit(schema, "minProperties");
    case "SchemaXORContent":
      return omit(schema, "not");
    case "parameters":
    case "tags":
      return omit(schema, "uniqueItems");
    default:
      return schema;
  }
}

/** The same for 3.1. */
export function withoutClauses31(schema: JsonObject, key: string): JsonObject {
  if (key === "#") return omit(schema, "anyOf");
  if (key === "responses") return omit(schema, "minProperties", "if", "then");
  if (key.startsWith("^(?:schemas|")) return {};
  // Beyond the query these two mean nothing, but frameworks write them, mostly as `false`. A rule tells of the rest.
  if (key === "styles-for-query") return { properties: { allowReserved: { type: "boolean" } } };
  if (key === "parameter") {
    const { if: _inQuery, then: allowEmptyValue, ...others } = schema;
    return { ...others, allOf: [allowEmptyValue ?? {}] };
  }
  if (key.startsWith("styles-for-")) return {};
  // Of a link. The specification allows any value, its schema only texts.
  if (key === "parameters" && member(schema, "$ref") === "#/$defs/map-of-strings") return { type: "object" };
  const values = member(schema, "enum");
  return key === "in" && isList(values) && values.includes("path") ? { type: "string" } : schema;
}

function omit(schema: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}
