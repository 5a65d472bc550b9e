import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { load } from "../src/load/index.ts";
import { read } from "../src/read/index.ts";
import type { Json } from "../src/read/model.ts";
import { sampleArguments } from "../src/read/sample.ts";
import { fixture, readText } from "./fixtures/read/documents.ts";

function samples(text: string, which: "required" | "all"): { readonly [argument: string]: Json } {
  const api = readText(text);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("The document has no operation.");
  return Object.fromEntries(sampleArguments(api, operation, which));
}

/** Samples of a body, given its media type object. */
function body(
  media: string,
  which: "required" | "all",
  components = "",
  mediaType = "application/json",
): Json | undefined {
  const request = `{ required: true, content: { ${mediaType}: ${media} } }`;
  return samples(`paths: { /x: { post: { requestBody: ${request}, responses: {} } } }\n${components}`, which)[
    "body"
  ];
}

describe("arguments", () => {
  const document = `
paths:
  /x/{id}:
    post:
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: page, in: query, schema: { type: integer, default: 0 } }
        - { name: size, in: query, schema: { type: integer, default: 20 }, examples: { small: { value: 5 }, big: { value: 500 } } }
        - { name: id, in: header, schema: { type: string, format: uuid } }
      requestBody: { content: { text/plain: { schema: { type: string } } } }
      responses: {}`;

  test("required: only those", () => expect(samples(document, "required")).toEqual({ pathId: 1 }));

  test("all: the first example, the default, or a value of the type", () => {
    expect(samples(document, "all")).toEqual({
      pathId: 1,
      page: 0,
      size: 5,
      headerId: "00000000-0000-4000-8000-000000000001",
      body: "text",
    });
  });
});

test("an example of a parameter that is not what the document describes is passed over", () => {
  const parameter =
    "{ name: id, in: query, required: true, schema: { type: integer, default: 3 }, example: three }";
  expect(samples(`paths: { /x: { get: { parameters: [${parameter}], responses: {} } } }`, "all")).toEqual({
    id: 3,
  });
});

test("an example that no header can hold is passed over", () => {
  const header = 'name: sign, in: header, required: true, schema: { type: string }, example: "a=1,\\nb=2"';
  expect(samples(`paths: { /x: { get: { parameters: [{ ${header} }], responses: {} } } }`, "all")).toEqual({
    sign: "text",
  });
});

test("what stands in a path is never empty", () => {
  const id = "{ name: id, in: path, required: true, schema: { type: string }, example: '' }";
  const version =
    "{ name: version, in: path, required: true, schema: { properties: { major: { type: integer } } } }";
  expect(
    samples(
      `paths: { "/x/{id}/{version}": { get: { parameters: [${id}, ${version}], responses: {} } } }`,
      "required",
    ),
  ).toEqual({
    id: "text",
    version: { major: 1 },
  });
});

describe("bodies with examples", () => {
  const schema =
    "{ type: object, required: [name], properties: { id: { type: integer, readOnly: true }, name: { type: string }, note: { type: string }, tags: { type: array, items: { type: string } } } }";
  const examples =
    "{ some: { value: { name: a, note: n } }, most: { value: { name: b, note: n, tags: [x, y] } }, other: { value: { name: c, note: n, tags: [x] } } }";

  test("show the one with the most members, or what is required of the one with the fewest", () => {
    expect(body(`{ schema: ${schema}, examples: ${examples} }`, "all")).toEqual({
      name: "b",
      note: "n",
      tags: ["x", "y"],
    });
    expect(body(`{ schema: ${schema}, examples: ${examples} }`, "required")).toEqual({ name: "a" });
  });

  test("are not emptied: that would show nothing", () => {
    const optional = "{ type: object, properties: { a: { type: string }, b: { type: string } } }";
    expect(body(`{ schema: ${optional}, example: { a: x, b: y } }`, "required")).toEqual({ a: "x", b: "y" });
  });

  test("are kept whole where the type is a choice: its members may need what each leaves optional", () => {
    const choice = `{ oneOf: [${schema}, { type: object, properties: { other: { type: string } } }] }`;
    expect(body(`{ schema: ${choice}, example: { name: a, note: n } }`, "required")).toEqual({
      name: "a",
      note: "n",
    });
  });

  test("lose what only answers hold", () => {
    expect(body(`{ schema: ${schema}, example: { id: 7, name: a } }`, "all")).toEqual({ name: "a" });
    const components = `components: { schemas: { Key: ${schema} } }`;
    const list = "{ type: array, items: { $ref: '#/components/schemas/Key' } }";
    expect(body(`{ schema: ${list}, example: [{ id: 7, name: a }] }`, "all", components)).toEqual([
      { name: "a" },
    ]);
  });

  test("are passed over where they are not what the document describes", () => {
    const mixed = "{ wrong: { value: { name: 1 } }, text: { value: a }, right: { value: { name: b } } }";
    expect(body(`{ schema: ${schema}, examples: ${mixed} }`, "all")).toEqual({ name: "b" });
    expect(body(`{ schema: ${schema}, example: { note: n } }`, "required")).toEqual({ name: "text" });
    const list = "{ type: array, items: { type: string } }";
    expect(
      body(`{ schema: ${list}, examples: { some: { value: [a, 1] }, all: { value: [b, c] } } }`, "all"),
    ).toEqual(["b", "c"]);
    const holder = "{ required: [size], properties: { size: { type: integer, example: large } } }";
    expect(body(`{ schema: ${holder} }`, "all")).toEqual({ size: 1 });
  });

  test("lose optional members that are not what the document describes, or that it knows nothing of", () => {
    const example = "{ name: a, note: 7, tags: [x, y], other: true }";
    expect(body(`{ schema: ${schema}, example: ${example} }`, "all")).toEqual({
      name: "a",
      tags: ["x", "y"],
    });
    const map = "{ additionalProperties: { type: integer } }";
    expect(body(`{ schema: ${map}, example: { a: 1, b: two } }`, "all")).toEqual({ a: 1 });
    expect(body("{ schema: { type: object }, example: { a: 1 } }", "all")).toEqual({ a: 1 });
  });

  test("are read as the member of a choice that knows most of them", () => {
    const choice = `{ oneOf: [{ properties: { note: { type: string } } }, ${schema}, { type: string }] }`;
    expect(body(`{ schema: ${choice}, example: { name: a, note: n } }`, "all")).toEqual({
      name: "a",
      note: "n",
    });
    expect(body(`{ schema: ${choice}, example: plain }`, "all")).toBe("plain");
  });

  test("may be those of the schema", () => {
    const components =
      "components: { schemas: { Key: { type: object, properties: { id: { readOnly: true }, name: {} }, example: { id: 1, name: k } } } }";
    expect(body("{ schema: { $ref: '#/components/schemas/Key' } }", "all", components)).toEqual({
      name: "k",
    });
  });
});

const level = (n: number): string => {
  const next = `{ $ref: "#/components/schemas/L${(n + 1) % 40}" }`;
  return `    L${n}: { type: object, required: [${n < 39 ? "a, b" : ""}], properties: { a: ${next}, b: ${next}, c: ${next} } }`;
};

describe("made bodies", () => {
  test("hold what is required, or everything", () => {
    const schema =
      "{ type: object, required: [b], properties: { a: { type: string }, b: { type: integer, minimum: 3 }, c: { type: string, readOnly: true } } }";
    expect(body(`{ schema: ${schema} }`, "required")).toEqual({ b: 3 });
    expect(body(`{ schema: ${schema} }`, "all")).toEqual({ a: "text", b: 3 });
    expect(Object.keys(Object(body(`{ schema: ${schema} }`, "all")))).toEqual(["a", "b"]);
  });

  test.each([
    ["b", ["body"]],
    ["a", []],
    ["", []],
  ])("are there when something in them is required, though they may be left out: %s", (required, given) => {
    const schema = `{ type: object, required: [${required}], properties: { a: { type: string, readOnly: true }, b: { type: integer } } }`;
    const request = `{ content: { application/json: { schema: ${schema} } } }`;
    const text = `paths: { /x: { post: { requestBody: ${request}, responses: {} } } }`;
    expect(Object.keys(samples(text, "required"))).toEqual(given);
  });

  test("hold files as text", () => {
    const files = "{ schema: { properties: { file: { type: string, format: binary } } } }";
    expect(body(files, "all", "", "multipart/form-data")).toEqual({ file: "content" });
  });

  test("use examples and defaults of what they hold", () => {
    const components = "components: { schemas: { Code: { type: string, example: A-1 } } }";
    const schema =
      "{ properties: { list: { type: array, items: { $ref: '#/components/schemas/Code' } }, size: { default: 9 } } }";
    expect(body(`{ schema: ${schema} }`, "all", components)).toEqual({ list: ["A-1"], size: 9 });
  });

  test("leave out what nothing can be: it would have to be two things at once", () => {
    const both = "{ allOf: [{ type: string }, { type: integer }] }";
    expect(body(`{ schema: { properties: { a: ${both}, b: { type: string } } } }`, "all")).toEqual({
      b: "text",
    });
    const choice = "{ allOf: [{ type: string }, { enum: [1, b] }] }";
    expect(body(`{ schema: ${choice} }`, "all")).toBe("b");
  });

  test("are null where no finite value exists", () => {
    const components =
      "components: { schemas: { A: { type: object, required: [a], properties: { a: { $ref: '#/components/schemas/A' } } } } }";
    expect(body("{ schema: { $ref: '#/components/schemas/A' } }", "all", components)).toBeNull();
  });

  test("stay small and quick where types hold each other many times over", () => {
    const schemas = `components:\n  schemas:\n${Array.from({ length: 40 }, (_, n) => level(n)).join("\n")}`;
    const started = performance.now();
    body("{ schema: { $ref: '#/components/schemas/L0' } }", "all", schemas);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  // The first is Java's, the second no character at all.
  test.each([String.raw`^[\\p{XDigit}]+$`, String.raw`\\u{110000}`])(
    "are any text where `%s` is no pattern",
    (pattern) => {
      expect(body(`{ schema: { type: string, pattern: "${pattern}" } }`, "all")).toBe("text");
    },
  );

  test("do not hang on a pattern that keeps a regular expression busy", () => {
    const pattern = String.raw`^(?=x)(\\w+\\s?)+$`;
    const started = performance.now();
    body(`{ schema: { type: string, minLength: 5000, pattern: "${pattern}" } }`, "all");
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** Judges values by a document's own schemas. */
function validator(document: Json): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  return ajv.addSchema(Object(document), "document");
}

describe("made values are valid", () => {
  const schemas: { readonly [key: string]: Json } = parse(fixture("samples.yaml"));
  const paths = Object.fromEntries(
    Object.keys(schemas).map((key) => {
      const content = { "application/json": { schema: { $ref: `#/components/schemas/${key}` } } };
      return [`/${key}`, { post: { requestBody: { required: true, content }, responses: {} } }];
    }),
  );
  const document = { paths, components: { schemas } };
  const api = readText(JSON.stringify(document));
  const ajv = validator(document);

  test.each(api.operations.map((operation) => [operation.path.slice(1), operation] as const))(
    "%s",
    (key, operation) => {
      for (const which of ["required", "all"] as const) {
        const value = sampleArguments(api, operation, which).get("body");
        const valid = ajv.validate(`document#/components/schemas/${key}`, value);
        expect(valid ? [] : [which, value, ajv.errorsText()]).toEqual([]);
      }
    },
  );
});

test.each(["golden-docs/vault.yaml"])("samples of %s are valid", async (document) => {
  const source = await load(join(import.meta.dirname, document));
  const api = read(source, "sample");
  const ajv = validator(source.document);
  const invalid = api.operations.flatMap((operation) =>
    (["required", "all"] as const).flatMap((which) => {
      const value = sampleArguments(api, operation, which).get("body");
      const mediaType = operation.body?.contents[0].mediaType.replaceAll("/", "~1");
      const schema = `document${operation.pointer.replaceAll(/[{}]/g, encodeURIComponent)}/requestBody/content/${mediaType}/schema`;
      return value === undefined || ajv.validate(schema, value)
        ? []
        : [[operation.id, which, ajv.errorsText()]];
    }),
  );
  expect(invalid).toEqual([]);
  expect(api.operations.length).toBeGreaterThan(2);
});
