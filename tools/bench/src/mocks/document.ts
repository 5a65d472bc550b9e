/** An API of so many operations, each with parameters, credentials, a schema and examples. Half of them take a body. */
export function mockable(operations: number): object {
  const pairs = Array.from({ length: Math.ceil(operations / 2) }, (_, index) => index);
  const paths = pairs.flatMap(pathsOf).slice(0, operations);
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Things", version: "1" },
    servers: [{ url: "https://example.com/v1" }],
    security: [{ token: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: {
        Owner: {
          type: "object",
          required: ["id"],
          properties: { id: { type: "integer" }, email: { type: "string", format: "email" } },
        },
        ErrorBody: { type: "object", required: ["message"], properties: { message: { type: "string" } } },
        ...Object.fromEntries(pairs.map((index) => [`Thing${index}`, thing(index)])),
      },
    },
  };
}

/** A request of the operation with this number that {@link mockable}'s document allows. */
export function requestOf(index: number): { method: "GET" | "POST"; path: string; body?: string } {
  const pair = Math.floor(index / 2);
  return index % 2 === 0
    ? { method: "GET", path: `/groups/g7/things${pair}/${index + 1}?expand=true` }
    : { method: "POST", path: `/things${pair}`, body: JSON.stringify(EXAMPLE) };
}

const EXAMPLE = { id: 3, name: "deploy", state: "on", owner: { id: 1, email: "jane@example.com" } };

/** No two are the same, as in a document that people wrote. */
function thing(index: number): object {
  return {
    type: "object",
    required: ["id", "name"],
    properties: {
      id: { type: "integer", minimum: 1 },
      name: { type: "string", maxLength: 40 },
      state: { enum: ["on", "off", `kind${index}`] },
      owner: { $ref: "#/components/schemas/Owner" },
      tags: { type: "array", items: { type: "string" } },
    },
  };
}

function pathsOf(index: number): [string, object][] {
  const content = {
    "application/json": {
      schema: { $ref: `#/components/schemas/Thing${index}` },
      examples: { usual: { value: EXAMPLE } },
    },
  };
  const parameters = [
    { name: "group", in: "path", required: true, schema: { type: "string" } },
    { name: "id", in: "path", required: true, schema: { type: "integer" } },
    { name: "expand", in: "query", schema: { type: "boolean" } },
  ];
  const get = { operationId: `getThing${index}`, parameters, responses: responses(200, content) };
  const post = {
    operationId: `createThing${index}`,
    requestBody: { required: true, content },
    responses: responses(201, content),
  };
  return [
    [`/groups/{group}/things${index}/{id}`, { get }],
    [`/things${index}`, { post }],
  ];
}

function responses(status: number, content: object): object {
  const refused = {
    "application/json": {
      schema: { $ref: "#/components/schemas/ErrorBody" },
      examples: { refused: { value: { message: "Refused" } } },
    },
  };
  return {
    [status]: { description: "It.", content },
    401: { description: "No credential." },
    404: { description: "No such thing.", content: refused },
  };
}
