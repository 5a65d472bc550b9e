import { describe, expect, test } from "vitest";
import { createMockFetch, startMock } from "../src/index.ts";
import { clientOf } from "./state-client.ts";
import { answer, parameter } from "./state-document.ts";

type Json = Record<string, unknown>;
type Paths = Record<string, Record<string, Json>>;

const COLLECTION = "/users/{user}/keys";
const ITEM = `${COLLECTION}/{key_uuid}`;

const text = { type: "string" };
const KEY = {
  type: "object",
  required: ["uuid", "name"],
  properties: { uuid: { ...text, format: "uuid" }, name: text, user: text },
};
const ONE = { uuid: "00000000-0000-4000-8000-000000000001", name: "deploy", user: "jane" };
const NOT_FOUND = answer({ type: "object" }, { error: "none" });

/** A document without a word on state. */
function plainDocument(change: (paths: Paths) => void = () => undefined): Json & { paths: Paths } {
  const user = parameter("path", "user", "string", "jane");
  const id = parameter("path", "key_uuid", "string", ONE.uuid, { format: "uuid" });
  const body = {
    content: { "application/json": { schema: { type: "object", properties: { name: text } } } },
  };
  const list = {
    type: "object",
    properties: { keys: { type: "array", items: KEY }, total_count: { type: "integer" } },
  };
  const paths: Paths = {
    "/users/{user}/keys": {
      get: {
        parameters: [
          user,
          parameter("query", "page", "integer", 1),
          parameter("query", "per_page", "integer", 2),
        ],
        responses: { 200: answer(list, { keys: [ONE], total_count: 1 }) },
      },
      post: {
        operationId: "createKey",
        parameters: [user],
        requestBody: body,
        responses: { 201: answer(KEY, ONE) },
      },
    },
    "/users/{user}/keys/{key_uuid}": {
      get: { parameters: [user, id], responses: { 200: answer(KEY, ONE), 404: NOT_FOUND } },
      put: {
        parameters: [user, id],
        requestBody: body,
        responses: { 200: answer(KEY, ONE), default: NOT_FOUND },
      },
      delete: { parameters: [user, id], responses: { 204: { description: "Gone." }, 404: NOT_FOUND } },
    },
  };
  change(paths);
  return { openapi: "3.1.0", info: { title: "Keys", version: "1" }, paths };
}

test("plain paths are a resource", async () => {
  const call = clientOf(plainDocument());
  const { body } = await call("POST /users/joe/keys", { name: "new" });
  const key = { uuid: "00000000-0000-4000-8000-000000000002", name: "new", user: "joe" };
  expect(body).toEqual(key);
  expect((await call("GET /users/joe/keys")).body).toEqual({ keys: [key], total_count: 1 });
  expect((await call("GET /users/jane/keys")).body).toEqual({ keys: [ONE], total_count: 1 });
  expect((await call("GET /users/jane/keys?page=2&per_page=1")).body).toEqual({ keys: [], total_count: 1 });
  const path = `/users/joe/keys/${key.uuid}`;
  expect((await call(`PUT ${path}`, { name: "changed" })).body).toEqual({ ...key, name: "changed" });
  expect((await call(`GET ${path}`)).body).toEqual({ ...key, name: "changed" });
  expect((await call(`DELETE ${path}`)).status).toBe(204);
  expect((await call(`GET ${path}`)).status).toBe(404);
  expect((await call(`PUT ${path}`, {})).status).toBe(404);
});

test("an operation that is named with nothing has state under its path", async () => {
  const unnamed = plainDocument((paths) => {
    Object.assign(paths[COLLECTION]?.["post"] ?? {}, { operationId: " " });
  });
  const call = clientOf(unnamed);
  expect((await call("POST /users/joe/keys", { name: "new" })).body).toMatchObject({ name: "new" });
});

test("a record may be wrapped, in answers and in requests", async () => {
  const wrapped = plainDocument((paths) => {
    for (const method of ["get", "put"]) wrap(paths[ITEM]?.[method]);
    wrap(paths[COLLECTION]?.["post"]);
  });
  const call = clientOf(wrapped);
  const key = { uuid: "00000000-0000-4000-8000-000000000002", name: "new", user: "joe" };
  expect((await call("POST /users/joe/keys", { key: { name: "new" } })).body).toEqual({ key });
  const path = `/users/joe/keys/${key.uuid}`;
  expect((await call(`PUT ${path}`, { key: { name: "changed" } })).body).toEqual({
    key: { ...key, name: "changed" },
  });
  expect((await call(`GET ${path}`)).body).toEqual({ key: { ...key, name: "changed" } });
  expect((await call("GET /users/joe/keys")).body).toEqual({
    keys: [{ ...key, name: "changed" }],
    total_count: 1,
  });
});

/** Puts the bodies of an operation into `{ key: … }`. */
function wrap(operation: Json = {}): void {
  const responses = operation["responses"] as Json;
  for (const status of ["200", "201"])
    if (status in responses)
      responses[status] = answer({ type: "object", properties: { key: KEY } }, { key: ONE });
  if (!("requestBody" in operation)) return;
  const schema = { type: "object", properties: { key: { type: "object", properties: { name: text } } } };
  operation["requestBody"] = { content: { "application/json": { schema } } };
}

async function resourcesOf(spec: object): Promise<readonly unknown[]> {
  await using mock = await startMock({ spec, stateful: true });
  // The same without sockets.
  expect(createMockFetch({ spec, stateful: true }).resources).toEqual(mock.resources);
  return mock.resources;
}

test("what was understood can be read", async () => {
  const [list, item] = Object.keys(plainDocument().paths);
  expect(await resourcesOf(plainDocument())).toEqual([
    {
      name: "keys",
      inferred: true,
      operations: [
        { operation: `GET ${list}`, action: "list" },
        { operation: "createKey", action: "create" },
        { operation: `GET ${item}`, action: "read" },
        { operation: `PUT ${item}`, action: "update" },
        { operation: `DELETE ${item}`, action: "delete" },
      ],
    },
  ]);
  await using stateless = await startMock({ spec: plainDocument() });
  expect(stateless.resources).toEqual([]);
});

/** `POST` starts a job, and `PUT` may create. */
function doSomethingElse(paths: Paths): void {
  Object.assign(paths[COLLECTION]?.["post"] ?? {}, {
    responses: { 200: answer({ type: "object", properties: { job: text } }, { job: "1" }) },
  });
  Object.assign(paths[ITEM]?.["put"] ?? {}, {
    responses: { 200: answer(KEY, ONE), 201: answer(KEY, ONE) },
  });
}

describe("what is in doubt stays without state", () => {
  const doubts: readonly (readonly [string, (paths: Paths) => void])[] = [
    ["no property identifies a record", (paths) => void everywhere(paths, '"uuid"', '"number"')],
    [
      "the identity is of another type",
      (paths) =>
        void everywhere(paths, '"uuid":{"type":"string","format":"uuid"}', '"uuid":{"type":"integer"}'),
    ],
    ["the parameter may mean anything", (paths) => everywhere(paths, "key_uuid", "selected_key")],
    [
      "only the owner of a record has an identity",
      (paths) =>
        everywhere(
          paths,
          '"uuid":{"type":"string","format":"uuid"}',
          '"by":{"type":"object","properties":{"uuid":{"type":"string"}}}',
        ),
    ],
    ["there never is a record", (paths) => withoutExamples(paths)],
    [
      "nothing changes anything",
      (paths) =>
        void (
          delete paths[COLLECTION]?.["post"],
          delete paths[ITEM]?.["put"],
          delete paths[ITEM]?.["delete"]
        ),
    ],
    [
      "nothing shows anything",
      (paths) => void (delete paths[COLLECTION]?.["get"], delete paths[ITEM]?.["get"]),
    ],
    [
      "one of them says that it has none",
      (paths) => void Object.assign(paths[ITEM]?.["get"] ?? {}, { "x-mock-resource": false }),
    ],
    [
      "there is no example to start from",
      (paths) =>
        void Object.assign(paths[COLLECTION]?.["post"]?.["responses"] ?? {}, {
          201: answer(
            {
              ...KEY,
              required: ["uuid", "name", "user", "more"],
              properties: { ...KEY.properties, more: text },
            },
            undefined,
          ),
        }),
    ],
  ];

  test.each(doubts)("%s", async (_, change) => {
    expect(await resourcesOf(plainDocument(change))).toEqual([]);
  });

  test("an operation that answers with something else", async () => {
    const [found] = (await resourcesOf(plainDocument(doSomethingElse))) as {
      operations: { action: string }[];
    }[];
    expect(found?.operations.map(({ action }) => action)).toEqual(["list", "read", "delete"]);
  });
});

/** Nothing creates, and no example shows what there is. */
function withoutExamples(paths: Paths): void {
  delete paths[COLLECTION]?.["post"];
  everywhere(paths, "examples", "x-examples");
}

/** Changes the text of all operations. */
function everywhere(paths: Paths, from: string, to: string): void {
  const changed = JSON.stringify(paths).replaceAll(from, to);
  for (const path of Object.keys(paths)) delete paths[path];
  Object.assign(paths, JSON.parse(changed));
}
