import { withOperation, withSchema } from "../fragments.ts";
import type { Fragment, Row, Version } from "../row.ts";

const text = { type: "string" };
const number = { type: "integer" };
const ref = (path: string): object => ({ $ref: `#/components/schemas/${path}` });

/** A schema, and the type called for it. */
function schema(feature: string, value: unknown, type: string, only?: Version, others: Fragment = {}): Row {
  return {
    feature,
    status: "supported",
    ...(only && { versions: [only] }),
    document: withSchema(value, others),
    types: { "sdk.Thing": type },
  };
}

/** A keyword whose loss is told, and the wider type. */
function wider(keyword: string, value: object, type: string): Row {
  return {
    feature: `\`${keyword}\``,
    versions: ["3.1"],
    status: "warned",
    note: "The type is wider.",
    document: withSchema(value),
    says: [[`#/components/schemas/Thing/${keyword}`, "has no counterpart in TypeScript"]],
    types: { "sdk.Thing": type },
  };
}

const object = { type: "object", properties: { a: text } };

const objects: readonly Row[] = [
  schema(
    "`additionalProperties` beside `properties`",
    { type: "object", properties: { a: number }, additionalProperties: text },
    "{ a?: number } & { [key: string]: string | number }",
  ),
  schema(
    "`patternProperties`, and no others",
    { type: "object", patternProperties: { "^x-": number }, additionalProperties: false },
    "{ [key: string]: number }",
    "3.1",
  ),
  {
    feature: "`patternProperties`, and any others",
    versions: ["3.1"],
    status: "warned",
    note: "The type of all of them is `unknown`.",
    document: withSchema({ type: "object", patternProperties: { "^x-": number } }),
    says: [["#/components/schemas/Thing/patternProperties", "Names that match no pattern may hold anything"]],
    types: { "sdk.Thing": "{ [key: string]: unknown }" },
  },
  schema(
    "`unevaluatedProperties: false`",
    { ...object, unevaluatedProperties: false },
    "{ a?: string }",
    "3.1",
  ),
  schema(
    "`unevaluatedProperties` with a schema",
    { ...object, unevaluatedProperties: number },
    "{ a?: string } & { [key: string]: number | string }",
    "3.1",
  ),
  {
    ...schema(
      "`unevaluatedProperties` beside `allOf`",
      { allOf: [ref("Part")], properties: { b: number }, unevaluatedProperties: false },
      "{ b?: number } & sdk.Part",
      "3.1",
      { Part: object },
    ),
    note: "Other properties are left out of the type, not forbidden.",
  },
  wider("propertyNames", { ...object, propertyNames: { maxLength: 3 } }, "{ a?: string }"),
  wider("dependentRequired", { ...object, dependentRequired: { a: ["b"] } }, "{ a?: string }"),
  wider("dependentSchemas", { ...object, dependentSchemas: { a: { maxProperties: 3 } } }, "{ a?: string }"),
  {
    feature: "`required` of what no `properties` declares",
    status: "warned",
    note: "The type is `unknown`.",
    document: withSchema({ ...object, required: ["id"] }),
    says: [["#/components/schemas/Thing/required/0", "its type is `unknown`"]],
    types: { "sdk.Thing": "{ a?: string; id: unknown }" },
  },
  {
    feature: "`readOnly` and `writeOnly` properties that are required",
    status: "supported",
    note: "Two types where they differ, the one of requests called `…Input`; each lacks nothing it has to have.",
    document: withOperation(
      {
        requestBody: { required: true, content: { "application/json": { schema: ref("Thing") } } },
        responses: { 200: { description: "", content: { "application/json": { schema: ref("Thing") } } } },
      },
      "post",
      {
        components: {
          schemas: {
            Thing: {
              type: "object",
              required: ["id", "secret", "name"],
              properties: {
                id: { type: "integer", readOnly: true },
                secret: { type: "string", writeOnly: true },
                name: text,
              },
            },
          },
        },
      },
    ),
    calls: {
      'client.send({ body: { name: "a", secret: "b" } }).then(({ id }) => id)': {
        sends: "POST /things",
        body: '{"name":"a","secret":"b"}',
        answers: { status: 200, body: '{"id":1,"name":"a"}' },
        gives: 1,
      },
    },
    wrong: ['client.send({ body: { name: "a" } })', 'client.send({ body: { secret: "b" } })'],
  },
];

const lists: readonly Row[] = [
  schema(
    "`prefixItems`: a tuple of so many",
    { type: "array", prefixItems: [text, number], minItems: 2, items: false },
    "[string, number]",
    "3.1",
  ),
  schema(
    "`prefixItems`: places that may be missing, and more of another type",
    { type: "array", prefixItems: [text, number], minItems: 1, items: { type: "boolean" } },
    "[string, number?, ...boolean[]]",
    "3.1",
  ),
  schema("`unevaluatedItems`, as `items`", { type: "array", unevaluatedItems: number }, "number[]", "3.1"),
  schema(
    "`unevaluatedItems` behind `prefixItems`",
    { type: "array", prefixItems: [text], minItems: 1, unevaluatedItems: false },
    "[string]",
    "3.1",
  ),
  {
    feature: "`unevaluatedItems` beside what may speak of the same items",
    versions: ["3.1"],
    status: "warned",
    note: "They may hold anything.",
    document: withSchema({ type: "array", prefixItems: [text], contains: number, unevaluatedItems: false }),
    says: [["#/components/schemas/Thing/contains", "has no counterpart in TypeScript"]],
    types: { "sdk.Thing": "[string?, ...unknown[]]" },
  },
  wider("contains", { type: "array", items: text, contains: { const: "a" } }, "string[]"),
];

const cat = { type: "object", required: ["kind"], properties: { kind: text, lives: number } };
const base = {
  type: "object",
  required: ["kind"],
  properties: { kind: text },
  discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
};

const wholes: readonly Row[] = [
  schema(
    "a schema that contains itself in a map",
    { additionalProperties: ref("Thing") },
    "{ [key: string]: sdk.Thing }",
  ),
  {
    feature: "a schema that contains itself by way of `allOf`",
    status: "supported",
    document: withSchema(
      { type: "object", properties: { all: { type: "array", items: ref("Part") } } },
      { Part: { allOf: [ref("Thing"), { type: "object", properties: { b: number } }] } },
    ),
    types: { "sdk.Thing['all']": "sdk.Part[] | undefined", "sdk.Part": "sdk.Thing & { b?: number }" },
  },
  schema("a list of itself", { type: "array", items: ref("Thing") }, "sdk.Thing[]"),
  {
    feature: "`discriminator` in a base that heirs name in `allOf`",
    status: "supported",
    note: "Each heir has its value.",
    document: withSchema(
      { oneOf: [ref("Cat"), ref("Dog")] },
      {
        Base: base,
        Cat: { allOf: [ref("Base"), { type: "object", properties: { lives: number } }] },
        Dog: { allOf: [ref("Base")] },
      },
    ),
    types: { "sdk.Cat['kind']": '"cat"', "sdk.Dog['kind']": '"Dog"', "sdk.Base['kind']": "string" },
  },
  {
    feature: "`discriminator` with a value that the schema does not admit",
    status: "warned",
    note: "The type goes by the schema.",
    document: withSchema(
      {
        oneOf: [ref("Cat")],
        discriminator: { propertyName: "kind", mapping: { dog: "#/components/schemas/Cat" } },
      },
      { Cat: { ...cat, properties: { kind: { type: "string", enum: ["cat"] } } } },
    ),
    says: [["#/components/schemas/Thing/discriminator/mapping/dog", "can never be that"]],
    types: { "sdk.Cat['kind']": '"cat"' },
  },
  schema(
    "`$defs`",
    { $defs: { Part: object }, type: "array", items: ref("Thing/$defs/Part") },
    "{ a?: string }[]",
    "3.1",
  ),
  schema("a reference into a schema", ref("Cat/properties/kind"), "string", undefined, { Cat: cat }),
  schema("`true` as a schema", { type: "array", items: true }, "unknown[]", "3.1"),
  schema("`false` as a schema", { type: "object", properties: { a: false } }, "{ a?: never }", "3.1"),
  schema(
    "`contentEncoding`",
    { type: "string", contentEncoding: "base64", contentMediaType: "image/png" },
    "string",
    "3.1",
  ),
];

export const schemaKeywords: readonly Row[] = [...objects, ...lists, ...wholes];
