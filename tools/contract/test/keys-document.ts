/** A small API with one of every kind of cell. */
export const keysDocument = {
  openapi: "3.1.0",
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
  info: { title: "Keys", version: "1" },
  servers: [{ url: "https://keys.example.com/v1" }],
  security: [{ id: [], secret: [] }],
  tags: [{ name: "Keys" }],
  components: {
    securitySchemes: {
      id: { type: "apiKey", in: "header", name: "X-Id", "x-env": "KEYS_ID" },
      secret: { type: "apiKey", in: "query", name: "secret" },
    },
    schemas: {
      Key: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "integer" }, name: { type: "string" } },
      },
      Problem: { type: "object", required: ["error"], properties: { error: { type: "string" } } },
      NewKey: {
        type: "object",
        required: ["name", "owner"],
        additionalProperties: false,
        properties: {
          id: { type: "integer", readOnly: true },
          name: { type: "string", minLength: 2, maxLength: 8 },
          kind: { const: "key" },
          expires: { type: "string", format: "date" },
          colour: { type: "string", format: "colour" },
          weight: { type: "number", exclusiveMinimum: 0, multipleOf: 0.5 },
          scopes: {
            type: "array",
            minItems: 1,
            maxItems: 2,
            uniqueItems: true,
            items: { enum: ["read", "write"] },
          },
          owner: { type: "object", required: ["id"], properties: { id: { type: "integer", minimum: 1 } } },
          limits: { type: "object", minProperties: 1, additionalProperties: { type: "integer" } },
          target: { oneOf: [{ type: "string", maxLength: 3 }, { type: "integer" }] },
        },
        dependentRequired: { expires: ["kind"] },
      },
    },
    responses: {
      NotFound: {
        description: "No such key.",
        headers: { "X-Request-Id": { required: true, schema: { type: "string" }, example: "req_1" } },
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/Problem" },
            examples: { notFound: { value: { error: "gone" } }, expired: { value: { error: "expired" } } },
          },
        },
      },
    },
  },
  paths: {
    "/users/{user}/keys/{key}": {
      parameters: [
        { name: "user", in: "path", required: true, schema: { type: "integer" }, example: 1 },
        { name: "key", in: "path", required: true, schema: { type: "integer" }, example: 2 },
      ],
      get: {
        operationId: "getKey",
        tags: ["Keys"],
        parameters: [
          {
            name: "fields",
            in: "query",
            schema: { type: "array", items: { type: "string" } },
            example: ["id", "name"],
          },
        ],
        responses: {
          "200": {
            description: "The key.",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Key" },
                examples: { named: { value: { id: 2, name: "deploy" } }, bare: { value: { id: 2 } } },
              },
              "text/csv": { schema: { type: "string" }, example: "id,name\n2,deploy\n" },
            },
          },
          "404": { $ref: "#/components/responses/NotFound" },
          "5XX": { description: "Broken." },
        },
      },
      put: {
        operationId: "updateKey",
        tags: ["Keys"],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Key" },
              examples: { rename: { value: { id: 2, name: "other" } }, keep: { value: { id: 2 } } },
            },
            "application/x-www-form-urlencoded": {
              schema: { $ref: "#/components/schemas/Key" },
              examples: { rename: { value: { id: 2, name: "a b" } } },
            },
          },
        },
        responses: { "204": { description: "Done." }, "404": { $ref: "#/components/responses/NotFound" } },
      },
    },
    "/keys": {
      get: {
        operationId: "listKeys",
        tags: ["Keys"],
        security: [{ id: [] }, { secret: [] }],
        "x-pagination": { style: "cursor", parameter: "cursor", items: "/items", next: "/next" },
        parameters: [{ name: "cursor", in: "query", schema: { type: "string" }, example: "c1" }],
        responses: {
          "200": {
            description: "A page.",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    items: { type: "array", items: { $ref: "#/components/schemas/Key" } },
                    next: { type: ["string", "null"] },
                  },
                },
                examples: {
                  last: { value: { items: [{ id: 1 }, { id: 2 }], next: null } },
                  more: { value: { items: [{ id: 3 }], next: "c2" } },
                },
              },
            },
          },
        },
      },
    },
    "/new": {
      post: {
        operationId: "createKey",
        tags: ["Keys"],
        parameters: [
          {
            name: "X-Trace",
            in: "header",
            required: true,
            schema: { type: "string", pattern: "^[0-9a-f]{4}$" },
            example: "00ff",
          },
          {
            name: "session",
            in: "cookie",
            required: true,
            schema: { type: "string", minLength: 2 },
            example: "s1",
          },
          { name: "role", in: "query", schema: { enum: ["admin", "user"] }, example: "user" },
          { name: "count", in: "query", schema: { type: "integer", minimum: 1, maximum: 5 }, example: 2 },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/NewKey" },
              examples: {
                full: {
                  value: {
                    name: "deploy",
                    kind: "key",
                    expires: "2031-01-31",
                    colour: "red",
                    weight: 1.5,
                    scopes: ["read"],
                    owner: { id: 1 },
                    limits: { day: 5 },
                    target: "abc",
                  },
                },
              },
            },
            "multipart/form-data": {
              schema: {
                type: "object",
                required: ["label"],
                properties: {
                  label: { type: "string", maxLength: 4 },
                  notes: { type: "array", items: { type: "string", maxLength: 9 } },
                },
              },
              examples: { labelled: { value: { label: "a b" } } },
            },
          },
        },
        responses: {
          "201": {
            description: "Made.",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Key" },
                examples: { made: { value: { id: 3 } } },
              },
            },
          },
          "422": {
            description: "Refused.",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Problem" },
                examples: { invalid: { value: { error: "invalid" } } },
              },
            },
          },
        },
      },
    },
    "/ping": {
      get: {
        operationId: "ping",
        tags: ["Keys"],
        security: [],
        responses: {
          "200": {
            description: "Pong.",
            content: { "text/plain": { schema: { type: "string" }, example: "pong" } },
          },
        },
      },
    },
  },
};

export type KeysDocument = typeof keysDocument;

/** A copy to break something in. */
export function changed(change: (document: KeysDocument) => void): KeysDocument {
  const copy = structuredClone(keysDocument);
  change(copy);
  return copy;
}
