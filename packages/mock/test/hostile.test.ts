import { once } from "node:events";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startMock, type Mock } from "../src/index.ts";
import { oddDocument } from "./hostile/document.ts";
import { JSON_TYPE, keysDocument, TOKEN } from "./document.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ spec: keysDocument() });
});
afterAll(() => mock.close());

/** The status of an answer to bytes that no HTTP client would write; what the mock refuses, it says why. */
async function raw(request: string): Promise<number> {
  const { port, hostname } = new URL(mock.url);
  const socket = connect(Number(port), hostname);
  socket.write(request);
  let answer = "";
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.includes("\r\n\r\n")) break;
  }
  socket.destroy();
  const refused = !answer.startsWith("HTTP/1.1 2");
  expect(answer.includes("\r\ncontent-type: application/problem+json\r\n")).toBe(refused);
  return Number(answer.split(" ")[1]);
}

function zeros(count: number): string {
  return `[${Array.from({ length: count }, () => 0).join(",")}]`;
}

function deep(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

const head = "Host: mock\r\nAuthorization: Bearer test\r\nConnection: close";

test.each([
  ["malformed JSON", 400, { method: "POST", headers: JSON_TYPE, body: '{"id":' }],
  [
    "JSON that is not UTF-8",
    400,
    { method: "POST", headers: JSON_TYPE, body: new Uint8Array([0x22, 0xff, 0x22]) },
  ],
  ["an empty body where one is required", 422, { method: "POST", headers: JSON_TYPE, body: "" }],
  ["a Content-Type that is none", 415, { method: "POST", headers: { "content-type": "json" }, body: "{}" }],
  ["violations in other alphabets", 422, { method: "POST", headers: JSON_TYPE, body: '{"id":1,"ключ漢":1}' }],
  [
    "a name from the prototype",
    422,
    { method: "POST", headers: JSON_TYPE, body: '{"id":1,"__proto__":{"x":1}}' },
  ],
  ["an Accept header that is none", 406, { headers: { accept: "json" } }],
  [
    "a compressed body",
    415,
    { method: "POST", headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: gzipSync('{"id":1}') },
  ],
  [
    "a form with a name that is not percent-encoded",
    400,
    { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "%zz=1" },
  ],
  [
    "a part of a form without a name",
    400,
    {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: "--b\r\n\r\nx\r\n--b--",
    },
  ],
  ["JSON of a hundred thousand levels", 400, { method: "POST", headers: JSON_TYPE, body: deep(100_000) }],
  ["JSON deeper than can be checked", 400, { method: "POST", headers: JSON_TYPE, body: deep(501) }],
  [
    "JSON of more values than can be checked",
    413,
    { method: "POST", headers: JSON_TYPE, body: zeros(100_001) },
  ],
  [
    "JSON of as many values as can be checked",
    422,
    { method: "POST", headers: JSON_TYPE, body: zeros(100_000) },
  ],
  ["JSON just not too deep", 422, { method: "POST", headers: JSON_TYPE, body: deep(500) }],
])("%s is refused with %i", async (_, status, init: RequestInit) => {
  const response = await fetch(`${mock.url}/keys/`, {
    ...init,
    headers: { ...TOKEN, ...init.headers },
    signal: AbortSignal.timeout(2000),
  });
  expect(response.status).toBe(status);
  expect((await fetch(`${mock.url}/keys/`, { headers: TOKEN })).status).toBe(200);
});

test.each([
  ["a path that is not percent-encoded", `GET /keys/%zz HTTP/1.1\r\n${head}\r\n\r\n`, 400],
  ["a target that is no path", `GET keys HTTP/1.1\r\n${head}\r\n\r\n`, 400],
  ["a host in place of a path", `GET //keys/ HTTP/1.1\r\n${head}\r\n\r\n`, 404],
  ["a whole URL, as to a proxy", `GET http://example.com/keys/1 HTTP/1.1\r\n${head}\r\n\r\n`, 200],
  ["dot segments, which are not resolved", `GET /keys/../keys/1 HTTP/1.1\r\n${head}\r\n\r\n`, 404],
  ["something that is not HTTP", "hello\r\n\r\n", 400],
  ["an unknown method", `BREW /keys/ HTTP/1.1\r\n${head}\r\n\r\n`, 400],
  ["a call for a tunnel", `CONNECT mock:80 HTTP/1.1\r\n${head}\r\n\r\n`, 400],
  ["headers of 20 kB", `GET /keys/ HTTP/1.1\r\nX-Big: ${"x".repeat(20_000)}\r\n${head}\r\n\r\n`, 431],
  ["an expectation that nobody knows", `GET /keys/ HTTP/1.1\r\nExpect: more\r\n${head}\r\n\r\n`, 417],
  ["HTTP/1.0, without a host", "GET /keys/1 HTTP/1.0\r\nAuthorization: Bearer test\r\n\r\n", 200],
  [
    "an upgrade to another protocol, which is not taken up",
    `GET /keys/1 HTTP/1.1\r\n${head.replace("close", "upgrade")}\r\nUpgrade: websocket\r\n\r\n`,
    200,
  ],
  [
    "names from the prototype in the query",
    `GET /keys/?__proto__=1&constructor=2&tag=a HTTP/1.1\r\n${head}\r\n\r\n`,
    200,
  ],
])("%s is answered", async (_, request, status) => {
  expect(await raw(request)).toBe(status);
  expect((await fetch(`${mock.url}/keys/`, { headers: TOKEN })).status).toBe(200);
});

test("a body above the limit is refused with 413", async () => {
  const body = new Uint8Array(10 * 1024 * 1024 + 1);
  expect(
    (await fetch(`${mock.url}/keys/`, { method: "POST", headers: { ...TOKEN, ...JSON_TYPE }, body })).status,
  ).toBe(413);
});

test("a client that goes away in the middle of its body does no harm", async () => {
  const { port, hostname } = new URL(mock.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /keys/ HTTP/1.1\r\n${head}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.destroy();
  expect((await fetch(`${mock.url}/keys/`, { headers: TOKEN })).status).toBe(200);
});

test("a hundred requests at once are all answered", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, id) => fetch(`${mock.url}/keys/${id}`, { headers: TOKEN })),
  );
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
});

test("a client that asked for a tunnel does not keep a mock from stopping", async () => {
  const other = await startMock({ spec: keysDocument() });
  const { port, hostname } = new URL(other.url);
  const socket = connect(Number(port), hostname);
  socket.write(`CONNECT mock:80 HTTP/1.1\r\n${head}\r\n\r\n`);
  await once(socket, "data");
  await expect(other.close()).resolves.toBeUndefined();
});

test("a hundred thousand faults in one body take seconds at most, and are answered", async () => {
  await using odd = await startMock({ spec: oddDocument() });
  const answer = await fetch(`${odd.url}/forms`, {
    method: "POST",
    headers: { "content-type": "application/vnd.odd+json" },
    body: `{"name":"a","tags":${zeros(99_000)}}`,
    signal: AbortSignal.timeout(15_000),
  });
  expect(answer.status).toBe(422);
  expect(answer.headers.get("sl-violations")?.length).toBeLessThan(8200);
});

function header(example: string): object {
  return { schema: { type: "string" }, example };
}

test("a document of announcements and of headers that frame an answer is answered for", async () => {
  const framed = {
    description: "Framed.",
    headers: {
      "Transfer-Encoding": header("chunked"),
      "Content-Length": header("3"),
      Trailer: header("X-Sum"),
    },
    content: { "application/json": { schema: {}, example: { ok: true } } },
  };
  const announced = { description: "Switching." };
  await using odd = await startMock({
    spec: {
      openapi: "3.1.0",
      info: { title: "Odd", version: "1" },
      paths: {
        "/framed": { get: { operationId: "framed", responses: { 101: announced, 200: framed } } },
        "/announced": { get: { operationId: "announced", responses: { 101: announced, "1XX": announced } } },
      },
    },
  });
  const get = (path: string, method = "GET") =>
    fetch(odd.url + path, { method, signal: AbortSignal.timeout(2000) });
  expect(await (await get("/framed")).json()).toEqual({ ok: true });
  expect((await get("/announced")).status).toBe(500);
  odd.on("framed").fault("truncate");
  expect((await get("/framed", "HEAD")).status).toBe(200);
  await expect((await get("/framed")).text()).rejects.toThrow("terminated");
});
