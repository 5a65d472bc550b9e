import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { load, type Source } from "../src/load/index.ts";
import { folder } from "./fixtures/load/folder.ts";

const head = "openapi: 3.1.0\ninfo: { title: Keys, version: 1.0.0 }\n";

async function loadFrom(files: Readonly<Record<string, string>>): Promise<Source> {
  return load(join(folder(files), "openapi.yaml"));
}

describe("files become part of the document", () => {
  test("a whole file, under the name of the file", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components:\n  schemas:\n    Keys: { type: array, items: { $ref: ./schemas/key.yaml } }\n`,
      "schemas/key.yaml": "type: object\n",
    });
    expect(document["components"]).toEqual({
      schemas: {
        Keys: { type: "array", items: { $ref: "#/components/schemas/key" } },
        key: { type: "object" },
      },
    });
  });

  test("a part of a file, under its own name, and what that refers to in turn", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}paths:\n  /keys:\n    get:\n      parameters: [{ $ref: 'parts.json#/page' }]\n`,
      "parts.json":
        '{ "page": { "name": "page", "in": "query", "schema": { "$ref": "#/defs/Page" } }, "defs": { "Page": { "type": "integer" } } }',
    });
    expect(document["components"]).toEqual({
      parameters: {
        page: { name: "page", in: "query", schema: { $ref: "#/components/schemas/parts_defs_Page" } },
      },
      schemas: { parts_defs_Page: { type: "integer" } },
    });
  });

  test("every kind of component goes to its own section", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}paths:
  /keys:
    post:
      requestBody: { $ref: 'parts.yaml#/requestBodies/Body' }
      responses:
        "200": { $ref: 'parts.yaml#/responses/Ok' }
      callbacks:
        done: { $ref: 'parts.yaml#/callbacks/Done' }
`,
      "parts.yaml": `
requestBodies: { Body: { content: {} } }
responses:
  Ok:
    headers: { Limit: { $ref: '#/headers/Limit' } }
    links: { next: { $ref: '#/links/Next' } }
    content: { application/json: { examples: { one: { $ref: '#/examples/One' } } } }
headers: { Limit: { schema: {} } }
links: { Next: { operationId: a } }
examples: { One: { value: 1 } }
callbacks: { Done: {} }
`,
    });
    expect(document["components"]).toEqual({
      requestBodies: { Body: { content: {} } },
      responses: {
        Ok: {
          headers: { Limit: { $ref: "#/components/headers/Limit" } },
          links: { next: { $ref: "#/components/links/Next" } },
          content: { "application/json": { examples: { one: { $ref: "#/components/examples/One" } } } },
        },
      },
      callbacks: { Done: {} },
      headers: { Limit: { schema: {} } },
      links: { Next: { operationId: "a" } },
      examples: { One: { value: 1 } },
    });
  });

  test("a component that is nothing but a reference to a file gives that file its name", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components:
  securitySchemes:
    bearerAuth: { $ref: auth.yaml }
  schemas:
    Key: { $ref: key.yaml }
    Same: { $ref: key.yaml }
    Keys: { items: { $ref: key.yaml } }
`,
      "auth.yaml": "{ type: http, scheme: bearer }\n",
      "key.yaml": "{ type: object, properties: { parent: { $ref: key.yaml } } }\n",
    });
    expect(document["components"]).toEqual({
      securitySchemes: { bearerAuth: { type: "http", scheme: "bearer" } },
      schemas: {
        Key: { type: "object", properties: { parent: { $ref: "#/components/schemas/Key" } } },
        Same: { $ref: "#/components/schemas/Key" },
        Keys: { items: { $ref: "#/components/schemas/Key" } },
      },
    });
  });

  test("one name for two things: the file's name settles it, then a number", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components:\n  schemas:\n    Key:\n      anyOf: [{ $ref: 'a.yaml#/Key' }, { $ref: 'b.yaml#/Key' }, { $ref: 'c/a.yaml#/Key' }]\n`,
      "a.yaml": "Key: { title: a }\n",
      "b.yaml": "Key: { title: b }\n",
      "c/a.yaml": "Key: { title: c }\n",
    });
    expect(document["components"]).toEqual({
      schemas: {
        Key: {
          anyOf: [
            { $ref: "#/components/schemas/a_Key" },
            { $ref: "#/components/schemas/b_Key" },
            { $ref: "#/components/schemas/a_Key_2" },
          ],
        },
        a_Key: { title: "a" },
        b_Key: { title: "b" },
        a_Key_2: { title: "c" },
      },
    });
  });

  test("path items are put in place, with what stands beside the reference", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}paths:\n  /keys:\n    $ref: paths/keys.yaml\n    summary: Ours\n`,
      "paths/keys.yaml": "summary: Theirs\nget: { responses: { '200': { $ref: ../ok.yaml } } }\n",
      "ok.yaml": "description: Fine\n",
    });
    expect(document["paths"]).toEqual({
      "/keys": { summary: "Ours", get: { responses: { "200": { $ref: "#/components/responses/ok" } } } },
    });
  });

  test("files may refer to each other in circles, and back to the root", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components: { schemas: { Id: { type: string }, Tree: { $ref: a/tree.yaml } } }\n`,
      "a/tree.yaml":
        "properties: { node: { $ref: ../b/node.yaml }, id: { $ref: '../openapi.yaml#/components/schemas/Id' } }\n",
      "b/node.yaml": "properties: { tree: { $ref: ../a/tree.yaml }, self: { $ref: '#' } }\n",
    });
    expect(document["components"]).toEqual({
      schemas: {
        Id: { type: "string" },
        Tree: {
          properties: {
            node: { $ref: "#/components/schemas/node" },
            id: { $ref: "#/components/schemas/Id" },
          },
        },
        node: {
          properties: {
            tree: { $ref: "#/components/schemas/Tree" },
            self: { $ref: "#/components/schemas/node" },
          },
        },
      },
    });
  });

  test("discriminator mappings: files are brought in, names stay names", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components:
  schemas:
    Dog: {}
    Pet:
      discriminator: { propertyName: kind, mapping: { dog: Dog, cat: cat.yaml, fish: 'more.yaml#/Fish', bird: '#/components/schemas/Dog' } }
`,
      "cat.yaml": "title: Cat\n",
      "more.yaml": "Fish: { title: Fish }\n",
    });
    expect(document["components"]).toMatchObject({
      schemas: {
        Pet: {
          discriminator: {
            mapping: {
              dog: "Dog",
              cat: "#/components/schemas/cat",
              fish: "#/components/schemas/Fish",
              bird: "#/components/schemas/Dog",
            },
          },
        },
        cat: { title: "Cat" },
        Fish: { title: "Fish" },
      },
    });
  });

  test("what stands beside a reference in a schema stays there", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components: { schemas: { Key: { $ref: key.yaml, description: Mine, properties: { a: { $ref: a.yaml } } } } }\n`,
      "key.yaml": "{}\n",
      "a.yaml": "{}\n",
    });
    expect(document["components"]).toMatchObject({
      schemas: {
        Key: {
          $ref: "#/components/schemas/key",
          description: "Mine",
          properties: { a: { $ref: "#/components/schemas/a" } },
        },
      },
    });
  });

  test("keys that need escapes are found", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components: { schemas: { Key: { items: { $ref: 'my%20parts.yaml#/a~1b%7Bc%7D' } } } }\n`,
      "my parts.yaml": "'a/b{c}': { title: found }\n",
    });
    expect(document["components"]).toMatchObject({ schemas: { a_b_c: { title: "found" } } });
  });

  test("the bundled text is the bundled document, also where YAML shares a value", async () => {
    const source = await loadFrom({
      "openapi.yaml": `${head}x-a: &a { yes: "yes", n: "1" }\nx-b: *a\ncomponents: { schemas: { Key: { items: { $ref: key.yaml } } } }\n`,
      "key.yaml": "type: string\n",
    });
    expect(parse(source.bundled)).toEqual(source.document);
    expect(source.bundled).not.toMatch(/[&*]a/);
  });

  test("loading twice gives the same text", async () => {
    const files = {
      "openapi.yaml": `${head}components: { schemas: { Key: { $ref: key.yaml } } }\n`,
      "key.yaml": "{}\n",
    };
    expect((await loadFrom(files)).bundled).toBe((await loadFrom(files)).bundled);
  });
});

describe("what looks like a reference and is none", () => {
  test("a property called $ref, and $ref inside examples, defaults, enums and extensions", async () => {
    const text = `${head}paths:
  /keys:
    get:
      parameters:
        - { name: a, in: query, example: { $ref: no.yaml }, schema: { default: { $ref: no.yaml }, enum: [{ $ref: no.yaml }] } }
      responses:
        "200":
          description: Fine
          content:
            application/json:
              examples: { one: { value: { $ref: https://example.com } } }
components:
  schemas:
    Key: { properties: { $ref: { type: string, example: { $ref: no.yaml } } }, const: { $ref: no.yaml } }
x-parts: { $ref: no.yaml }
`;
    const source = await loadFrom({ "openapi.yaml": text });
    expect(source.document).toEqual(parse(text));
    expect(source.bundled).toBe(text);
  });

  test("the same inside a file that is brought in", async () => {
    const { document } = await loadFrom({
      "openapi.yaml": `${head}components: { schemas: { Key: { $ref: key.yaml } } }\n`,
      "key.yaml": "{ properties: { $ref: { type: string } }, example: { $ref: no.yaml } }\n",
    });
    expect(document["components"]).toEqual({
      schemas: { Key: { properties: { $ref: { type: "string" } }, example: { $ref: "no.yaml" } } },
    });
  });
});
