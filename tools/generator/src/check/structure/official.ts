import { createRequire } from "node:module";
import type { Json } from "../../read/model.ts";
import { isList, isObject, member, type JsonObject } from "../../load/json.ts";
import { withoutClauses30, withoutClauses31 } from "./clauses.ts";

/*
 * The official JSON schemas of OpenAPI, in the form that explains best what is wrong.
 *
 * They say what a document may be; they were not written to say why one is not. Each change here keeps the documents
 * they accept, or leaves a clause to one of our rules that words it better. Schema Objects are left out on purpose:
 * the schema of 3.1 does not look inside them, and our own table of keywords judges both versions alike.
 */

/** The schema for documents of a version, ready to be compiled. */
export function officialSchema(version: "3.0" | "3.1"): JsonObject {
  const file: unknown = createRequire(import.meta.url)(
    `@seriousme/openapi-schema-validator/schemas/v${version}/schema.json`,
  );
  const schema = file as Json;
  const prepared =
    version === "3.0"
      ? rewrite(schema, (part, key) => withoutClauses30(prepare30(part, key), key))
      : rewrite(schema, (part, key) => prepare31(withoutClauses31(part, key), key));
  return isObject(prepared) ? prepared : {};
}

/** Draft-04 to 2020-12, and choices that tell which branch was meant. */
function prepare30(schema: JsonObject, key: string): JsonObject {
  const { id: _id, $schema: _dialect, ...rest } = schema;
  if (key === "Schema") return { type: "object" };
  const comment = /^[A-Z]/.test(key) ? { $comment: key } : {};
  const choices = member(schema, "oneOf");
  if (!isList(choices)) return { ...rest, ...comment };
  // An error inside an object would be told three times: for the object, for the reference, for the choice.
  const object = choices.filter((choice) => member(choice, "$ref") !== "#/definitions/Reference");
  if (object.length < choices.length) {
    const branch = object.length === 1 ? object[0] : { anyOf: object };
    const { oneOf: _choices, ...others } = rest;
    return { ...others, ...unless({ type: "object", required: ["$ref"] }, branch ?? true) };
  }
  if (key === "SecurityScheme") return { $comment: key, ...byType(choices) };
  // `bearerFormat` beside another scheme than bearer: harmless, and the choice says nothing a person understands.
  if (key === "HTTPSecurityScheme") {
    const { oneOf: _choices, ...others } = rest;
    return { ...others, $comment: key };
  }
  return { ...rest, ...comment };
}

/** The four security schemes of 3.0 as a chain of `unless type is another …`. */
function byType(choices: readonly Json[]): JsonObject {
  const types = ["apiKey", "http", "oauth2", "openIdConnect"];
  const allOf = choices.map((choice, index) => unless(otherThan(types[index] ?? ""), choice));
  return { type: "object", required: ["type"], properties: { type: { enum: types } }, allOf };
}

function otherThan(type: string): JsonObject {
  return { not: { type: "object", properties: { type: { const: type } }, required: ["type"] } };
}

/** The schema, for values that do not pass the test. */
function unless(test: JsonObject, schema: Json): JsonObject {
  return { if: test, else: schema };
}

/**
 * Where nothing but the `x-` clause is added from elsewhere, "unevaluated" properties are simply additional ones:
 * that compiles to a third of the code, and does not follow every other error with one more.
 */
function prepare31(schema: JsonObject, key: string): JsonObject {
  const tested = member(schema, "properties");
  // `if: type is oauth2` holds for an object without a type as well, and would ask it for flows.
  if (key === "if" && isObject(tested)) return { ...schema, required: Object.keys(tested) };
  const { $schema: _dialect, unevaluatedProperties, $ref: reference, ...rest } = schema;
  const plain = !("allOf" in schema) && !("dependentSchemas" in schema) && !("if" in schema);
  if (unevaluatedProperties !== false || reference !== "#/$defs/specification-extensions" || !plain) {
    const { $schema: _same, ...others } = schema;
    return others;
  }
  const patterns = member(schema, "patternProperties");
  const patternProperties = { ...(isObject(patterns) ? patterns : {}), "^x-": true };
  return { ...rest, patternProperties, additionalProperties: false };
}

/** Applies a change to every object inside a schema, innermost first, telling it the key it stands under: `#` is the root. */
function rewrite(value: Json, change: (schema: JsonObject, key: string) => JsonObject, key = "#"): Json {
  if (isList(value)) return value.map((item) => rewrite(item, change, "item"));
  if (!isObject(value)) return value;
  const inside = Object.entries(value).map(([name, inner]): [string, Json] => [
    name,
    rewrite(inner, change, name),
  ]);
  return change(Object.fromEntries(inside), key);
}
