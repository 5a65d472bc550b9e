type Json = Record<string, unknown>;

/** An answer in JSON with one example. */
export function answer(schema: unknown, example: unknown): Json {
  return {
    description: "It.",
    content: { "application/json": { schema, examples: { one: { value: example } } } },
  };
}

export function parameter(
  place: string,
  name: string,
  type: string,
  example: unknown,
  more: Json = {},
): Json {
  return { name, in: place, required: place === "path", schema: { type, ...more }, example };
}

export function named(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

const text = { type: "string" };
const number = { type: "integer" };
const NOT_FOUND = answer({ type: "object" }, { error: "no such token" });
const REFUSED = answer({ type: "object" }, { error: "refused" });

const ROTATING = {
  id: 3,
  label: "deploy",
  note: null,
  scopes: ["read"],
  secret: "example-secret-0001",
  owner: { team: "red" },
};
const TIMES = { created_at: "2024-01-02 03:04:05", updated_at: "2024-01-02 03:04:05" };

/** An API of tokens that belong to teams, with everything that a resource can have. */
export function tokensDocument(): Json & { paths: Record<string, Record<string, Json>> } {
  const within = { "/owner/team": "team", region: "region" };
  const about = { name: "token", identity: "token_id", within };
  const team = parameter("path", "team", "string", "red");
  const region = { ...parameter("query", "region", "string", "eu"), required: true };
  const id = parameter("path", "token_id", "integer", 3);
  const { secret: _, ...shown } = ROTATING;
  const first = { ...shown, ...TIMES, secret: "****1" };
  const second = { ...shown, ...TIMES, id: 4, label: "audit", secret: "****2" };
  const third = { ...second, id: 2, label: "third", owner: { team: "green" } };
  const one = { ...first, note: "In full.", last_used_at: "2024-02-02 00:00:00" };
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Tokens", version: "1" },
    paths: {
      "/teams/{team}/tokens": {
        post: {
          operationId: "createToken",
          "x-mock-resource": {
            name: "token",
            action: "create",
            identity: "id",
            within,
            once: ["secret"],
            unique: ["label"],
            most: 4,
            refusal: 400,
          },
          parameters: [team, region],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: named("CreateToken"),
                examples: { one: { value: { label: "ci" } } },
              },
            },
          },
          responses: { 201: answer(named("NewToken"), { ...ROTATING, ...TIMES }), 400: REFUSED },
        },
        get: {
          operationId: "listTokens",
          "x-mock-resource": { name: "token", action: "list", within },
          "x-pagination": {
            style: "page",
            parameter: "page",
            first: 1,
            limit: "limit",
            items: "/data",
            total: "/total",
          },
          parameters: [
            team,
            region,
            parameter("query", "page", "integer", 1),
            parameter("query", "limit", "integer", 50, { default: 20, minimum: 1 }),
            parameter("query", "label", "string", "deploy"),
          ],
          responses: { 200: answer(named("TokenPage"), { data: [first, second], total: 2, page: 1 }) },
        },
      },
      "/regions/{region}/tokens": {
        get: {
          operationId: "listAllTokens",
          "x-mock-resource": {
            name: "token",
            action: "list",
            items: "/data",
            total: "/total",
            within: { region: "region" },
          },
          parameters: [parameter("path", "region", "string", "eu")],
          responses: { 200: answer(named("TokenPage"), { data: [first, second, third], total: 3, page: 1 }) },
        },
      },
      "/teams/{team}/tokens/{token_id}": {
        get: {
          operationId: "getToken",
          "x-mock-resource": { ...about, action: "read", record: "/token" },
          parameters: [team, region, id],
          responses: {
            200: answer({ type: "object", properties: { token: named("Token") } }, { token: one }),
            404: NOT_FOUND,
          },
        },
        patch: {
          operationId: "updateToken",
          "x-mock-resource": { ...about, action: "update" },
          parameters: [team, region, id],
          requestBody: { content: { "application/json": { schema: named("UpdateToken") } } },
          responses: { 200: answer(named("Token"), first), 404: NOT_FOUND, 400: REFUSED },
        },
        delete: {
          operationId: "deleteToken",
          "x-mock-resource": { ...about, action: "delete" },
          parameters: [team, region, id],
          responses: { 200: answer(named("Token"), first), 404: NOT_FOUND },
        },
      },
      "/teams/{team}/tokens/{token_id}/pin": {
        post: {
          operationId: "renewPin",
          "x-mock-resource": { ...about, action: "renew", property: "pin" },
          parameters: [team, region, id],
          responses: { 200: answer(text, "pin-0001"), 404: NOT_FOUND },
        },
        get: {
          operationId: "getPin",
          "x-mock-resource": { ...about, action: "read", property: "pin" },
          parameters: [team, region, id],
          responses: { 200: answer({ ...text, "x-sensitive": true }, "pin-0001"), 422: REFUSED },
        },
      },
      "/tokens": {
        put: {
          operationId: "renameToken",
          "x-mock-resource": { name: "token", action: "update", identity: "/token/id" },
          requestBody: { content: { "application/json": { schema: named("RenameToken") } } },
          responses: {
            200: answer({ type: "object", properties: { ok: { type: "boolean" } } }, { ok: true }),
          },
        },
      },
      "/teams/{team}/tokens/{token_id}/ping": {
        get: { operationId: "pingToken", parameters: [team, id], responses: { 200: answer(text, "pong") } },
      },
    },
    components: {
      schemas: {
        CreateToken: {
          type: "object",
          required: ["label"],
          properties: { label: text, note: text, scopes: { type: "array", items: text }, colour: text },
        },
        UpdateToken: { type: "object", properties: { label: text, note: text, unknown: text } },
        RenameToken: {
          type: "object",
          properties: { token: { type: "object", properties: { id: number } }, label: text },
        },
        Token: {
          type: "object",
          required: ["id", "label"],
          properties: {
            id: number,
            label: text,
            note: { type: ["string", "null"] },
            scopes: { type: "array", items: text },
            secret: text,
            owner: { type: "object", properties: { team: text } },
            created_at: { type: "string", pattern: String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$` },
            updated_at: text,
            last_used_at: { type: ["string", "null"] },
          },
          additionalProperties: false,
        },
        NewToken: {
          type: "object",
          required: ["id", "secret"],
          properties: {
            id: number,
            label: text,
            note: { type: ["string", "null"] },
            scopes: { type: "array", items: text },
            secret: { type: "string", "x-sensitive": true },
            owner: { type: "object", properties: { team: text } },
            created_at: text,
            updated_at: text,
          },
          additionalProperties: false,
        },
        TokenPage: {
          type: "object",
          required: ["data", "total", "page"],
          properties: { data: { type: "array", items: named("Token") }, total: number, page: number },
          additionalProperties: false,
        },
      },
    },
  };
}
