import { describe, expect, test } from "vitest";
import { join } from "node:path";
import { parse } from "yaml";
import { check } from "../src/check/index.ts";
import { load } from "../src/load/index.ts";
import { SpecProblems } from "../src/problem.ts";
import { folder } from "./fixtures/load/folder.ts";
import { document, judge } from "./fixtures/check/judge.ts";

/*
 * The mistakes everybody makes, in both syntaxes: the exact place and the whole sentence. Syntax errors, Swagger 2.0 and
 * empty files stand in load-syntax.test.ts.
 */

const yaml = (text: string): [string, string] => ["openapi.yaml", text];
const json = (text: string): [string, string] => ["openapi.json", text];

const info =
  '"info": { "title": "Keys", "version": "1.0.0" }, "servers": [{ "url": "https://api.example.com" }]';
const head =
  "openapi: 3.1.0\ninfo: { title: Keys, version: 1.0.0 }\nservers: [{ url: https://api.example.com }]\n";

describe("missing paths", () => {
  const found = "found `openapi`, `info` and `servers`.";
  test.each([yaml(head), json(`{ "openapi": "3.1.0", ${info} }`), json(`{ "openapi": "3.0.3", ${info} }`)])(
    "%s",
    async (name, text) => {
      expect(await judge(text, name)).toEqual([
        `error 1:1 # \`paths\` is missing. Expected an object with an entry for each path, such as \`/keys\`; ${found}`,
      ]);
    },
  );

  test.each([yaml(`${head}paths: {}\n`), json(`{ "openapi": "3.1.0", ${info},\n  "paths": {} }`)])(
    "%s: none in it",
    async (name, text) => {
      expect(await judge(text, name)).toEqual([
        expect.stringMatching(
          /^warning \d:\d #\/paths `paths` is empty: the package has types, and a client without operations\.$/,
        ),
      ]);
    },
  );

  test.each(["webhooks: {}", "components: {}"])("%s instead is enough in 3.1", async (instead) => {
    const [name = ""] = instead.split(":");
    expect(await judge(`${head}${instead}\n`)).toEqual([
      `warning 1:1 # There are no \`paths\`, only \`${name}\`: the package has types, and a client without operations.`,
    ]);
    expect(await judge(`${head.replace("3.1.0", "3.0.3")}${instead}\n`)).toContainEqual(
      expect.stringMatching(/^error 1:1 # `paths` is missing/),
    );
  });

  test("misspelt: only that is said", async () => {
    expect(await judge(`${head}path: { /keys: {} }\n`)).toEqual([
      "error 4:1 #/path `path` is unknown in the document. Did you mean `paths`?",
    ]);
  });
});

describe("a reference that leads nowhere", () => {
  const message =
    "`#/components/schemas/Kye` leads nowhere: `#/components/schemas` has no `Kye`. Did you mean `#/components/schemas/Key`?";
  const place = "#/paths/~1keys~1{id}/get/responses/200/content/application~1json/schema/$ref";

  test.each([
    [
      ...yaml(
        document(
          `responses:\n  "200":\n    description: A key\n    content:\n      application/json:\n        schema:\n          $ref: "#/components/schemas/Kye"`,
          "components: { schemas: { Key: { type: object } } }\n",
        ),
      ),
      "14:17",
    ],
    [
      ...json(`{ "openapi": "3.1.0", ${info},
  "paths": { "/keys/{id}": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": {} }],
    "get": { "responses": { "200": { "description": "A key", "content": { "application/json": { "schema": {
      "$ref": "#/components/schemas/Kye" } } } } } } } },
  "components": { "schemas": { "Key": {} } } }`),
      "4:7",
    ],
  ])("%s", async (name, text, at) => {
    expect(await judge(text, name)).toEqual([`error ${at} ${place} ${message}`]);
  });
});

function taken(line: number): string {
  return `The operationId \`getKey\` is taken by \`GET /keys\` on line ${line}. Expected a name of its own for each operation: rename one.`;
}

describe("an operationId used twice", () => {
  const operation = 'operationId: getKey\n      responses: { "204": { description: Done } }\n';

  test.each([
    [
      ...yaml(`${head}paths:\n  /keys:\n    get:\n      ${operation}    post:\n      ${operation}`),
      "10:7",
      7,
    ],
    [
      ...json(`{ "openapi": "3.1.0", ${info}, "paths": { "/keys": {
  "get": { "operationId": "getKey",
    "responses": { "204": { "description": "Done" } } },
  "post": { "operationId": "getKey",
    "responses": { "204": { "description": "Done" } } } } } }`),
      "4:13",
      2,
    ],
  ])("%s", async (name, text, at, first) => {
    expect(await judge(text, name)).toEqual([`error ${at} #/paths/~1keys/post/operationId ${taken(first)}`]);
  });
});

describe("a path placeholder nobody declared", () => {
  const message =
    "The placeholder `{keyId}` is not declared. Expected a parameter with `name: keyId`, `in: path` and `required: true`.";
  const responses = 'responses: { "204": { description: Done } }';

  test.each([
    [...yaml(`${head}paths:\n  /keys/{keyId}:\n    get:\n      ${responses}\n`), "5:3"],
    [
      ...json(`{ "openapi": "3.0.3", ${info}, "paths": {
  "/keys/{keyId}": { "get": { "responses": { "204": { "description": "Done" } } } } } }`),
      "2:3",
    ],
  ])("%s", async (name, text, at) => {
    expect(await judge(text, name)).toEqual([`error ${at} #/paths/~1keys~1{keyId} ${message}`]);
  });

  test("at the operation when others of the path declare it", async () => {
    const text = `${head}paths:
  /keys/{keyId}:
    get:
      ${responses}
    delete:
      parameters: [{ name: keyId, in: path, required: true, schema: {} }]
      ${responses}
`;
    expect(await judge(text)).toEqual([`error 6:5 #/paths/~1keys~1{keyId}/get ${message}`]);
  });

  test("misspelt: what was meant, and the other half of the mistake", async () => {
    const text = `${head}paths:
  /keys/{keyId}:
    get:
      parameters: [{ name: keyID, in: path, required: true, schema: {} }]
      ${responses}
`;
    expect(await judge(text)).toEqual([
      `error 5:3 #/paths/~1keys~1{keyId} ${message} Did you mean \`keyID\`?`,
      "error 7:20 #/paths/~1keys~1{keyId}/get/parameters/0 `/keys/{keyId}` has no placeholder `{keyID}` for this path parameter. Add it to the path, or remove the parameter. Did you mean `keyId`?",
    ]);
  });
});

describe("all at once", () => {
  const broken = `openapi: 3.1.0
info: { title: Keys }
servers: [{ url: "https://{region}.example.com" }]
paths:
  /keys/{id}:
    get:
      operationId: keys
      security: [{ bearer: [] }]
      resonses: {}
    post:
      operationId: keys
      parameters: [{ name: id, in: path, schema: { type: strng } }]
      responses: { "200": { $ref: "#/components/responses/Ok" } }
components:
  securitySchemes: { bearerAuth: { type: http, scheme: bearer } }
`;
  const places = [
    "#/info",
    "#/servers/0/url",
    "#/paths/~1keys~1{id}/get",
    "#/paths/~1keys~1{id}/get/security/0/bearer",
    "#/paths/~1keys~1{id}/get/resonses",
    "#/paths/~1keys~1{id}/post/operationId",
    "#/paths/~1keys~1{id}/post/parameters/0",
    "#/paths/~1keys~1{id}/post/parameters/0/schema/type",
    "#/paths/~1keys~1{id}/post/responses/200/$ref",
  ];

  test("every problem of a document, from top to bottom, each once", async () => {
    const found = await judge(broken);
    expect(found.map((problem) => problem.split(" ")[2])).toEqual(places);
  });

  test("the same problems in JSON", async () => {
    const text = JSON.stringify(parse(broken), undefined, 2);
    const found = await judge(text, "openapi.json");
    expect(found.map((problem) => problem.split(" ")[2])).toEqual(places);
  });

  test("what stands in another file is placed there", async () => {
    const path = folder({
      "openapi.yaml": `${head}paths:\n  /keys: { $ref: parts/keys.yaml }\ncomponents: {}\nx-a: 1\nunknown: 1\n`,
      "parts/keys.yaml": "get:\n  responses:\n    '20': { description: Fine }\n",
    });
    const problems = await load(join(path, "openapi.yaml"))
      .then(check)
      .catch((error: unknown) => error);
    expect(problems).toBeInstanceOf(SpecProblems);
    const found = (problems as SpecProblems).problems.map(
      ({ file, line, column, pointer }) => `${file.slice(path.length + 1)}:${line}:${column} ${pointer}`,
    );
    expect(found).toEqual([
      "openapi.yaml:8:1 #/unknown",
      "parts/keys.yaml:3:5 #/paths/~1keys/get/responses/20",
    ]);
  });
});
