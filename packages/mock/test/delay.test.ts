import { execFile } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createMockFetch, startMock } from "../src/index.ts";
import { keysDocument, TOKEN } from "./document.ts";

const KEY = "https://keys.test/keys/1";

/** A client that gives up soon. */
function impatient(): RequestInit {
  return { headers: TOKEN, signal: AbortSignal.timeout(20) };
}

test("a process that has nothing but a delayed answer to wait for waits for it", async () => {
  const program = `
    import { createMockFetch } from ${JSON.stringify(new URL("../src/index.ts", import.meta.url).href)};
    const mock = createMockFetch({ spec: ${JSON.stringify(keysDocument())} });
    mock.on("getKey").delay(50);
    console.log((await mock("${KEY}", { headers: ${JSON.stringify(TOKEN)} })).status);`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program]);
  expect(stdout).toBe("200\n");
});

test("a request that nobody waits for any more was made all the same", async () => {
  const mock = createMockFetch({ spec: keysDocument() });
  await mock(KEY, { headers: TOKEN });
  mock.on("getKey").delay(60_000);
  await expect(mock(KEY, impatient())).rejects.toThrow(expect.objectContaining({ name: "TimeoutError" }));
  expect(mock.calls("getKey").map(({ answer }) => answer.status)).toEqual([200, 200]);
});

test("a server sees that nobody waits any more", async () => {
  await using mock = await startMock({ spec: keysDocument() });
  mock.on("getKey").delay(60_000);
  await expect(fetch(`${mock.url}/keys/1`, impatient())).rejects.toThrow("timeout");
  await expect.poll(() => mock.calls("getKey").length).toBe(1);
});

test("a handler that never answers keeps nobody who gives up", async () => {
  const mock = createMockFetch({ spec: keysDocument() });
  mock.on("getKey").handle(() => new Promise(() => undefined));
  await expect(mock(KEY, impatient())).rejects.toThrow(expect.objectContaining({ name: "TimeoutError" }));
});

test("a request from before a reset is not part of what comes after", async () => {
  const seen: number[] = [];
  const mock = createMockFetch({ spec: keysDocument(), onExchange: ({ status }) => seen.push(status) });
  mock.on("getKey").delay(20);
  const answered = mock(KEY, { headers: TOKEN });
  await wait(5);
  mock.reset();
  expect((await answered).status).toBe(200);
  expect(mock.exchanges).toEqual([]);
  expect(seen).toEqual([200]);
});
