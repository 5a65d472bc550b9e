import { describe, expect, test } from "vitest";
import { operationOf, operationWith } from "./fixtures/read/documents.ts";

/** Media type that a body goes out as, given that of the document. */
const sent = (mediaType: string, schema: string): string | undefined =>
  operationWith(`requestBody: { content: { ${mediaType}: { schema: ${schema} } } }`).body?.contents[0]
    .mediaType;

/** The argument that says which media type a file is of, where callers have to. */
const choice = (mediaType: string): string | undefined =>
  operationWith(
    `requestBody: { content: { ${JSON.stringify(mediaType)}: { schema: { type: string, format: binary } } } }`,
  ).body?.mediaTypeArgument;

describe("bodies", () => {
  test("may be references and have several media types", () => {
    const components = `
components:
  requestBodies:
    Key:
      required: true
      description: The key.
      content:
        application/json: { schema: { type: object }, examples: { small: { value: {} } } }
        multipart/form-data: { schema: { properties: { file: { type: string, format: binary } } } }`;
    expect(operationWith("requestBody: { $ref: '#/components/requestBodies/Key' }", components).body).toEqual(
      {
        required: true,
        description: "The key.",
        contents: [
          {
            mediaType: "application/json",
            kind: "json",
            type: { kind: "object", properties: [] },
            examples: [{ name: "small", named: true, value: {} }],
          },
          {
            mediaType: "multipart/form-data",
            kind: "multipart",
            type: {
              kind: "object",
              properties: [expect.objectContaining({ name: "file", type: { kind: "binary" } })],
            },
            examples: [],
          },
        ],
        mediaTypeArgument: "contentType",
      },
    );
  });

  test("that may be of any media type go out as what carries them, where that is one of the range", () => {
    const file = "{ type: string, format: binary }";
    expect(sent("'*/*'", "{ type: object }")).toBe("application/json");
    expect(sent("'*/*'", file)).toBe("application/octet-stream");
    expect(sent("application/*+json", "{ type: object }")).toBe("application/json");
    expect(sent("text/*", "{ type: string }")).toBe("text/plain");
    expect(sent("image/*", file)).toBe("image/*");
  });

  test.each(["image/*", "image/*; q=1", "image/*+xml"])("%s is a range: callers choose", (range) => {
    expect(choice(range)).toBe("contentType");
  });

  test.each(["/*.", "image/*.", "image/a*", "a/*/b", "image/png;a=*"])(
    "%s is a name with a star in it",
    (name) => {
      expect(choice(name)).toBeUndefined();
    },
  );

  test("are optional unless required, and none without a media type", () => {
    expect(operationWith("requestBody: { content: { application/json: {} } }").body?.required).toBe(false);
    expect(operationWith("requestBody: { content: {} }").body).toBeUndefined();
  });

  test("without schema can be anything", () => {
    expect(
      operationWith("requestBody: { content: { application/json: {} } }").body?.contents[0].type,
    ).toEqual({
      kind: "unknown",
    });
  });

  test.each([
    ["application/json", "json"],
    ["application/json; charset=utf-8", "json"],
    ["Application/Problem+JSON", "json"],
    ["'*/*'", "json"],
    ["application/x-www-form-urlencoded", "form"],
    ["multipart/form-data", "multipart"],
    // Only forms can be made of fields.
    ["multipart/mixed", "binary"],
    ["text/csv", "text"],
    ["application/xml", "text"],
    ["application/x-ndjson", "text"],
    ["application/octet-stream", "binary"],
    ["image/png", "binary"],
  ])("%s travels as %s", (mediaType, kind) => {
    expect(operationWith(`requestBody: { content: { ${mediaType}: {} } }`).body?.contents[0].kind).toBe(kind);
  });

  test("that are files travel as bytes, whatever their media type", () => {
    const content = "{ text/csv: { schema: { type: string, format: binary } } }";
    expect(operationWith(`requestBody: { content: ${content} }`).body?.contents[0].kind).toBe("binary");
  });
});

const responses = (text: string, rest = "") =>
  operationOf(`paths: { /x: { get: { responses: ${text} } } }\n${rest}`).responses;

describe("responses", () => {
  test("have a number, a range or default as status", () => {
    const text =
      "{ 200: { description: A }, '4xx': { description: B }, default: { description: C }, x-note: { description: D } }";
    expect(responses(text).map(({ status, description }) => [status, description])).toEqual([
      [200, "A"],
      ["4XX", "B"],
      ["default", "C"],
    ]);
  });

  test("may be references, with headers that are references", () => {
    const components = `
components:
  responses:
    Fine:
      description: Fine.
      headers:
        X-Rate: { $ref: "#/components/headers/Rate" }
        Content-Type: { schema: { type: string } }
      content: { application/json: { schema: { type: string } } }
  headers:
    Rate: { description: Left., required: true, deprecated: true, schema: { type: integer, minimum: 0 }, example: 9 }`;
    expect(responses("{ 200: { $ref: '#/components/responses/Fine' } }", components)).toEqual([
      {
        status: 200,
        description: "Fine.",
        contents: [{ mediaType: "application/json", kind: "json", type: { kind: "string" }, examples: [] }],
        headers: [
          {
            name: "X-Rate",
            required: true,
            deprecated: true,
            description: "Left.",
            type: { kind: "number", integer: true, constraints: { minimum: 0 } },
            constraints: { minimum: 0 },
            examples: [{ name: "default", named: false, value: 9 }],
          },
        ],
        links: [],
      },
    ]);
  });

  test.each(["'*/*'", "image/png"])(
    "that are errors are text where others answer the same as a file, %s",
    (mediaType) => {
      const components = `
components:
  responses:
    File: { description: A file., content: { ${mediaType}: { schema: { type: string, format: binary } } } }`;
      const reference = "{ $ref: '#/components/responses/File' }";
      const found = responses(`{ 200: ${reference}, 404: ${reference}, default: ${reference} }`, components);
      expect(found.map(({ status, contents }) => [status, contents[0]?.type.kind])).toEqual([
        [200, "binary"],
        [404, "string"],
        ["default", "string"],
      ]);
    },
  );

  test("without content have no body", () => {
    expect(responses("{ 204: { description: Gone. } }")[0]?.contents).toEqual([]);
  });
});
