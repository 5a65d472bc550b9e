import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wireChanges } from "../src/wire/index.ts";
import { differences } from "../src/wire/redocly.ts";
import { subject } from "../src/wire/subject.ts";
import { snapshotOf } from "./edits/documents.ts";

/** A document of OpenAPI 3.0: one list with a parameter, and one body that is both sent and answered with. */
function version30(limit: string, note: string, more = ""): string {
  return `openapi: 3.0.3
info: { title: Acme API, version: "1" }
servers: [{ url: https://acme.example.com }]
security: [{ token: [] }]
paths:
  /keys:
    get:
      operationId: listKeys
      parameters:
        - { name: limit, in: query, schema: ${limit} }
      responses:
        "200":
          description: The keys.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Key" } }
    put:
      operationId: setKeys
      requestBody:
        content:
          application/json:
            schema: { type: array, items: { $ref: "#/components/schemas/NewKey" } }
      responses:
        "204": { description: Done. }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
  schemas:
    Key:
      type: object
      properties:
        note: ${note}
    NewKey:
      type: object
      properties:
        note: ${note}
${more}`;
}

async function told(before: string, after: string): Promise<readonly string[]> {
  const changes = await wireChanges(await snapshotOf(before), await snapshotOf(after));
  return changes.map(({ level, what, rule }) => `${level}: ${what} (${rule})`);
}

const limit = "{ type: integer, maximum: 100 }";
const note = "{ type: string }";

test("documents of OpenAPI 3.0 say it in their own words", async () => {
  const before = version30(limit, note);
  const nullable = version30(limit, "{ type: string, nullable: true }");
  expect(await told(before, nullable)).toEqual([
    "major: Key.note: nullable set to true (redocly/schema-type-changed)",
    "minor: NewKey.note: nullable set to true (wire/loosened)",
  ]);
  expect(await told(nullable, before)).toEqual([
    "minor: Key.note: nullable true dropped (wire/loosened)",
    "major: NewKey.note: nullable true dropped (redocly/schema-type-changed)",
  ]);
  const exclusive = version30("{ type: integer, maximum: 100, exclusiveMaximum: true }", note);
  expect(await told(before, exclusive)).toEqual([
    'major: query parameter "limit": exclusiveMaximum set to true (wire/request-tightened)',
  ]);
});

test("a document of 3.0 that is written as 3.1 says the same of its parts", async () => {
  const before = version30(limit, "{ type: string, nullable: true }");
  const after = version30(limit, '{ type: [string, "null"] }').replace("3.0.3", "3.1.1");
  expect(await told(before, after)).toEqual([
    'patch: the document: openapi "3.0.3" → "3.1.1" (wire/documentation)',
  ]);
});

test("parts are called what people call them", () => {
  const document = {
    tags: [{ name: "Keys" }],
    servers: [{ url: "https://acme.example.com", "x-name": "production" }],
    paths: {
      "/keys": {
        parameters: [{ name: "limit", in: "query" }],
        get: { operationId: "listKeys" },
        put: {},
      },
    },
    components: { parameters: { Cursor: { name: "cursor", in: "query" } } },
  };
  const put = "#/paths/~1keys/put";
  const named: readonly (readonly [pointer: string, name: string])[] = [
    ["#/tags/0", 'tag "Keys"'],
    ["#/servers/0/variables/region", 'variable "region" of server "production"'],
    ["#/paths/~1keys/parameters/0/schema", 'query parameter "limit"'],
    ["#/components/parameters/Cursor/schema/items", 'query parameter "cursor"[]'],
    ["#/paths/~1keys/get", "listKeys"],
    [put, "PUT /keys"],
    [`${put}/requestBody/content/application~1json/schema/properties/name`, "request body.name"],
    [`${put}/responses/200/content/application~1json`, 'media type "application/json" of response 200'],
    [`${put}/responses/200/headers/X-Total`, 'header "X-Total" of response 200'],
    [`${put}/callbacks/done/{url}/post/requestBody/content/a~1b/schema`, "request body"],
    ["#/components/schemas/Key/properties/labels/additionalProperties/oneOf/1", "Key.labels{} oneOf[1]"],
    ["#/components/responses/NotFound/content", 'body of response "NotFound"'],
    ["#/info/contact", "info contact"],
    ["#", "the document"],
  ];
  expect(named.map(([pointer]) => [pointer, subject(document, pointer)])).toEqual(named);
});

test("another address for tokens is breaking", async () => {
  const before = version30(limit, note).replace(
    "token: { type: http, scheme: bearer }",
    "token: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://acme.example.com/token, scopes: {} } } }",
  );
  expect(await told(before, before.replace("/token,", "/oauth/token,"))).toEqual([
    'major: security scheme "token" flows clientCredentials: tokenUrl "https://acme.example.com/token" → "https://acme.example.com/oauth/token" (wire/token-address)',
  ]);
});

const REFUSED: unknown = expect.stringMatching(/^Redocly could not compare the documents\. \S/);

test("nothing stays in the temporary folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-wire-"));
  const old = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    const { source } = await snapshotOf(version30(limit, note));
    const other = { ...source.document, info: { title: "A", version: "2" } };
    // All at once, of one process: what one of them does is nothing to the others.
    const [found, refused, again] = await Promise.allSettled([
      differences(source.document, other),
      differences(source.document, { openapi: "none" }),
      differences(source.document, other),
    ]);
    expect(found).toMatchObject({ status: "fulfilled", value: { length: 2 } });
    expect(refused).toMatchObject({ status: "rejected", reason: { message: REFUSED } });
    expect(again).toEqual(found);
  } finally {
    if (old === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = old;
  }
  // Node's own cache of compiled code, which all runs share.
  expect(readdirSync(folder).filter((name) => name !== "node-compile-cache")).toEqual([]);
});
