/** JSON pointers into the document. */
export const get = "#/paths/~1keys/get";
export const resource = `${get}/x-mock-resource`;
export const page = `${get}/x-pagination`;
export const firstParameter = `${get}/parameters/0`;
export const ok = `${get}/responses/200`;
export const body = `${ok}/content/application~1json`;
export const schemas = "#/components/schemas";
export const key = `${schemas}/Key/properties`;
export const scheme = "#/components/securitySchemes/bearerAuth";

/** A small document that every rule accepts; the breaches each change one thing in it. */
export function goodDocument(): Record<string, unknown> {
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Keys",
      version: "1",
      contact: { name: "Support", email: "support@keys.test" },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [
      { url: "https://api.keys.test", "x-name": "production" },
      { url: "https://sandbox.keys.test", "x-name": "sandbox" },
    ],
    security: [{ bearerAuth: [] }],
    tags: [{ name: "Keys", description: "The keys." }],
    paths: {
      "/keys": {
        parameters: [{ $ref: "#/components/parameters/Tenant" }],
        get: {
          operationId: "listKeys",
          summary: "List keys",
          description: "Lists the keys.",
          tags: ["Keys"],
          "x-idempotent": true,
          "x-pagination": {
            style: "page",
            parameter: "page",
            first: 0,
            limit: "limit",
            items: "/keys",
            total: "/total",
          },
          parameters: [
            {
              name: "page",
              in: "query",
              description: "The page.",
              schema: { type: "integer" },
              example: 0,
            },
            {
              name: "limit",
              in: "query",
              description: "Keys per page.",
              schema: { type: "integer" },
              example: 10,
            },
            {
              name: "cursor",
              in: "query",
              description: "Where to go on.",
              schema: { type: "string" },
              example: "abc",
            },
          ],
          responses: {
            "200": {
              description: "The keys.",
              headers: {
                "x-total": {
                  description: "Number of keys.",
                  schema: { type: "string" },
                  example: "1",
                },
              },
              content: {
                "application/json": {
                  schema: named("KeyPage"),
                  examples: { onlyPage: { value: { keys: [{ secret: "s" }], total: 1, next: null } } },
                },
              },
            },
            "401": { description: "No valid credential was sent." },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        bearerAuth: { type: "http", scheme: "bearer", description: "A key.", "x-env": "KEYS_API_KEY" },
      },
      parameters: {
        Tenant: {
          name: "tenant",
          in: "header",
          description: "The tenant.",
          schema: { type: "string" },
          example: "acme",
        },
      },
      schemas: {
        KeyPage: {
          description: "A page of keys.",
          allOf: [
            named("Counted"),
            {
              type: "object",
              properties: {
                keys: { type: "array", description: "The keys.", items: named("Key") },
                next: { type: ["string", "null"], description: "Cursor of the next page." },
              },
            },
          ],
        },
        Counted: {
          type: "object",
          description: "A list that knows its length.",
          properties: { total: { type: "integer", description: "Number of all keys." } },
        },
        Key: {
          type: "object",
          description: "A key.",
          properties: {
            secret: { type: "string", description: "The secret.", "x-sensitive": true },
            hasSecret: { type: "boolean", description: "Whether there is a secret." },
            "x-note": { type: "string", description: "A property may be called like an extension." },
            owner: named("Owner"),
          },
        },
        Owner: {
          type: "object",
          description: "Owner of a key.",
          properties: { name: { type: "string", description: "Name of the owner." } },
        },
      },
    },
  };
}

function named(name: string): object {
  return { $ref: `${schemas}/${name}` };
}
