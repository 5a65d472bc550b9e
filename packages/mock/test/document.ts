/** The API the tests serve: small, with one of everything that matters. */
export function keysDocument(): Record<string, unknown> & { paths: Record<string, Record<string, unknown>> } {
  const problem = { "application/json": { schema: { type: "object" }, example: { error: "refused" } } };
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Keys", version: "1" },
    servers: [{ url: "https://{region}.example.com/v1", variables: { region: { default: "eu" } } }],
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: "http", scheme: "Bearer" } },
      schemas: {
        Key: {
          type: "object",
          required: ["id"],
          properties: { id: { type: "integer" }, name: { type: "string", maxLength: 8 } },
          unevaluatedProperties: false,
        },
      },
    },
    paths: {
      "/keys/": {
        get: {
          operationId: "listKeys",
          parameters: [
            { name: "tag", in: "query", schema: { type: "array", items: { enum: ["a", "b"] } } },
            { name: "X-Scopes", in: "header", schema: { type: "array", items: { type: "string" } } },
          ],
          responses: {
            200: {
              description: "All keys.",
              headers: {
                "X-Scopes": {
                  schema: { type: "array", items: { type: "string" } },
                  example: ["read", "write"],
                },
                "X-Limits": { schema: { type: "object", properties: { left: { type: "integer" } } } },
                "X-Total": { schema: { type: "integer" }, example: 2 },
              },
              content: {
                "application/json": {
                  schema: { type: "array", items: { $ref: "#/components/schemas/Key" } },
                  examples: { two: { value: [{ id: 1 }, { id: 2, name: "b" }] }, none: { value: [] } },
                },
                "text/csv": { schema: { type: "string" }, examples: { csv: { value: "id\n1\n" } } },
              },
            },
            "4XX": { description: "Refused.", content: problem },
          },
        },
        post: {
          operationId: "createKey",
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: { $ref: "#/components/schemas/Key" }, example: { id: 3 } },
            },
          },
          responses: {
            201: {
              description: "Made.",
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/Key" }, example: { id: 3 } },
              },
            },
            409: { description: "There already.", content: problem },
          },
        },
      },
      "/keys/{id}": {
        get: {
          operationId: "getKey",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" }, example: 1 }],
          responses: {
            200: {
              description: "A key.",
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/Key" },
                  examples: { one: { value: { id: 1 } } },
                },
              },
            },
            404: {
              description: "No such key.",
              content: {
                "application/json": {
                  schema: { type: "object" },
                  examples: { notFound: { value: { error: "gone" } } },
                },
              },
            },
          },
        },
        delete: {
          operationId: "deleteKey",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
          responses: { 204: { description: "Gone." }, 404: { description: "No such key." } },
        },
      },
      "/keys/{id}.pem": {
        get: {
          operationId: "getPem",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: {
            200: {
              description: "Text.",
              content: { "text/plain": { schema: { type: "string" }, example: "PEM" } },
            },
          },
        },
      },
    },
  };
}

export const TOKEN = { authorization: "Bearer test" };
export const JSON_TYPE = { "content-type": "application/json" };
