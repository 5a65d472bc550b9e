import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connectMock, startMock, type Mock, type MockAnswer, type RemoteScope } from "../src/index.ts";
import { keysDocument, TOKEN } from "./document.ts";

interface KeysMockOperations {
  getKey: {
    path: "id";
    body: undefined;
    answers: { 200: MockAnswer<{ id: number }, "one">; 404: MockAnswer<object, "notFound"> };
  };
}

let server: Mock;
let mock: RemoteScope<KeysMockOperations>;
beforeAll(async () => {
  server = await startMock({ spec: keysDocument() });
});
beforeEach(async () => {
  mock = await connectMock<KeysMockOperations>(server.url, "remote");
});
afterAll(() => server.close());

async function status(url: string): Promise<number> {
  return (await fetch(`${url}/keys/1?a=b`, { headers: TOKEN })).status;
}

test("a scenario said from another process is played in its scope only", async () => {
  await mock.on("getKey", (key) => key.sequence([404, { status: 200, example: "one" }]));
  await mock.on("getKey", (key) => key.reply(404, { headers: { "X-Test": "1" } }).once());
  const other = await connectMock(server.url, "other");
  expect([await status(mock.url), await status(mock.url), await status(mock.url)]).toEqual([404, 404, 200]);
  expect([await status(other.url), await status(server.url)]).toEqual([200, 200]);
});

test("the journal arrives as it was written", async () => {
  await status(mock.url);
  const [call, ...more] = await mock.calls("getKey");
  const [local] = server.scope("remote").calls("getKey");
  expect(more).toEqual([]);
  expect(call?.request.query.get("a")).toBe("b");
  expect(call?.request).toEqual(local?.request);
  expect(call?.answer).toEqual(local?.answer);
  expect(call?.exchange).toMatchObject({ target: "/keys/1?a=b", violations: [] });
  await mock.reset();
  expect(await mock.calls("getKey")).toEqual([]);
});

test("without a name it is the scope of every request that has none", async () => {
  const root = await connectMock(server.url);
  await root.on("getKey", (key) => key.reply(404));
  expect(await status(server.url)).toBe(404);
  await root.reset();
  expect(await status(server.url)).toBe(200);
});

test("what the document does not have, and what cannot travel, is an error here", async () => {
  // @ts-expect-error -- no such status
  await expect(mock.on("getKey", (key) => key.once().reply(418))).rejects.toThrow(
    "getKey documents no status 418; it has 200, 404",
  );
  expect(await status(mock.url)).toBe(200);
  // @ts-expect-error -- no such operation
  await expect(mock.on("getKeys", (key) => key.once())).rejects.toThrow('There is no operation "getKeys"');
  await expect(mock.on("getKey", (key) => key.reply(200, { body: () => ({ id: 1 }) }))).rejects.toThrow(
    "getKey: a function cannot travel to the process of the mock",
  );
  // @ts-expect-error -- code cannot travel
  await expect(mock.on("getKey", (key) => key.handle(() => undefined))).rejects.toThrow(
    "getKey: a function cannot travel to the process of the mock",
  );
  await expect(connectMock(server.url, "a/b")).rejects.toThrow('found "a%2Fb"');
});

test("hostile words to the control are problems", async () => {
  const say = (body: string, method = "POST"): Promise<number> =>
    fetch(`${server.url}/__mock`, { method, body }).then((response) => response.status);
  expect(await say("{")).toBe(400);
  expect(await say('{"operation":"getKey","script":[["remove"]]}')).toBe(400);
  expect(await say('{"operation":"getKey","script":[["constructor"]]}')).toBe(400);
  for (const script of [
    5,
    "reply",
    [["sequence", 5]],
    [["sequence", [null]]],
    [["reply", 404, { mediaType: 5 }]],
  ])
    expect(await say(JSON.stringify({ operation: "getKey", script }))).toBe(400);
  expect(await say("", "PATCH")).toBe(405);
  expect(await status(server.url)).toBe(200);
});

test("a page may take hold of a mock", async () => {
  const headers = { origin: "https://app.test", "access-control-request-method": "DELETE" };
  const preflight = await fetch(`${server.url}/__mock/page`, { method: "OPTIONS", headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, POST, DELETE");
});

test("where there is no mock, the error says so", async () => {
  const other = createServer((_, response) => void response.end("{hello")).listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  await expect(connectMock(url)).rejects.toThrow(/^No mock answers at http.*: found 200 "{hello"$/);
  other.close();
  await using gone = await startMock({ spec: keysDocument() });
  await gone.close();
  await expect(connectMock(gone.url)).rejects.toThrow(/^No mock answers at http.*ECONNREFUSED/);
});
