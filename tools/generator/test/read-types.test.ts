import { describe, expect, test } from "vitest";
import type { Type } from "../src/read/model.ts";
import { readText, schemaOf, typeOf } from "./fixtures/read/documents.ts";

/*
 * What a schema means is proven against openapi-typescript in read-equality.test.ts. Here stands what that cannot show:
 * the model says it in one way, and what the printed type leaves out (formats, constraints, secrets) is there.
 */

const text: Type = { kind: "string", format: undefined };
const nothing: Type = { kind: "null" };

describe("one spelling for what documents spell in several ways", () => {
  test.each([
    ["nullable of 3.0", "{ type: string, nullable: true }"],
    ["a type list of 3.1", "{ type: [string, 'null'] }"],
    ["anyOf with null", "{ anyOf: [type: string, type: 'null'] }"],
    ["a union in a union", "{ anyOf: [type: string, { oneOf: [type: 'null', type: string] }] }"],
    ["nullable said twice", "{ type: [string, 'null'], nullable: true }"],
  ])("%s is a union with null", (_, schema) => {
    expect(typeOf(schema)).toEqual({ kind: "union", members: [text, nothing] });
  });

  test.each(["{ oneOf: [type: string] }", "{ anyOf: [type: string] }", "{ allOf: [type: string] }"])(
    "a combination of one is that one: %s",
    (schema) => expect(typeOf(schema)).toEqual(text),
  );

  test("a union with anything is anything", () => {
    expect(typeOf("{ anyOf: [type: string, {}] }")).toEqual({ kind: "unknown" });
  });

  test("an intersection with anything is the rest", () => {
    expect(typeOf("{ allOf: [type: string, {}] }")).toEqual(text);
  });
});

test("formats stay with strings and numbers; binary is a kind of its own", () => {
  expect(typeOf("{ type: string, format: uuid }")).toEqual({ kind: "string", format: "uuid" });
  expect(typeOf("{ type: integer, format: int64 }")).toEqual({
    kind: "number",
    integer: true,
    format: "int64",
  });
  expect(typeOf("{ type: number }")).toEqual({ kind: "number", integer: false });
  expect(typeOf("{ type: string, format: binary }")).toEqual({ kind: "binary" });
});

test("a type carries the constraints of its schema, for places that have no other", () => {
  expect(typeOf("{ type: array, maxItems: 3, items: { type: string, minLength: 2 } }")).toEqual({
    kind: "array",
    constraints: { maxItems: 3 },
    items: { kind: "string", constraints: { minLength: 2 } },
  });
});

test("the exclusive bounds of 3.0 become those of 3.1", () => {
  const old = "{ type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true }";
  expect(schemaOf("S", `S: ${old}`).constraints).toEqual({ exclusiveMinimum: 0, exclusiveMaximum: 9 });
  const inclusive = "{ type: number, minimum: 0, exclusiveMinimum: false }";
  expect(schemaOf("S", `S: ${inclusive}`).constraints).toEqual({ minimum: 0 });
});

test("every constraint is read", () => {
  const schema = schemaOf(
    "S",
    "S: { format: f, minimum: 1, maximum: 2, exclusiveMinimum: 3, exclusiveMaximum: 4, multipleOf: 5, minLength: 6, maxLength: 7, pattern: p, minItems: 8, maxItems: 9, uniqueItems: true, minProperties: 10, maxProperties: 11 }",
  );
  expect(schema.constraints).toEqual({
    format: "f",
    minimum: 1,
    maximum: 2,
    exclusiveMinimum: 3,
    exclusiveMaximum: 4,
    multipleOf: 5,
    minLength: 6,
    maxLength: 7,
    pattern: "p",
    minItems: 8,
    maxItems: 9,
    uniqueItems: true,
    minProperties: 10,
    maxProperties: 11,
  });
});

const property = (schemas: string) => {
  const { type } = schemaOf("S", schemas);
  if (type.kind !== "object" || type.properties[0] === undefined) throw new Error("No property");
  return type.properties[0];
};

describe("a property", () => {
  test("knows all its schema says", () => {
    const schema =
      "{ type: string, description: A name., readOnly: true, deprecated: true, default: x, examples: [a, b] }";
    expect(property(`S: { required: [name], properties: { name: ${schema} } }`)).toEqual({
      name: "name",
      required: true,
      readOnly: true,
      writeOnly: false,
      deprecated: true,
      sensitive: false,
      description: "A name.",
      type: text,
      constraints: {},
      default: "x",
      examples: ["a", "b"],
    });
  });

  test("takes what its schema says through a reference, and says otherwise itself", () => {
    const schemas = [
      "S: { properties: { name: { $ref: '#/components/schemas/Name', description: Mine. } } }",
      "Name: { type: string, description: Its., maxLength: 9, default: n, example: e }",
    ];
    expect(property(schemas.join("\n"))).toMatchObject({
      description: "Mine.",
      type: { kind: "reference", name: "Name" },
      constraints: { maxLength: 9 },
      default: "n",
      examples: ["e"],
    });
  });

  test("sees through the allOf of one that 3.0 puts around a reference, and through null", () => {
    const name = "Name: { type: string, description: Its., maxLength: 9 }";
    const wrapped = "{ allOf: [$ref: '#/components/schemas/Name'], default: n }";
    expect(property(`S: { properties: { name: ${wrapped} } }\n${name}`)).toMatchObject({
      description: "Its.",
      constraints: { maxLength: 9 },
      default: "n",
    });
    const nullable = "{ anyOf: [$ref: '#/components/schemas/Name', type: 'null'] }";
    expect(property(`S: { properties: { name: ${nullable} } }\n${name}`)).toMatchObject({
      constraints: { maxLength: 9 },
      description: "Its.",
    });
  });

  test("has the tightest bounds of an allOf", () => {
    const parts = "[{ type: string, minLength: 2, maxLength: 9 }, { minLength: 5, pattern: a }]";
    expect(property(`S: { properties: { name: { allOf: ${parts} } } }`).constraints).toEqual({
      minLength: 5,
      maxLength: 9,
      pattern: "a",
    });
  });

  test.each([
    ["x-sensitive", "{ type: string, x-sensitive: true }"],
    ["the format password", "{ type: string, format: password }"],
    ["writeOnly", "{ type: string, writeOnly: true }"],
    ["a reference to a secret", "{ $ref: '#/components/schemas/Secret' }"],
    ["a secret or null", "{ anyOf: [type: string, x-sensitive: true, type: 'null'] }"],
    ["a list of secrets", "{ type: array, items: { $ref: '#/components/schemas/Secret' } }"],
  ])("is sensitive by %s", (_, schema) => {
    const secret = "Secret: { type: string, format: password }";
    expect(property(`S: { properties: { a: ${schema} } }\n${secret}`).sensitive).toBe(true);
  });

  test("is not sensitive because of what it holds deeper down", () => {
    const inner = "{ type: object, properties: { secret: { type: string, x-sensitive: true } } }";
    expect(property(`S: { properties: { a: ${inner} } }`).sensitive).toBe(false);
  });

  test("may be called anything", () => {
    const { type } = schemaOf(
      "S",
      "S: { required: [__proto__], properties: { __proto__: { type: string }, constructor: {} } }",
    );
    expect(type).toMatchObject({
      kind: "object",
      properties: [
        { name: "__proto__", required: true, type: { kind: "string" } },
        { name: "constructor", required: false, type: { kind: "unknown" } },
      ],
    });
  });
});

describe("references", () => {
  test("to schemas are names, also in circles", () => {
    expect(
      schemaOf("Node", "Node: { properties: { next: { $ref: '#/components/schemas/Node' } } }").type,
    ).toMatchObject({
      properties: [{ name: "next", type: { kind: "reference", name: "Node" } }],
    });
  });

  test("to other places are read where they lead", () => {
    const schemas =
      "A: { properties: { id: { type: integer } } }\nB: { $ref: '#/components/schemas/A/properties/id' }";
    expect(schemaOf("B", schemas).type).toEqual({ kind: "number", integer: true });
  });

  test("may be percent-encoded and hold slashes", () => {
    const schemas = '"a/b c": { type: string }\nB: { $ref: "#/components/schemas/a~1b%20c" }';
    expect(schemaOf("B", schemas).type).toEqual({ kind: "reference", name: "ABC" });
  });

  test("that lead nowhere mean anything", () => {
    expect(typeOf("{ $ref: '#/nowhere' }")).toEqual({ kind: "unknown" });
  });

  test("to what has no name give it one, so that circles end", () => {
    const circle =
      "A: { properties: { list: { type: array, items: { $ref: '#/components/schemas/A/properties/list' } } } }";
    expect(schemaOf("A", circle).type).toMatchObject({
      properties: [{ name: "list", type: { kind: "array", items: { kind: "reference", name: "AList" } } }],
    });
  });
});

test("a schema knows its description, examples and deprecation", () => {
  expect(schemaOf("S", "S: { type: string, description: D., deprecated: true, examples: [a] }")).toEqual({
    key: "S",
    name: "S",
    description: "D.",
    deprecated: true,
    type: text,
    constraints: {},
    examples: ["a"],
  });
});

test("a wide schema that is used often is read once", () => {
  const levels = Array.from({ length: 60 }, (_, level) => {
    const next = `{ $ref: '#/x-parts/L${level + 1}' }`;
    return `  L${level}: { type: object, properties: { a: ${next}, b: ${next} } }`;
  });
  const document = `x-parts:\n${levels.join("\n")}\n  L60: { type: string }\ncomponents: { schemas: { S: { $ref: '#/x-parts/L0' } } }`;
  const started = performance.now();
  readText(document);
  expect(performance.now() - started).toBeLessThan(1000);
});
