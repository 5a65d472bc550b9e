import { withSchema } from "../fragments.ts";
import type { Row, Version } from "../row.ts";
import { schemaEdges } from "./schemas-edges.ts";
import { schemaIdentity } from "./schemas-identity.ts";
import { schemaKeywords } from "./schemas-keywords.ts";
import { schemaRemarks } from "./schemas-remarks.ts";

const text = { type: "string" };
const cat = { type: "object", required: ["kind"], properties: { kind: text, lives: { type: "integer" } } };
const dog = { type: "object", required: ["kind"], properties: { kind: text, barks: { type: "boolean" } } };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** A schema, and the type called for it. */
function schema(feature: string, value: unknown, type: string, only?: Version, others: object = {}): Row {
  return {
    feature,
    status: "supported",
    ...(only && { versions: [only] }),
    document: withSchema(value, { ...others }),
    types: { "sdk.Thing": type, "Awaited<ReturnType<typeof sdk.send>>": "sdk.Thing" },
  };
}

export const schemas: readonly Row[] = [
  schema("`type: string`", text, "string"),
  schema("`type: integer` and `number`", { type: "integer" }, "number"),
  schema("`type: boolean`", { type: "boolean" }, "boolean"),
  schema("`type: array`", { type: "array", items: text }, "string[]"),
  schema(
    "`type: object`: required and optional properties",
    { type: "object", required: ["a"], properties: { a: text, "b-c": text } },
    '{ a: string; "b-c"?: string }',
  ),
  schema("several types", { type: ["string", "integer"] }, "string | number", "3.1"),
  schema("null: `nullable: true`", { type: "string", nullable: true }, "string | null", "3.0"),
  schema("null: `type: [string, null]`", { type: ["string", "null"] }, "string | null", "3.1"),
  schema("null: `oneOf` with `type: null`", { oneOf: [text, { type: "null" }] }, "string | null", "3.1"),
  schema("null: `anyOf` with `type: null`", { anyOf: [text, { type: "null" }] }, "string | null", "3.1"),
  schema(
    "null: a reference beside `type: null`",
    { oneOf: [ref("Cat"), { type: "null" }] },
    "sdk.Cat | null",
    "3.1",
    {
      Cat: cat,
    },
  ),
  schema(
    "`enum` of texts, odd ones included",
    { type: "string", enum: ["a b", 'c"d', "1", ""] },
    `"a b" | 'c"d' | "1" | ""`,
  ),
  schema("`enum` of numbers", { type: "integer", enum: [1, 2, -3] }, "1 | 2 | -3"),
  schema("`enum` of mixed types", { enum: ["a", 1, true, null] }, '"a" | 1 | true | null'),
  schema("`const`", { const: "a" }, '"a"', "3.1"),
  schema("`format: byte`", { type: "string", format: "byte" }, "string"),
  schema("`format: date-time`", { type: "string", format: "date-time" }, "string"),
  schema("`oneOf`", { oneOf: [ref("Cat"), ref("Dog")] }, "sdk.Cat | sdk.Dog", undefined, {
    Cat: cat,
    Dog: dog,
  }),
  schema("`anyOf`", { anyOf: [ref("Cat"), text] }, "sdk.Cat | string", undefined, { Cat: cat }),
  schema(
    "`allOf`",
    { allOf: [ref("Cat"), { type: "object", properties: { name: text } }] },
    "sdk.Cat & { name?: string }",
    undefined,
    { Cat: cat },
  ),
  schema(
    "`additionalProperties` with a schema",
    { type: "object", additionalProperties: { type: "integer" } },
    "{ [key: string]: number }",
  ),
  {
    feature: "a schema that contains itself",
    status: "supported",
    document: withSchema({
      type: "object",
      properties: { next: ref("Thing"), all: { type: "array", items: ref("Thing") } },
    }),
    types: { "sdk.Thing['next']": "sdk.Thing | undefined", "sdk.Thing['all']": "sdk.Thing[] | undefined" },
  },
  {
    feature: "`discriminator` with `mapping`",
    status: "supported",
    document: withSchema(
      {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
        },
      },
      { Cat: cat, Dog: dog },
    ),
    note: "Narrows by the property.",
    calls: {
      'client.send().then((thing) => (thing.kind === "cat" ? thing.lives : thing.barks))': {
        sends: "GET /things",
        answers: { body: '{"kind":"cat","lives":9}' },
        gives: 9,
      },
    },
    wrong: ["client.send().then((thing) => thing.lives)"],
  },
  {
    feature: "`discriminator` without `mapping`",
    status: "supported",
    document: withSchema(
      { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
      { Cat: cat, Dog: dog },
    ),
    note: "The values are the names of the schemas.",
    calls: {
      'client.send().then((thing) => (thing.kind === "Cat" ? thing.lives : thing.barks))': {
        sends: "GET /things",
        answers: { body: '{"kind":"Dog","barks":true}' },
        gives: true,
      },
    },
  },
  ...["if", "then", "else", "not"].map((keyword): Row => ({
    feature: `\`${keyword}\``,
    versions: keyword === "not" ? ["3.0", "3.1"] : ["3.1"],
    status: "warned",
    note: "The type is wider.",
    document: withSchema({ type: "string", [keyword]: { maxLength: 3 } }),
    says: [[`#/components/schemas/Thing/${keyword}`, "has no counterpart in TypeScript"]],
    types: { "sdk.Thing": "string" },
  })),
  ...schemaKeywords,
  ...schemaRemarks,
  ...schemaIdentity,
  ...schemaEdges,
  {
    feature: "a type that JSON Schema does not know",
    status: "refused",
    document: withSchema({ type: "strng" }),
    says: [["#/components/schemas/Thing/type", "strng"]],
  },
];
