import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startMock, type Mock } from "../src/index.ts";
import { JSON_TYPE, keysDocument, TOKEN } from "./document.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ spec: keysDocument() });
});
afterAll(() => mock.close());

/** The status of an answer to bytes that no HTTP client would write. */
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
  return Number(answer.split(" ")[1]);
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
