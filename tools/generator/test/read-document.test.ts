import { describe, expect, test } from "vitest";
import type { JsonObject } from "../src/load/index.ts";
import { normalForm, read } from "../src/read/index.ts";
import type { Json } from "../src/read/model.ts";
import { sampleArguments } from "../src/read/sample.ts";
import { readText, source } from "./fixtures/read/documents.ts";

test("an API is called after its file, whatever its title", () => {
  const api = readText(
    `
info:
  title: The "Console" API
  version: 1.5
  summary: In short.
  description: At length.
  contact: { name: Support, email: help@example.com, x-phone: "1" }
  license: { name: MIT, identifier: MIT }
externalDocs: { url: "https://example.com" }`,
    "automox",
  );
  expect(api).toEqual({
    name: "automox",
    typeName: "Automox",
    title: 'The "Console" API',
    version: "1.5",
    summary: "In short.",
    description: "At length.",
    contact: { name: "Support", email: "help@example.com" },
    licence: { name: "MIT", identifier: "MIT" },
    externalDocs: { url: "https://example.com", description: undefined },
    servers: [{ name: undefined, url: "/", description: undefined, variables: [] }],
    schemes: [],
    security: undefined,
    tags: [],
    operations: [],
    incoming: { typeNames: { webhook: "Webhooks", callback: "Callbacks" }, calls: [] },
    schemas: [],
    sensitiveProperties: [],
  });
});

const servers = (text: string) => readText(`servers: ${text}`).servers;

describe("servers", () => {
  test("lose the slash at their end, and may be relative", () => {
    const urls = "[{ url: 'https://a.example/v1/' }, { url: /v2 }, { url: / }, { url: '//b.example' }]";
    expect(servers(urls).map(({ url }) => url)).toEqual([
      "https://a.example/v1",
      "/v2",
      "/",
      "https://b.example",
    ]);
  });

  test("have variables, whose values are text even where YAML sees a number", () => {
    const variables =
      "{ region: { default: eu, enum: [eu, us], description: Where. }, port: { default: 8443 } }";
    expect(
      servers(
        `[{ url: "https://{region}.example:{port}", description: Live., x-name: live, variables: ${variables} }]`,
      ),
    ).toEqual([
      {
        name: "live",
        url: "https://{region}.example:{port}",
        description: "Live.",
        variables: [
          { name: "region", default: "eu", enum: ["eu", "us"], description: "Where." },
          { name: "port", default: "8443", enum: undefined, description: undefined },
        ],
      },
    ]);
  });
});

const scheme = (text: string) => readText(`components: { securitySchemes: { S: ${text} } }`).schemes[0];

describe("security schemes", () => {
  const plain = { name: "S", description: undefined, env: undefined };

  test("have a name, a description and an environment variable", () => {
    expect(scheme("{ type: http, scheme: basic, description: D., x-env: S_KEY }")).toEqual({
      name: "S",
      description: "D.",
      env: "S_KEY",
      kind: "basic",
    });
  });

  test.each([
    ["{ type: http, scheme: Bearer, bearerFormat: JWT }", { kind: "bearer", bearerFormat: "JWT" }],
    ["{ type: http, scheme: BASIC }", { kind: "basic" }],
    ["{ type: http, scheme: Digest }", { kind: "http", scheme: "Digest" }],
    ["{ type: apiKey, in: cookie, name: sid }", { kind: "apiKey", in: "cookie", parameter: "sid" }],
    [
      "{ type: openIdConnect, openIdConnectUrl: 'https://a/.well-known' }",
      { kind: "openIdConnect", url: "https://a/.well-known" },
    ],
    ["{ type: mutualTLS }", { kind: "mutualTLS" }],
  ])("%s", (text, expected) => expect(scheme(text)).toEqual({ ...plain, ...expected }));

  test("of OAuth2 have flows with scopes", () => {
    const flows =
      "{ password: { tokenUrl: /token, refreshUrl: /refresh, scopes: { read: Reads., write: '' } }, implicit: { authorizationUrl: /auth, scopes: {} } }";
    expect(scheme(`{ type: oauth2, flows: ${flows} }`)).toEqual({
      ...plain,
      kind: "oauth2",
      flows: [
        {
          kind: "implicit",
          tokenUrl: undefined,
          refreshUrl: undefined,
          authorizationUrl: "/auth",
          scopes: [],
        },
        {
          kind: "password",
          tokenUrl: "/token",
          refreshUrl: "/refresh",
          authorizationUrl: undefined,
          scopes: [
            { name: "read", description: "Reads." },
            { name: "write", description: "" },
          ],
        },
      ],
    });
  });

  test("may be references", () => {
    const text =
      "components: { securitySchemes: { A: { $ref: '#/components/securitySchemes/B' }, B: { type: mutualTLS } } }";
    expect(readText(text).schemes.map(({ name, kind }) => [name, kind])).toEqual([
      ["A", "mutualTLS"],
      ["B", "mutualTLS"],
    ]);
  });
});

const tagged = (tags: string) => `{ tags: ${tags}, responses: {} }`;

test("tags are those declared, then those used", () => {
  const { tags } = readText(`
tags: [{ name: API Keys, description: D., externalDocs: { url: "https://e" } }, { name: Unused }]
paths: { /x: { get: ${tagged("[Other, API Keys]")}, put: { responses: {} } } }`);
  expect(tags).toEqual([
    {
      name: "API Keys",
      slug: "api-keys",
      description: "D.",
      externalDocs: { url: "https://e", description: undefined },
    },
    { name: "Unused", slug: "unused", description: undefined, externalDocs: undefined },
    { name: "Other", slug: "other", description: undefined, externalDocs: undefined },
    { name: "default", slug: "default", description: undefined, externalDocs: undefined },
  ]);
});

const secret = (name: string) => `{ properties: { ${name}: { type: string, x-sensitive: true } } }`;

test("secrets are gathered from everywhere", () => {
  const content = (name: string) => `content: { application/json: { schema: ${secret(name)} } }`;
  const { sensitiveProperties } = readText(`
paths:
  /x:
    post:
      parameters: [{ name: token, in: query, x-sensitive: true, schema: { type: string } }]
      requestBody: { ${content("sent")} }
      responses:
        "200": { description: A., ${content("answered")} }
        "400": { description: A., content: { application/json: { schema: { type: array, items: { anyOf: [${secret("deep")}, {}] } } } } }
components: { schemas: { Key: { properties: { inner: { additionalProperties: ${secret("named")} }, named: { format: password } } } } }`);
  expect(sensitiveProperties).toEqual(["token", "sent", "answered", "deep", "named"]);
});

test("names of a document reach nothing but itself", () => {
  const api = readText(`
paths: { "/{constructor}": { get: { operationId: toString, tags: [__proto__], responses: {} } } }
components:
  schemas: { constructor: { $ref: "#/components/schemas/toString" }, toString: { type: string }, __proto__: { type: integer }, S: { $ref: "#/components/schemas/valueOf" } }
  securitySchemes: { hasOwnProperty: { type: mutualTLS } }`);
  expect(api.schemas.map(({ key, name, type }) => [key, name, type.kind])).toEqual([
    ["constructor", "Constructor", "reference"],
    ["toString", "ToString", "string"],
    ["__proto__", "Proto", "number"],
    ["S", "S", "unknown"],
  ]);
  expect(api.operations[0]).toMatchObject({ id: "toString", name: "toString_", tags: ["__proto__"] });
});

test("a large document takes time in proportion", () => {
  const count = 3000;
  const many = (entry: (index: number) => readonly [string, Json]): JsonObject =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
  const reference = (index: number): Json => ({ $ref: `#/components/schemas/S${index % count}` });
  const document: JsonObject = {
    ...source("{}").document,
    paths: many((index) => [
      `/p${index}/{id}`,
      { get: { responses: { 200: { $ref: "#/components/responses/R" } } } },
    ]),
    components: {
      responses: { R: { description: "D.", content: { "application/json": { schema: reference(1) } } } },
      schemas: many((index) => [
        `S${index}`,
        { allOf: index % 9 === 0 ? [] : [reference(index - 1)], properties: { a: reference(index * 7) } },
      ]),
    },
  };
  const started = performance.now();
  const api = read({ ...source("{}"), document }, "large");
  for (const operation of api.operations) sampleArguments(api, operation, "all");
  expect(performance.now() - started).toBeLessThan(3000);
});

test("a base of thousands of heirs, and thousands of references whose names come down to one, are read in no time", () => {
  const count = 6000;
  const names = Array.from({ length: count }, (_, index) => `H${index}`);
  const list = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const heir = { allOf: [{ $ref: "#/components/schemas/Base" }] };
  const letters = names.map((_, index) => String.fromCodePoint(0x4e00 + index));
  const schemas = {
    Base: { type: "object", properties: { a: { type: "string" } }, oneOf: list },
    ...Object.fromEntries(names.map((name) => [name, heir])),
    All: { anyOf: letters.map((letter) => ({ $ref: `#/x-more/${letter}` })) },
  };
  const more = Object.fromEntries(letters.map((letter) => [letter, { items: { type: "string" } }]));
  const document = { ...source("paths: {}").document, components: { schemas }, "x-more": more };
  const started = performance.now();
  normalForm(document);
  expect(performance.now() - started).toBeLessThan(4000);
});
