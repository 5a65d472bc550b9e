import { describe, expect, test } from "vitest";
import { operationOf } from "./fixtures/read/documents.ts";

const paged = (extension: string, schema: string, components = "") => {
  const limit = "{ name: limit, in: query, schema: { type: integer, default: 20 } }";
  const ids =
    "{ name: page, in: path, schema: {} }, { name: page, in: query, schema: { type: integer, default: 0 } }";
  return operationOf(`
paths:
  /x/{page}:
    get:
      x-pagination: ${extension}
      parameters: [${limit}, ${ids}]
      responses: { "200": { description: A page., content: { application/json: { schema: ${schema} } } } }
${components}`).pagination;
};

describe("pagination", () => {
  const text = { kind: "string", format: undefined };

  test("by page names arguments, not parameters, and the size used when none is given", () => {
    const schema = "{ properties: { results: { type: array, items: { type: string } } } }";
    expect(
      paged(
        "{ style: page, parameter: page, first: 1, limit: limit, items: /results, total: /size }",
        schema,
      ),
    ).toEqual({
      style: "page",
      parameter: "queryPage",
      first: 1,
      limit: "limit",
      defaultLimit: 20,
      items: "/results",
      total: "/size",
      item: text,
    });
  });

  test("begins where the parameter's default says, offsets at 0", () => {
    expect(paged("{ style: page, parameter: page, items: '' }", "{}")).toMatchObject({
      first: 0,
      limit: undefined,
    });
    expect(paged("{ style: page, parameter: limit, items: '' }", "{}")).toMatchObject({ first: 20 });
    expect(paged("{ style: offset, parameter: limit, items: '' }", "{}")).toMatchObject({ first: 0 });
  });

  test("by cursor", () => {
    const components = `
components:
  schemas:
    Page: { allOf: [{ properties: { next: { type: string } } }, { properties: { "a/b": { $ref: "#/components/schemas/Keys" } } }] }
    Keys: { anyOf: [{ type: array, items: { $ref: "#/components/schemas/Key" } }, { type: "null" }] }
    Key: { type: object }`;
    expect(
      paged(
        "{ style: cursor, parameter: limit, items: /a~1b, next: /next }",
        "{ $ref: '#/components/schemas/Page' }",
        components,
      ),
    ).toEqual({
      style: "cursor",
      parameter: "limit",
      items: "/a~1b",
      next: "/next",
      item: { kind: "reference", name: "Key" },
    });
  });

  test("by link, the answer itself being the list", () => {
    expect(paged("{ style: link, items: '' }", "{ type: array, items: { type: string } }")).toEqual({
      style: "link",
      items: "",
      item: text,
    });
  });
});
