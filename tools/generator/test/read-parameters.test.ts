import { describe, expect, test } from "vitest";
import type { Parameter } from "../src/read/model.ts";
import { operationOf, operationWith } from "./fixtures/read/documents.ts";

const ok = "responses: { '200': { description: Fine. } }";

function parameter(text: string, rest = ""): Parameter {
  const [first] = operationWith(`parameters: [${text}]`, rest).parameters;
  if (first === undefined) throw new Error("No parameter");
  return first;
}

describe("parameters", () => {
  test("of the path are shared, and overridden by the operation's own", () => {
    const document = `
paths:
  /x/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: page, in: query, schema: { type: integer } }
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }, { name: id, in: header, schema: { type: string } }]
      ${ok}`;
    expect(operationOf(document).parameters.map(({ argument, type }) => [argument, type.kind])).toEqual([
      ["pathId", "number"],
      ["page", "number"],
      ["headerId", "string"],
    ]);
  });

  test("may be references, in circles not", () => {
    const components =
      "components: { parameters: { Page: { $ref: '#/components/parameters/Real' }, Real: { name: page, in: query, schema: { type: integer } } } }";
    expect(parameter("{ $ref: '#/components/parameters/Page' }", components).name).toBe("page");
    const circle = "components: { parameters: { A: { $ref: '#/components/parameters/A' } } }";
    expect(operationWith("parameters: [$ref: '#/components/parameters/A']", circle).parameters).toEqual([]);
  });

  test("carry what the document says of them", () => {
    const schema = "{ type: integer, minimum: 1, default: 20, format: int32 }";
    expect(
      parameter(
        `{ name: limit, in: query, description: Size., deprecated: true, required: true, schema: ${schema}, example: 50 }`,
      ),
    ).toEqual({
      name: "limit",
      argument: "limit",
      in: "query",
      required: true,
      deprecated: true,
      description: "Size.",
      type: { kind: "number", integer: true, format: "int32", constraints: { minimum: 1 } },
      constraints: { format: "int32", minimum: 1 },
      default: 20,
      examples: [{ name: "default", named: false, summary: undefined, description: undefined, value: 50 }],
      style: "form",
      explode: true,
      allowReserved: false,
      mediaType: undefined,
      sensitive: false,
    });
  });

  test("take default and bounds through the reference of their schema", () => {
    const components =
      "components: { schemas: { Limit: { type: integer, maximum: 500, default: 100, description: Size. } } }";
    expect(
      parameter("{ name: limit, in: query, schema: { $ref: '#/components/schemas/Limit' } }", components),
    ).toMatchObject({
      type: { kind: "reference", name: "Limit" },
      constraints: { maximum: 500 },
      default: 100,
      description: "Size.",
    });
  });

  test.each([
    ["path", "simple", false],
    ["query", "form", true],
    ["header", "simple", false],
    ["cookie", "form", true],
  ])("in %s are %s, explode %s, where nothing is said", (location, style, explode) => {
    expect(parameter(`{ name: a, in: ${location}, schema: {} }`)).toMatchObject({ style, explode });
  });

  test("keep the style they are given", () => {
    expect(
      parameter("{ name: a, in: query, style: deepObject, schema: {}, allowReserved: true }"),
    ).toMatchObject({
      style: "deepObject",
      explode: false,
      allowReserved: true,
    });
    expect(parameter("{ name: a, in: query, explode: false, schema: {} }")).toMatchObject({
      style: "form",
      explode: false,
    });
  });

  test("of paths are required, whatever the document says", () => {
    expect(parameter("{ name: a, in: path, schema: {} }").required).toBe(true);
  });

  test("without schema are text", () => {
    expect(parameter("{ name: a, in: query }").type).toEqual({ kind: "string", format: undefined });
  });

  test("with content have its media type, its schema's type and its examples", () => {
    const content =
      "{ application/json: { schema: { type: array, items: { type: string } }, example: [a] } }";
    expect(parameter(`{ name: filter, in: query, content: ${content} }`)).toMatchObject({
      mediaType: "application/json",
      type: { kind: "array", items: { kind: "string" } },
      examples: [{ name: "default", value: ["a"] }],
    });
  });

  test("that OpenAPI or fetch keep for themselves are none: Accept, Content-Type, Authorization, Content-Length", () => {
    const headers = ["Accept", "content-type", "AUTHORIZATION", "Content-Length", "X-Trace"].map(
      (name) => `{ name: ${name}, in: header, schema: {} }`,
    );
    expect(operationWith(`parameters: [${headers.join(", ")}]`).parameters.map(({ name }) => name)).toEqual([
      "X-Trace",
    ]);
    expect(parameter("{ name: accept, in: query, schema: {} }").name).toBe("accept");
  });

  test.each([
    "{ name: a, in: query, x-sensitive: true, schema: { type: string } }",
    "{ name: a, in: query, schema: { type: string, x-sensitive: true } }",
    "{ name: a, in: query, schema: { type: string, format: password } }",
  ])("are sensitive: %s", (text) => expect(parameter(text).sensitive).toBe(true));
});

describe("examples", () => {
  test("have the names, summaries and values of the document, through references", () => {
    const examples =
      "{ one: { summary: First, description: D., value: a }, two: { $ref: '#/components/examples/Two' }, far: { externalValue: 'x.json' } }";
    const components = "components: { examples: { Two: { value: null } } }";
    expect(
      parameter(`{ name: a, in: query, schema: {}, examples: ${examples} }`, components).examples,
    ).toEqual([
      { name: "one", named: true, summary: "First", description: "D.", value: "a" },
      { name: "two", named: true, summary: undefined, description: undefined, value: null },
    ]);
  });

  test("may be called as a lone one is, and then are not one", () => {
    const examples = "{ default: { value: a } }";
    expect(parameter(`{ name: a, in: query, schema: {}, examples: ${examples} }`).examples).toMatchObject([
      { name: "default", named: true, value: "a" },
    ]);
  });

  test("of the schema count where there are no others", () => {
    const names = parameter("{ name: a, in: query, schema: { type: string, examples: [a, b] } }").examples;
    expect(names.map(({ name, named, value }) => [name, named, value])).toEqual([
      ["default", false, "a"],
      ["default-2", false, "b"],
    ]);
    expect(
      parameter("{ name: a, in: query, schema: { type: string, example: old } }").examples[0]?.value,
    ).toBe("old");
    expect(
      parameter("{ name: a, in: query, example: mine, schema: { example: its } }").examples[0]?.value,
    ).toBe("mine");
  });
});
