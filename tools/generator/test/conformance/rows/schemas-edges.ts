import { withSchema } from "../fragments.ts";
import type { Fragment, Row, Said, Version } from "../row.ts";

/* Schemas that say little, too much, or something of another version. */

const text = { type: "string" };
const cat = { type: "object", properties: { a: text } };
const ref = { $ref: "#/components/schemas/Cat" };
const thing = "#/components/schemas/Thing";

function supported(
  feature: string,
  value: unknown,
  type: string,
  only?: Version,
  others: Fragment = {},
): Row {
  return {
    feature,
    status: "supported",
    ...(only && { versions: [only] }),
    document: withSchema(value, others),
    types: { "sdk.Thing": type },
  };
}

function warned(feature: string, value: unknown, says: Said, type: string, more: Partial<Row> = {}): Row {
  return {
    feature,
    ...more,
    status: "warned",
    document: withSchema(value, { Cat: cat }),
    says: [says],
    types: { "sdk.Thing": type },
  };
}

function refused(feature: string, value: unknown, says: Said, only?: Version): Row {
  return {
    feature,
    status: "refused",
    ...(only && { versions: [only] }),
    document: withSchema(value),
    says: [says],
  };
}

const little: readonly Row[] = [
  supported("a schema that says nothing, `{}`", {}, "unknown"),
  supported("`type: object` alone", { type: "object" }, "Record<string, unknown>"),
  supported("`type: array` alone", { type: "array" }, "unknown[]"),
  supported("`type: null`", { type: "null" }, "null", "3.1"),
  supported(
    "`additionalProperties: true` beside `properties`",
    { ...cat, additionalProperties: true },
    "{ a?: string } & { [key: string]: unknown }",
  ),
  supported("`additionalProperties: false`", { ...cat, additionalProperties: false }, "{ a?: string }"),
  supported("`oneOf`, `anyOf` and `allOf` of one", { oneOf: [{ anyOf: [{ allOf: [text] }] }] }, "string"),
  supported(
    "`anyOf` of what is required",
    { type: "object", properties: { a: text, b: text }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    "{ a?: string; b?: string } & ({ a: string } | { b: string })",
  ),
];

const siblings: readonly Row[] = [
  warned(
    "keywords beside `$ref`, which 3.0 ignores",
    { ...ref, properties: { b: text } },
    [`${thing}/properties`, "OpenAPI 3.0 ignores what stands beside `$ref`"],
    "sdk.Cat",
    { versions: ["3.0"] },
  ),
  supported(
    "keywords beside `$ref`",
    { ...ref, properties: { b: text } },
    "{ b?: string } & sdk.Cat",
    "3.1",
    { Cat: cat },
  ),
  {
    feature: "`description` and `deprecated` beside the `$ref` of a property",
    status: "supported",
    note: "The nearest counts, in 3.0 as well: nobody writes it without meaning it.",
    document: withSchema(
      { type: "object", properties: { a: { ...ref, description: "Ours.", deprecated: true } } },
      { Cat: { ...cat, description: "Theirs." } },
    ),
    types: { "sdk.Thing": "{ a?: sdk.Cat }" },
    shows: { "src/models.ts": ["/**\n * Ours.\n *\n * @deprecated\n */\na?: Cat"] },
  },
  supported(
    "`nullable` beside the `$ref` of a property",
    { type: "object", properties: { a: { ...ref, nullable: true } } },
    "{ a?: sdk.Cat | null }",
    "3.0",
    { Cat: cat },
  ),
];

const odd: readonly Row[] = [
  supported("`enum` with a value twice", { ...text, enum: ["a", "b", "a"] }, '"a" | "b"'),
  supported(
    "`enum` of texts, with `nullable`",
    { ...text, nullable: true, enum: ["a"] },
    '"a" | null',
    "3.0",
  ),
  warned(
    "`enum` with a value of another type",
    { ...text, enum: ["a", 1] },
    [`${thing}/enum/1`, "`enum` lists 1, which is not of type string"],
    '"a" | 1',
    { note: "The type admits it." },
  ),
  refused("`enum` without a value", { ...text, enum: [] }, [`${thing}/enum`, "at least one value"]),
  warned(
    "`nullable` in 3.1",
    { ...text, nullable: true },
    [`${thing}/nullable`, "`nullable` means nothing in OpenAPI 3.1"],
    "string | null",
    { versions: ["3.1"], note: "The type admits null: people mean it." },
  ),
  refused("a keyword of 3.1 in 3.0", { const: "a" }, [`${thing}/const`, "It belongs to OpenAPI 3.1"], "3.0"),
  refused(
    "a keyword nobody knows",
    { ...text, foo: 1 },
    [`${thing}/foo`, "is no keyword of a schema"],
    "3.0",
  ),
  supported("a keyword nobody knows, which JSON Schema ignores", { ...text, foo: 1 }, "string", "3.1"),
  warned(
    "a keyword that is nearly one",
    { ...text, minLenght: 1 },
    [`${thing}/minLenght`, "Did you mean `minLength`?"],
    "string",
    { versions: ["3.1"] },
  ),
  refused("`required: true` of a property", { type: "object", properties: { a: { required: true } } }, [
    `${thing}/properties/a/required`,
    "List the names of required properties beside `properties`",
  ]),
  refused("`type: file`, of Swagger 2.0", { type: "file" }, [`${thing}/type`, 'found "file"']),
];

export const schemaEdges: readonly Row[] = [...little, ...siblings, ...odd];
