import { describe, expect, test } from "vitest";
import { operationOf, readText } from "./fixtures/read/documents.ts";

const ok = "responses: { '200': { description: Fine. } }";

describe("operations", () => {
  test("carry what the document says of them", () => {
    const operation = operationOf(`
paths:
  /users/{id}/keys:
    post:
      operationId: createKey
      summary: Create a key
      description: At length.
      deprecated: true
      tags: [Keys, Users, Keys]
      externalDocs: { url: "https://example.com", description: More }
      x-idempotent: false
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { "204": { description: Done. } }`);
    expect(operation).toMatchObject({
      id: "createKey",
      mockId: "createKey",
      name: "createKey",
      typeName: "CreateKey",
      method: "POST",
      path: "/users/{id}/keys",
      pointer: "#/paths/~1users~1{id}~1keys/post",
      tags: ["Keys", "Users"],
      summary: "Create a key",
      description: "At length.",
      deprecated: true,
      externalDocs: { url: "https://example.com", description: "More" },
      idempotent: false,
      body: undefined,
      pagination: undefined,
    });
  });

  test("have their summary on a line of its own", () => {
    const text = `paths: { /a: { summary: "Lists keys\\n", get: { ${ok} } } }`;
    expect(operationOf(text).summary).toBe("Lists keys");
  });

  test("without an id are named after method and path, without tags belong to default", () => {
    const { operations, tags } = readText(`paths: { "/users/{userId}/api_keys": { get: { ${ok} } } }`);
    expect(operations[0]).toMatchObject({
      id: "getUsersByUserIdApiKeys",
      mockId: "GET /users/{userId}/api_keys",
      name: "getUsersByUserIdApiKeys",
      tags: ["default"],
      idempotent: undefined,
    });
    expect(tags).toMatchObject([{ name: "default", slug: "default" }]);
  });

  test("come in the order of the document, and only from methods of paths", () => {
    const document = `
paths:
  /b: { delete: { ${ok} }, get: { ${ok} }, x-get: { ${ok} }, summary: No method }
  /a: { get: { ${ok} } }
  x-c: { get: { ${ok} } }
webhooks:
  hook: { post: { ${ok} } }`;
    expect(readText(document).operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "DELETE /b",
      "GET /b",
      "GET /a",
    ]);
  });

  test("of a path item that is a reference are those it leads to", () => {
    const document = `
paths:
  /a: { $ref: "#/components/pathItems/Shared" }
  /b: { $ref: "#/components/pathItems/Shared" }
components: { pathItems: { Shared: { get: { ${ok} } } } }`;
    const { operations } = readText(document);
    expect(operations.map(({ path, name, pointer }) => [path, name, pointer])).toEqual([
      ["/a", "getA", "#/components/pathItems/Shared/get"],
      ["/b", "getB", "#/components/pathItems/Shared/get"],
    ]);
  });
});

test("an operation needs what the document needs, unless it says otherwise", () => {
  const { operations, security } = readText(`
security: [{ a: [], b: [] }, {}]
paths:
  /x:
    get: { ${ok} }
    put: { security: [], ${ok} }
    post: { security: [{ o: [read, write] }], ${ok} }`);
  const root = [
    [
      { scheme: "a", scopes: [] },
      { scheme: "b", scopes: [] },
    ],
    [],
  ];
  expect(security).toEqual(root);
  expect(operations.map((operation) => [operation.security, operation.ownSecurity])).toEqual([
    [root, false],
    [[], true],
    [[[{ scheme: "o", scopes: ["read", "write"] }]], true],
  ]);
  expect(operationOf(`paths: { /x: { get: { ${ok} } } }`)).toMatchObject({
    security: [],
    ownSecurity: false,
  });
});
