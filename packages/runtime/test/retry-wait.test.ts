import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import type { LogRecord } from "../src/index.ts";
import { createAcme } from "./acme.ts";
import { type FaultServer, json, reset, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
const waits: (number | undefined)[] = [];
const note = (_: string, { nextWaitMs }: LogRecord): void => void waits.push(nextWaitMs);
const logger = { error: note, warn: note, info: note, debug: note };

beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => {
  waits.length = 0;
  server.log.length = 0;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.close());

test.each([
  ["the least", 0, [0, 0, 0, 0, 0, 0]],
  // A thousandth of the most, so that nobody waits for it.
  ["the most", 0.001, [0.5, 1, 2, 4, 8, 8]],
])("without a hint: %s is jittered in full, doubles, and ends at 8 seconds", async (_, random, expected) => {
  vi.spyOn(Math, "random").mockReturnValue(random);
  server.on("/keys/1", status(503), reset, status(500));
  const call = createAcme(server.url, { logger, maxRetries: 6 }).getKey({ id: 1 });
  await expect(call).rejects.toMatchObject({ status: 500 });
  expect(waits.slice(0, -1).map((ms) => Number(ms?.toFixed(6)))).toEqual(expected);
  expect(waits.at(-1)).toBeUndefined();
});

/** The wait before a second attempt, as the client announces it; it is then called off. */
async function waitOf(headers: Record<string, string>, options = {}): Promise<number | undefined> {
  const controller = new AbortController();
  const stop = (_: string, { nextWaitMs }: LogRecord): void => {
    waits.push(nextWaitMs);
    controller.abort();
  };
  server.on("/keys/1", status(429, headers), json({}));
  const acme = createAcme(server.url, { logger: { ...logger, warn: stop }, ...options });
  await acme.getKey({ id: 1 }, { signal: controller.signal }).safe();
  return waits.pop();
}

test("60 seconds are waited for, more are not", async () => {
  expect(await waitOf({ "retry-after": "60" })).toBe(60_000);
  expect(await waitOf({ "retry-after": "61" })).toBeUndefined();
  expect(await waitOf({ "retry-after-ms": "60001" })).toBeUndefined();
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  expect(await waitOf({ "retry-after": inAnHour })).toBeUndefined();
  expect(await waitOf({ "retry-after": "61" }, { maxRetryAfterMs: 61_000 })).toBe(61_000);
  // Longer than a timer can be.
  expect(await waitOf({ "retry-after-ms": String(2 ** 31) }, { maxRetryAfterMs: Infinity })).toBeUndefined();
});

test("milliseconds nobody can read leave the word to Retry-After", async () => {
  expect(await waitOf({ "retry-after-ms": "soon", "retry-after": "7" })).toBe(7000);
  expect(await waitOf({ "retry-after-ms": "-1", "retry-after": "7" })).toBe(7000);
});

test("a date that has passed is no wait at all", async () => {
  expect(await waitOf({ "retry-after": new Date(0).toUTCString() })).toBe(0);
});

test("the deadline leaves room for the wait, or the call ends without it", async () => {
  expect(await waitOf({ "retry-after": "5" }, { deadlineMs: 4000 })).toBeUndefined();
  expect(await waitOf({ "retry-after": "5" }, { deadlineMs: 30_000 })).toBe(5000);
});
