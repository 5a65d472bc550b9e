import type { Json } from "../../src/read/model.ts";

/** One of everything a document can say, in both versions; small, because it is generated from hundreds of times. */
export function richDocument(version: "3.0" | "3.1"): Json {
  const is31 = version === "3.1";
  return {
    openapi: `${version}.0`,
    ...(is31 && { jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" }),
    info: {
      title: "Rich API",
      ...(is31 && { summary: "In one sentence" }),
      description: "A description. Of two sentences.",
      termsOfService: "https://example.com/terms",
      version: "1.2.3",
      contact: { name: "Jane", url: "https://example.com/jane", email: "jane@example.com" },
      license: { name: "MIT", ...(is31 ? { identifier: "MIT" } : { url: "https://example.com/mit" }) },
      "x-info": "extension",
    },
    externalDocs: { url: "https://example.com/docs", description: "Docs" },
    servers: [
      {
        url: "https://{region}.example.com/v1",
        description: "Production",
        "x-name": "production",
        variables: { region: { default: "eu", enum: ["eu", "us"], description: "Region" } },
      },
      { url: "https://sandbox.example.com", description: "Sandbox", "x-name": "sandbox" },
    ],
    tags: [
      {
        name: "first tag",
        description: "First",
        externalDocs: { url: "https://example.com/tag", description: "Tag docs" },
      },
      { name: "second", description: "Second" },
    ],
    security: [{ keyAuth: [] }],
    paths: {
      "/things/{thing_id}": {
        summary: "Path summary",
        description: "Path description",
        parameters: [
          {
            name: "thing_id",
            in: "path",
            required: true,
            description: "Id",
            schema: { type: "string", pattern: "^[a-z]+$" },
            example: "abc",
          },
        ],
        get: {
          operationId: "getThing",
          tags: ["first tag"],
          summary: "Get a thing",
          description: "Gets a thing.",
          externalDocs: { url: "https://example.com/get", description: "More" },
          parameters: [
            { name: "page", in: "query", description: "Page", schema: { type: "integer", default: 1 } },
            {
              name: "filter",
              in: "query",
              description: "Filter",
              style: "deepObject",
              explode: true,
              schema: { type: "object", properties: { word: { type: "string" } } },
              example: { word: "a" },
            },
            {
              name: "X-Trace",
              in: "header",
              description: "Trace",
              deprecated: true,
              schema: { type: "string", enum: ["on", "off"], default: "on" },
            },
            {
              name: "session",
              in: "cookie",
              description: "Session",
              schema: { type: "string", format: "uuid" },
            },
            {
              name: "where",
              in: "query",
              description: "JSON",
              content: { "application/json": { schema: { type: "object" }, example: { a: "b" } } },
            },
          ],
          responses: {
            "200": {
              description: "The things",
              headers: {
                "X-Left": { description: "How many are left", schema: { type: "string" }, example: "3" },
              },
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/ThingList" },
                  examples: {
                    some: {
                      summary: "Some",
                      description: "Some things",
                      value: { items: [{ id: "a", kind: "cat" }], total: 1 },
                    },
                  },
                },
              },
              links: {
                self: {
                  operationId: "getThing",
                  description: "Link",
                  parameters: { thing_id: "$response.body#/id" },
                },
              },
            },
            "404": { $ref: "#/components/responses/NotFound" },
            default: { description: "Anything else" },
          },
          security: [{ tokens: ["read:things"] }, { keyAuth: [] }],
          "x-pagination": { style: "page", parameter: "page", items: "/items", total: "/total" },
          "x-other": { any: ["thing"] },
        },
        put: {
          operationId: "putThing",
          tags: ["second", "first tag"],
          summary: "Put a thing",
          deprecated: true,
          requestBody: {
            required: true,
            description: "The thing",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Thing" },
                example: { id: "a", kind: "cat", "odd name": "x" },
              },
              "multipart/form-data": {
                schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
                encoding: { file: { contentType: "image/png" } },
              },
            },
          },
          responses: { "204": { description: "Done" } },
          callbacks: {
            changed: { "{$request.body#/id}": { post: { responses: { "200": { description: "ok" } } } } },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        keyAuth: { type: "apiKey", in: "header", name: "X-Key", description: "A key", "x-env": "RICH_KEY" },
        tokens: {
          type: "oauth2",
          description: "Tokens",
          flows: {
            clientCredentials: { tokenUrl: "https://example.com/token", scopes: { "read:things": "Read" } },
            password: { tokenUrl: "https://example.com/password", scopes: {} },
          },
        },
        custom: { type: "http", scheme: "digest", description: "Digest" },
        connect: { type: "openIdConnect", openIdConnectUrl: "https://example.com/openid" },
      },
      responses: {
        NotFound: {
          description: "Not there",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      schemas: {
        Problem: {
          type: "object",
          title: "Problem",
          description: "What is wrong",
          properties: { message: { type: "string", description: "Message", example: "oh" } },
        },
        Thing: {
          type: "object",
          title: "Thing",
          description: "A thing",
          required: ["id", "kind"],
          externalDocs: { url: "https://example.com/thing" },
          xml: { name: "thing", namespace: "https://example.com/ns", prefix: "t" },
          properties: {
            id: {
              type: "string",
              title: "Id",
              description: "Its id",
              format: "custom",
              default: "none",
              example: "a",
            },
            kind: { type: "string", enum: ["cat", "dog"], "x-enum-varnames": ["Cat", "Dog"] },
            secret: { type: "string", format: "password", description: "Hidden" },
            "odd name": { ...(is31 ? { const: "x" } : { enum: ["x"] }), description: "Odd" },
            nested: {
              type: "object",
              description: "Nested",
              properties: {
                deep: { type: "array", items: { type: "string", pattern: "^x$", description: "Items" } },
              },
              additionalProperties: { type: "string", description: "Others" },
            },
            anything: {
              description: "Anything",
              default: { some: ["value"] },
              ...(is31 && { examples: [{ one: "two" }] }),
            },
            ...(is31 && {
              tuple: { type: "array", prefixItems: [{ const: "first" }, { type: ["string", "null"] }] },
            }),
          },
          ...(is31 && { $comment: "A comment", patternProperties: { "^p": { type: "string" } } }),
        },
        ThingList: {
          type: "object",
          required: ["items"],
          properties: {
            items: { type: "array", items: { $ref: "#/components/schemas/Animal" } },
            total: { type: "integer" },
          },
        },
        Animal: {
          oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
          discriminator: {
            propertyName: "species",
            mapping: { feline: "#/components/schemas/Cat", canine: "Dog" },
          },
        },
        Cat: {
          type: "object",
          required: ["species"],
          properties: { species: { type: "string" }, lives: { type: "integer" } },
        },
        Dog: {
          allOf: [
            { $ref: "#/components/schemas/Thing" },
            { type: "object", required: ["species"], properties: { species: { type: "string" } } },
          ],
        },
      },
    },
  };
}
