import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";

const query = (name: string, schema: object, more: object = {}): object => ({
  name,
  in: "query",
  schema,
  ...more,
});

test.each([
  ["?limit=", 422],
  ["?cursor=", 422],
  ["?free=", 200],
  ["?nullable=", 422],
  ["?flag=", 200],
  ["?free=a&free=b", 422],
  ["?limit=5&cursor=x", 200],
  ["?scopes=", 422],
  ["?scopes=read", 200],
  ["?tags=", 200],
])("an empty query parameter is judged as what it is: %s is a %d", async (search, status) => {
  const parameters = [
    query("limit", { type: "integer" }),
    query("cursor", { type: "string", minLength: 1 }),
    query("nullable", { type: ["string", "null"], minLength: 1 }),
    query("free", { type: "string" }),
    query("flag", { type: "boolean" }, { allowEmptyValue: true }),
    query("untyped", {}),
    query("scopes", { type: "array", items: { enum: ["read"] } }),
    query("tags", { type: "array", items: { enum: ["a"] } }, { explode: false }),
  ];
  await using mock = await startMock({
    spec: {
      openapi: "3.1.0",
      jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
      info: { title: "Keys", version: "1" },
      paths: {
        "/keys": {
          get: { operationId: "listKeys", parameters, responses: { 200: { description: "Keys." } } },
        },
      },
    },
  });
  expect((await fetch(`${mock.url}/keys${search}`)).status).toBe(status);
});
