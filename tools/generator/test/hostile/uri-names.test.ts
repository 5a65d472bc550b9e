import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import type { Json } from "../../src/read/model.ts";
import { compile } from "../emit-compile.ts";
import { accepted, filesOf } from "./package.ts";

/** Characters that mean something to a URI, a pointer or a template, in every name a document may choose. */

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "keysmith-names-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pieces = [
  ..."#%/~?&=+;:@!$'()*,[]|^ ",
  "%23",
  "%2F",
  "~0",
  "~1",
  "#/",
  "a",
  "properties",
  "..",
  "<0.1>",
];
const name = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(""));

/** Keys of components are the one kind of name of which OpenAPI says what it consists of. */
const refer = (section: string): Json => ({ $ref: `#/components/${section}/Key` });

function documentOf(text: string): Json {
  const object: Json = {
    type: "object",
    required: [text],
    properties: { [text]: { type: "string" }, [`${text}#`]: { type: "object", properties: { [text]: {} } } },
  };
  const content = { "application/json": { schema: refer("schemas") } };
  const operation = (id: string): Json => ({
    operationId: id,
    tags: [text],
    parameters: [
      { name: text, in: "query", schema: refer("schemas") },
      { name: `${text}[]`, in: "query", required: true, schema: { type: "string" } },
      refer("parameters"),
    ],
    requestBody: refer("requestBodies"),
    responses: {
      "200": { description: text, content, links: { [text]: { operationId: id } } },
      "400": refer("responses"),
    },
    callbacks: {
      [text]: { [`{$request.body#/${text}}`]: { post: { responses: { "200": { description: "" } } } } },
    },
  });
  return {
    openapi: "3.1.0",
    info: { title: text, version: text },
    servers: [{ url: "https://example.com" }],
    tags: [{ name: text }],
    paths: {
      "/a": {
        get: { responses: { "200": { description: "" } } },
        post: operation(`a${text}`),
        put: operation(`a#${text}`),
      },
      "/b": { post: operation(`a/${text}`), put: operation(`a%23${text}`), patch: operation(`a%${text}`) },
    },
    webhooks: { [text]: { post: { requestBody: { content }, responses: { "200": { description: "" } } } } },
    components: {
      schemas: {
        Key: object,
        Other: { allOf: [refer("schemas")] },
        Kind: { oneOf: [refer("schemas")] },
      },
      parameters: { Key: { name: `p${text}`, in: "query", schema: { type: "integer" } } },
      requestBodies: { Key: { content } },
      responses: {
        Key: { description: text, content, headers: { "X-A": { schema: refer("schemas") } } },
      },
    },
  };
}

test("whatever URIs consist of: the package compiles", async () => {
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const source = await accepted(folder, documentOf(text));
      expect(source).toBeDefined();
      if (source === undefined) return;
      expect(compile(filesOf(source).filter(({ path }) => path.startsWith("src/")))).toEqual([]);
    }),
    { numRuns: 20, interruptAfterTimeLimit: 8000, markInterruptAsFailure: false },
  );
});
