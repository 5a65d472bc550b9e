import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, type Listener } from "../src/server/listen.ts";

let listener: Listener;
beforeAll(async () => {
  listener = await listen(
    async () => ({
      answer: { status: 204, headers: new Map(), body: "", violations: [], problem: undefined },
      fault: undefined,
    }),
    { host: "127.0.0.1", port: 0, requestTimeoutMs: 200 },
  );
});
afterAll(() => listener.close());

test.each([
  ["a head that does not end", "GET / HTTP/1.1\r\nHost: mock\r\nX-Slow: "],
  ["a body that does not come", "POST / HTTP/1.1\r\nHost: mock\r\nContent-Length: 9\r\n\r\n"],
  ["chunks that do not end", "POST / HTTP/1.1\r\nHost: mock\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"],
  [
    "a broken chunk after an upgrade, which Node.js passes over",
    "POST / HTTP/1.1\r\nHost: mock\r\nConnection: upgrade\r\nUpgrade: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
  ],
])("%s is answered when time is over", async (_, request) => {
  const { port, hostname } = new URL(listener.url);
  const socket = connect(Number(port), hostname);
  socket.write(request);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  expect(answer).toMatch(/^HTTP\/1\.1 408 .*urn:keysmith:mock:request-timeout/s);
});
