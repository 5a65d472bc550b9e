import { dereference, entries, list, member, type JsonObject } from "../../src/document/json.ts";
import { METHODS } from "../../src/document/parts.ts";
import type { Documented } from "./judge.ts";
import type { Known } from "./requests.ts";

/** An API with what clients get wrong, and engines too: recursion, forms, files, cookies, lists, objects and media types. */
export function oddDocument(): Record<string, unknown> {
  const error = { "application/json": { schema: { type: "object" }, example: { error: "refused" } } };
  const answers = {
    200: { description: "It.", content: { "application/json": { schema: {}, example: { ok: true } } } },
    "4XX": { description: "Refused.", content: error },
  };
  const form = {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", pattern: "^[a-z]+$" },
      count: { type: "integer" },
      tags: { type: "array", items: { type: "string" } },
    },
  };
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Odd", version: "1" },
    servers: [
      { url: "https://example.com/v1" },
      { url: "/v2/{region}", variables: { region: { default: "eu" } } },
    ],
    components: {
      securitySchemes: {
        basic: { type: "http", scheme: "basic" },
        cookie: { type: "apiKey", in: "cookie", name: "session" },
        query: { type: "apiKey", in: "query", name: "key" },
      },
      schemas: {
        Tree: {
          anyOf: [
            { type: "null" },
            { type: "array", items: { $ref: "#/components/schemas/Tree" } },
            {
              type: "object",
              properties: { next: { $ref: "#/components/schemas/Tree" }, id: { type: "integer" } },
              additionalProperties: { $ref: "#/components/schemas/Tree" },
            },
          ],
        },
      },
    },
    paths: {
      "/trees/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } }],
        put: {
          operationId: "putTree",
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Tree" },
                example: { next: { id: 1 } },
              },
            },
          },
          responses: answers,
        },
        get: {
          operationId: "getTree",
          security: [{ basic: [] }, { cookie: [] }, { query: [] }],
          parameters: [
            {
              name: "filter",
              in: "query",
              style: "deepObject",
              explode: true,
              schema: { type: "object", properties: { a: { type: "string" } } },
            },
            {
              name: "ids",
              in: "query",
              style: "pipeDelimited",
              explode: false,
              schema: { type: "array", items: { type: "integer" } },
            },
            {
              name: "words",
              in: "query",
              style: "spaceDelimited",
              explode: false,
              schema: { type: "array", items: { type: "string" } },
            },
            {
              name: "box",
              in: "query",
              explode: true,
              schema: { type: "object", properties: { x: { type: "integer" } } },
            },
            { name: "X-List", in: "header", schema: { type: "array", items: { type: "integer" } } },
            {
              name: "X-Map",
              in: "header",
              explode: true,
              schema: { type: "object", properties: { a: { type: "integer" } } },
            },
            { name: "session", in: "cookie", schema: { type: "string" } },
          ],
          responses: answers,
        },
      },
      "/trees/{id}/{from}..{to}.{format}": {
        get: {
          operationId: "getRange",
          parameters: ["id", "from", "to", "format"].map((name) => ({
            name,
            in: "path",
            required: true,
            schema: { type: "string", pattern: "^[a-z0-9]+$" },
          })),
          responses: answers,
        },
      },
      "/forms": {
        post: {
          operationId: "postForm",
          requestBody: {
            content: {
              "application/x-www-form-urlencoded": {
                schema: form,
                example: "name=a&count=1&tags=b",
                encoding: { tags: { style: "form", explode: true } },
              },
              "multipart/form-data": { schema: form },
              "text/plain": { schema: { type: "string", maxLength: 100 } },
              "application/octet-stream": {},
              "application/vnd.odd+json": { schema: form },
            },
          },
          responses: answers,
        },
      },
    },
  };
}

/** A valid request of every operation, by the document's examples, and the statuses it documents. */
export function overview(document: JsonObject): { known: readonly Known[]; documented: Documented } {
  const known: Known[] = [];
  const documented = new Map<string, readonly string[]>();
  const resolve = (value: unknown): unknown => dereference(document, [], value).value;
  for (const [template, item] of entries(document["paths"])) {
    for (const method of METHODS) {
      const operation = member(item, method);
      const name = member(operation, "operationId");
      if (typeof name !== "string") continue;
      const [content] = entries(member(resolve(member(operation, "requestBody")), "content"));
      known.push({
        method: method.toUpperCase(),
        template,
        query: [item, operation]
          .flatMap((owner) => list(member(owner, "parameters")).map(resolve))
          .filter((each) => member(each, "in") === "query" && member(each, "required") === true)
          .map((each) => [String(member(each, "name")), String(exampleOf(each, resolve))]),
        body: content && { mediaType: content[0], text: textOf(exampleOf(content[1], resolve)) },
      });
      documented.set(name, Object.keys(Object(member(operation, "responses"))));
    }
  }
  return { known, documented };
}

function exampleOf(owner: unknown, resolve: (value: unknown) => unknown): unknown {
  const [named] = entries(member(owner, "examples"));
  return member(owner, "example") ?? member(resolve(named?.[1]), "value") ?? 1;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
