import { describe, expect, test } from "vitest";
import { messages, withSchema } from "./fixtures/check/judge.ts";

const at = "#/components/schemas/Key";

describe("every schema of OpenAPI 3.1 is JSON Schema 2020-12", () => {
  test.each([
    [
      "{ type: strng }",
      `error ${at}/type \`type\` must be \`array\`, \`boolean\`, \`integer\`, \`number\`, \`object\`, \`string\` or \`null\`, or a list of them; found "strng". Did you mean \`string\`?`,
    ],
    [
      "{ type: [string, null] }",
      `error ${at}/type \`type\` must be \`array\`, \`boolean\`, \`integer\`, \`number\`, \`object\`, \`string\` or \`null\`, or a list of them; found ["string",null]. Put "null" in quotes.`,
    ],
    [
      "{ type: [string, string] }",
      `error ${at}/type \`type\` must be a list of different types; found ["string","string"].`,
    ],
    [
      '{ minLength: "1" }',
      `error ${at}/minLength \`minLength\` must be a whole number, 0 or more; found "1". Remove the quotes.`,
    ],
    ["{ maxItems: -1 }", `error ${at}/maxItems \`maxItems\` must be a whole number, 0 or more; found -1.`],
    ["{ multipleOf: 0 }", `error ${at}/multipleOf \`multipleOf\` must be a number above 0; found 0.`],
    [
      "{ exclusiveMinimum: true }",
      `error ${at}/exclusiveMinimum \`exclusiveMinimum\` must be a number; found true. In OpenAPI 3.1 it is the bound itself: give the number, in place of \`minimum\`.`,
    ],
    [
      "{ properties: { a: { required: true } } }",
      `error ${at}/properties/a/required \`required\` must be a list of different property names; found true. List the names of required properties beside \`properties\`.`,
    ],
    [
      "{ required: [a, a] }",
      `error ${at}/required \`required\` must be a list of different property names; found ["a","a"].`,
    ],
    [
      "{ properties: { a: string, b: 1 } }",
      [
        `error ${at}/properties/a Entry \`a\` of \`properties\` must be a schema, that is an object, \`true\` or \`false\`; found "string".`,
        `error ${at}/properties/b Entry \`b\` of \`properties\` must be a schema, that is an object, \`true\` or \`false\`; found 1.`,
      ],
    ],
    [
      "{ allOf: [] }",
      `error ${at}/allOf \`allOf\` must be a list of schemas, at least one; found an empty list.`,
    ],
    [
      "{ items: [{ type: string }] }",
      `error ${at}/items \`items\` must be a schema, that is an object, \`true\` or \`false\`; found a list. Write schemas by position as \`prefixItems\`.`,
    ],
    [
      "{ enum: [] }",
      `error ${at}/enum \`enum\` must be a list with at least one value; found an empty list.`,
    ],
    [
      "{ examples: { a: 1 } }",
      `error ${at}/examples \`examples\` must be a list of values; found an object.`,
    ],
    [
      "{ dependentRequired: { a: b } }",
      `error ${at}/dependentRequired/a Entry \`a\` of \`dependentRequired\` must be a list of different property names; found "b".`,
    ],
    ["{ readOnly: 'yes' }", `error ${at}/readOnly \`readOnly\` must be \`true\` or \`false\`; found "yes".`],
    ["{ $ref: 5 }", `error ${at}/$ref \`$ref\` must be a string; found 5.`],
    [
      "{ discriminator: kind }",
      `error ${at}/discriminator \`discriminator\` must be an object with \`propertyName\`; found "kind".`,
    ],
    [
      "{ discriminator: { propertyName: kind, mapping: { a: 1 } } }",
      `error ${at}/discriminator/mapping/a Entry \`a\` of \`mapping\` must be a string; found 1.`,
    ],
    [
      "{ type: object, requried: [a] }",
      `warning ${at}/requried \`requried\` is no keyword of a schema, so it is ignored. Did you mean \`required\`?`,
    ],
    [
      "{ type: string, nullable: true }",
      `warning ${at}/nullable \`nullable\` means nothing in OpenAPI 3.1. Add "null" to \`type\`, or \`{ type: "null" }\` to \`anyOf\`.`,
    ],
  ])("%s", async (schema, expected) => {
    const all = typeof expected === "string" ? [expected] : expected;
    // In any order, and each of them once.
    expect((await messages(withSchema(schema))).toSorted()).toEqual(all.toSorted());
  });

  test.each([
    "true",
    "{}",
    "{ type: [string, 'null'], enum: [a, null], const: a, format: anything, examples: [a], $comment: why, x-anything: 1 }",
    "{ type: array, prefixItems: [true, {}], items: false, uniqueItems: true }",
    "{ type: object, properties: { $ref: { type: string }, type: {}, required: {} }, required: [], additionalProperties: false, patternProperties: { ^a: true }, unevaluatedProperties: false }",
    "{ $defs: { A: { type: string } }, properties: { a: { $ref: '#/components/schemas/Key/$defs/A', description: Mine } } }",
    "{ default: { $ref: nowhere }, example: { type: strng }, enum: [{ $ref: nowhere }] }",
  ])("%s is fine", async (schema) => {
    expect(await messages(withSchema(schema))).toEqual([]);
  });
});

describe("every schema of OpenAPI 3.0 is what that version calls one", () => {
  test.each([
    [
      "{ type: [string, 'null'] }",
      `error ${at}/type \`type\` must be one type; found ["string","null"]. OpenAPI 3.0 writes null as \`nullable: true\`.`,
    ],
    [
      "{ const: a }",
      `error ${at}/const \`const\` is no keyword of a schema in OpenAPI 3.0. It belongs to OpenAPI 3.1.`,
    ],
    [
      "{ propertis: {} }",
      `error ${at}/propertis \`propertis\` is no keyword of a schema in OpenAPI 3.0. Did you mean \`properties\`?`,
    ],
    [
      "{ colour: red }",
      `error ${at}/colour \`colour\` is no keyword of a schema in OpenAPI 3.0. Remove it, or begin its name with \`x-\`.`,
    ],
    [
      "{ exclusiveMinimum: 1 }",
      `error ${at}/exclusiveMinimum \`exclusiveMinimum\` must be \`true\` or \`false\`; found 1. In OpenAPI 3.0 the number stands in \`minimum\`.`,
    ],
    [
      "{ required: [] }",
      `error ${at}/required \`required\` must be a list of different property names, at least one; found an empty list.`,
    ],
    ["{ items: true }", `error ${at}/items \`items\` must be a schema, that is an object; found true.`],
    [
      "{ items: [{}] }",
      `error ${at}/items \`items\` must be a schema, that is an object; found a list. OpenAPI 3.0 has no tuples: use \`items: { anyOf: […] }\`.`,
    ],
  ])("%s", async (schema, expected) => {
    expect(await messages(withSchema(schema, "3.0.3"))).toEqual([expected]);
  });

  test.each([
    "{ type: string, nullable: true, enum: [a, null], example: 1, x-anything: 1, minimum: 1, exclusiveMinimum: true }",
    "{ additionalProperties: true, properties: { a: { $ref: '#/components/schemas/Other', description: ignored, summary: ignored } } }",
  ])("%s is fine", async (schema) => {
    expect(await messages(withSchema(schema, "3.0.3"))).toEqual([]);
  });
});

describe("patterns are regular expressions for every validator", () => {
  test.each([
    [
      "{ pattern: '[a-' }",
      `warning ${at}/pattern \`[a-\` is not a valid regular expression: unterminated character class.`,
    ],
    [
      "{ pattern: '^\\-$' }",
      `warning ${at}/pattern \`^\\-$\` is not a valid regular expression: invalid escape. JSON Schema reads patterns in Unicode mode: escape only what needs it.`,
    ],
    [
      "{ patternProperties: { '(': {} }, additionalProperties: false }",
      `warning ${at}/patternProperties/( \`(\` is not a valid regular expression: unterminated group.`,
    ],
  ])("%s", async (schema, expected) => {
    expect(await messages(withSchema(schema))).toEqual([expected]);
  });

  test("and those are", async () => {
    expect(await messages(withSchema("{ pattern: '^\\p{L}[\\w.\\-]+\\/(?<year>\\d{4})$' }"))).toEqual([]);
  });
});

describe("legal, but worth a word", () => {
  test.each([
    [
      "{ minimum: 5, maximum: 1 }",
      `warning ${at}/minimum \`minimum\` is 5 and \`maximum\` is 1, so no value fits. Swap them.`,
    ],
    [
      "{ type: string, enum: [a, 1] }",
      `warning ${at}/enum/1 \`enum\` lists 1, which is not of type string. Put it in quotes.`,
    ],
    [
      "{ type: integer, enum: [1, a] }",
      `warning ${at}/enum/1 \`enum\` lists "a", which is not of type integer.`,
    ],
    [
      "{ not: { type: string } }",
      `warning ${at}/not \`not\` has no counterpart in TypeScript: the type is wider than the schema here.`,
    ],
    [
      "{ if: {}, then: {} }",
      [
        `warning ${at}/if \`if\` has no counterpart in TypeScript: the type is wider than the schema here.`,
        `warning ${at}/then \`then\` has no counterpart in TypeScript: the type is wider than the schema here.`,
      ],
    ],
    [
      "{ type: array, items: {}, contains: { const: a }, minContains: 2 }",
      `warning ${at}/contains \`contains\` has no counterpart in TypeScript: the type is wider than the schema here.`,
    ],
    [
      "{ propertyNames: { minLength: 2 } }",
      `warning ${at}/propertyNames \`propertyNames\` has no counterpart in TypeScript: the type is wider than the schema here.`,
    ],
    [
      "{ patternProperties: { '^x-': {}, '^y-': {} } }",
      `warning ${at}/patternProperties Names that match no pattern may hold anything, so the type of all of them is \`unknown\`. Where there are no others, say \`additionalProperties: false\`.`,
    ],
    ["{ patternProperties: { '.*': {} } }", []],
    ["{ patternProperties: { '^x-': {} }, additionalProperties: false }", []],
    ["{ $ref: '#/components/schemas/Other', properties: { a: {} }, required: [a] }", []],
    [
      "{ $schema: 'http://json-schema.org/draft-07/schema#' }",
      `warning ${at}/$schema Schemas are read as JSON Schema 2020-12; found "http://json-schema.org/draft-07/schema#". Write \`https://json-schema.org/draft/2020-12/schema\`.`,
    ],
  ])("%s", async (schema, expected) => {
    expect(await messages(withSchema(schema))).toEqual(typeof expected === "string" ? [expected] : expected);
  });

  test.each([
    ["properties: {}, required: [a]", "`properties` and `required` do"],
    ["type: object, nullable: true", "`type` does"],
  ])("what stands beside a reference in 3.0: %s", async (beside, which) => {
    const schema = `{ $ref: '#/components/schemas/Other', ${beside} }`;
    expect(await messages(withSchema(schema, "3.0.3"))).toEqual([
      expect.stringContaining(
        `OpenAPI 3.0 ignores what stands beside \`$ref\`: ${which} not count. Put both into \`allOf\`.`,
      ),
    ]);
  });

  test("the dialect of a document", async () => {
    const text = `${withSchema("{}")}jsonSchemaDialect: https://example.com/own\n`;
    expect(await messages(text)).toEqual([
      expect.stringContaining(
        'warning #/jsonSchemaDialect Schemas are read as JSON Schema 2020-12; found "https://example.com/own".',
      ),
    ]);
    expect(
      await messages(text.replace("https://example.com/own", "https://json-schema.org/draft/2020-12/schema")),
    ).toEqual([]);
    expect(
      await messages(
        text.replace("https://example.com/own", "https://spec.openapis.org/oas/3.1/dialect/base"),
      ),
    ).toEqual([]);
  });
});
