import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { createMockFetch, startMock } from "../src/index.ts";
import { JSON_TYPE, keysDocument, TOKEN } from "./document.ts";

const POST = { method: "POST", headers: { ...TOKEN, ...JSON_TYPE } };

async function status(url: string): Promise<number> {
  return (await fetch(`${url}/v1/keys/1?a=b`, { headers: TOKEN })).status;
}

test("the journal holds what was asked of an operation, and what was answered", async () => {
  const mock = createMockFetch({ spec: keysDocument() });
  await mock("https://keys.test/v1/keys/7?a=1", { headers: TOKEN });
  await mock("https://keys.test/v1/keys/", { ...POST, body: '{"id":3}' });
  await mock("https://keys.test/v1/keys/", { ...POST, body: '{"id":"three"}' });
  const [get] = mock.calls("getKey");
  expect(get?.request).toMatchObject({ method: "GET", path: { id: "7" }, body: undefined });
  expect(get?.request.query.get("a")).toBe("1");
  expect(get?.answer).toMatchObject({ status: 200, body: { id: 1 } });
  expect(mock.calls("createKey").map(({ request, answer }) => [request.body, answer.status])).toEqual([
    [{ id: 3 }, 201],
    [{ id: "three" }, 422],
  ]);
  expect(mock.calls("createKey")[1]?.exchange.violations).toMatchObject([{ path: ["body", "id"] }]);
  expect(mock.exchanges.length).toBe(3);
  mock.reset();
  expect([mock.exchanges, mock.calls("getKey")]).toEqual([[], []]);
});

test("scopes of one server share nothing but the server", async () => {
  await using mock = await startMock({ spec: keysDocument() });
  const [one, two] = [mock.scope("one"), mock.scope()];
  one.on("getKey").reply(404);
  expect([await status(one.url), await status(two.url), await status(mock.url)]).toEqual([404, 200, 200]);
  expect([one, two, mock].map((scope) => scope.calls("getKey").length)).toEqual([1, 1, 1]);
  expect(one.exchanges[0]?.target).toBe("/v1/keys/1?a=b");
  expect(mock.scope("one").url).toBe(one.url);
  one.reset();
  expect(await status(one.url)).toBe(200);
  expect(two.exchanges.length).toBe(1);
});

test("a scope without a name is a new one, whatever names there are", async () => {
  await using mock = await startMock({ spec: keysDocument() });
  const named = ["scope-2", "scope-4"].map((name) => mock.scope(name).url);
  const urls = [mock.scope().url, mock.scope().url, ...named];
  expect(new Set(urls).size).toBe(4);
});

test("a scope that nobody made is a problem, and a name must fit into a URL", async () => {
  await using mock = await startMock({ spec: keysDocument() });
  const answer = await fetch(`${mock.url}/__mock/nobody/keys/1`, { headers: TOKEN });
  expect([answer.status, await answer.json()]).toMatchObject([404, { type: "urn:keysmith:mock:no-scope" }]);
  expect(() => mock.scope("a/b")).toThrow('expected letters, digits, "-", "_", "." or "~", found "a/b"');
  expect(() => mock.scope("..")).toThrow("part of its URL");
});

test("a fetch has scopes too", async () => {
  const mock = createMockFetch({ spec: keysDocument() });
  const other = mock.scope();
  mock.on("getKey").reply(404);
  expect((await mock("https://keys.test/keys/1", { headers: TOKEN })).status).toBe(404);
  expect((await other(new Request("https://keys.test/keys/1", { headers: TOKEN }))).status).toBe(200);
  expect([mock.exchanges.length, other.exchanges.length]).toEqual([1, 1]);
});

test("a document that cannot be mocked is refused when the fetch is made, broken schemas at the first call", async () => {
  expect(() => createMockFetch({ spec: { openapi: "2.0" } })).toThrow("is no OpenAPI 3.0 or 3.1 document");
  expect(() => createMockFetch({})).toThrow("Nothing to mock: give `spec` or `provider`");
  const document = keysDocument();
  Object.assign(document, {
    components: { ...Object(document["components"]), schemas: { Key: { pattern: "(" } } },
  });
  const mock = createMockFetch({ spec: document });
  await expect(mock("https://keys.test/keys/1")).rejects.toThrow("the schema cannot be compiled: Invalid");
});

test("a body that breaks off is the caller's error, and the document's stays where it is asked for", async () => {
  const lost: unknown[] = [];
  const note = (reason: unknown): void => void lost.push(reason);
  process.on("unhandledRejection", note);
  const document = keysDocument();
  Object.assign(document, {
    components: { ...Object(document["components"]), schemas: { Key: { pattern: "(" } } },
  });
  const mock = createMockFetch({ spec: document });
  const body = new ReadableStream({ start: (controller) => controller.error(new Error("broken off")) });
  const init: RequestInit = { method: "POST", body, duplex: "half" };
  await expect(mock("https://keys.test/keys/", init)).rejects.toThrow("broken off");
  await wait(100);
  process.off("unhandledRejection", note);
  expect(lost).toEqual([]);
});
