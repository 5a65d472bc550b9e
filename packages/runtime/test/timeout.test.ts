import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { promisify } from "node:util";

import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { AbortError, ConfigError, NetworkError, TimeoutError } from "../src/index.ts";
import { type Acme, createAcme } from "./acme.ts";
import {
  type Answer,
  type FaultServer,
  json,
  reset,
  silence,
  slow,
  stall,
  startFaultServer,
  status,
} from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url, { timeoutMs: 400, maxRetries: 0 });
});
beforeEach(() => void (server.log.length = 0));
afterAll(() => server.close());

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

async function timeout(call: Promise<unknown>): Promise<TimeoutError> {
  const error = await call.catch((reason: unknown) => reason);
  if (error instanceof TimeoutError) return error;
  throw new Error(`expected a TimeoutError, found ${String(error)}`);
}

test("headers that do not come time out", async () => {
  server.on("/keys/1", silence);
  const error = await timeout(acme.getKey({ id: 1 }));
  expect(error).toMatchObject({ phase: "headers", timeoutMs: 400, attempts: 1, operationId: "getKey" });
  expect(error.message).toBe("GET /keys/{id} -> no headers within 400 ms");
});

test.each([200, 500])("a body that stalls times out, at status %i", async (code) => {
  server.on("/keys/1", stall(code));
  expect(await timeout(acme.getKey({ id: 1 }))).toMatchObject({ phase: "body" });
  expect(await timeout(acme.GET("/keys/1"))).toMatchObject({ phase: "body" });
});

test("a body read through asResponse() times out too", async () => {
  server.on("/keys/1", stall());
  const response = await acme.getKey({ id: 1 }).asResponse();
  expect(await timeout(response.text())).toMatchObject({ phase: "body" });
});

test("each attempt has its own time, the call has a deadline", async () => {
  server.on("/keys/1", slow(250, status(503, { "retry-after-ms": "1" })), slow(250, json({ name: "late" })));
  expect(await acme.getKey({ id: 1 }, { maxRetries: 1 })).toEqual({ name: "late" });
  server.on("/keys/1", status(503, { "retry-after-ms": "1" }), silence);
  const start = performance.now();
  const error = await timeout(acme.getKey({ id: 1 }, { maxRetries: 1, timeoutMs: 60_000, deadlineMs: 500 }));
  expect(error).toMatchObject({ phase: "deadline", timeoutMs: 500, attempts: 2 });
  expect(error.message).toBe("GET /keys/{id} -> not done within 500 ms");
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("the deadline counts from the call on, not from each attempt", async () => {
  const again = slow(300, status(503, { "retry-after-ms": "1" }));
  server.on("/keys/1", again, slow(300, json({ name: "late" })));
  const call = acme.getKey({ id: 1 }, { maxRetries: 1, timeoutMs: 60_000, deadlineMs: 450 });
  expect(await timeout(call)).toMatchObject({ phase: "deadline", timeoutMs: 450, attempts: 2 });
});

test("a body that stalls meets the deadline too", async () => {
  server.on("/keys/1", stall());
  const call = acme.getKey({ id: 1 }, { timeoutMs: 60_000, deadlineMs: 100 });
  expect(await timeout(call)).toMatchObject({ phase: "deadline", timeoutMs: 100 });
});

test("by default an attempt has 60 seconds, and the call no deadline", async () => {
  vi.useFakeTimers();
  try {
    const hours = 3_600_000;
    const ends: unknown[] = [];
    const deaf = createAcme(server.url, { fetch: () => new Promise(() => {}), maxRetries: 0 });
    const patient = deaf.getKey({ id: 1 }, { timeoutMs: 2 * hours });
    for (const call of [deaf.getKey({ id: 1 }), patient]) call.catch((error: unknown) => ends.push(error));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toMatchObject([{ phase: "headers", timeoutMs: 60_000 }]);
    await vi.advanceTimersByTimeAsync(2 * hours);
    expect(ends.slice(1)).toMatchObject([{ phase: "headers", timeoutMs: 2 * hours }]);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ["UND_ERR_CONNECT_TIMEOUT", "connect"],
  ["ETIMEDOUT", "connect"],
  ["UND_ERR_HEADERS_TIMEOUT", "headers"],
])("a limit of the platform's own, %s, is one, too", async (code, phase) => {
  const cause = Object.assign(new Error("slow"), { code });
  const impatient = createAcme(server.url, {
    maxRetries: 0,
    fetch: () => Promise.reject(new TypeError("fetch failed", { cause })),
  });
  const error = await timeout(impatient.getKey({ id: 1 }));
  expect(error).toMatchObject({ phase, attempts: 1, timeoutMs: undefined });
});

/** A body that never comes. */
const silent = (): ReadableStream => new ReadableStream({ pull: () => new Promise(() => {}) });

test("a fetch that ignores its signal cannot hang a call", async () => {
  const deaf = createAcme(server.url, { timeoutMs: 50, fetch: () => new Promise(() => {}) });
  expect(await timeout(deaf.getKey({ id: 1 }))).toMatchObject({ phase: "headers" });
  for (const code of [200, 500]) {
    const mute = createAcme(server.url, {
      timeoutMs: 50,
      maxRetries: 0,
      fetch: async () => new Response(silent(), { status: code }),
    });
    expect(await timeout(mute.getKey({ id: 1 }))).toMatchObject({ phase: "body" });
    const response = await mute.getKey({ id: 1 }).asResponse();
    expect(await timeout(response.text())).toMatchObject({ phase: "body" });
  }
});

test("the caller's signal ends a call in every phase", async () => {
  for (const answer of [silence, stall(), stall(500)]) {
    server.on("/keys/1", answer);
    const controller = new AbortController();
    const call = acme.getKey({ id: 1 }, { signal: controller.signal, timeoutMs: 60_000 });
    setTimeout(() => controller.abort("enough"), 40);
    const error = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ reason: "enough", message: "GET /keys/{id} -> aborted by the caller" });
  }
});

test("a signal that has aborted before the call sends nothing", async () => {
  const signal = AbortSignal.abort("early");
  let sent = 0;
  const deaf = async (): Promise<Response> => {
    sent += 1;
    return new Response();
  };
  await expect(acme.getKey({ id: 1 }, { signal, fetch: deaf })).rejects.toMatchObject({ reason: "early" });
  expect(sent).toBe(0);
});

test("the server sees the connection close", async () => {
  const closed = new Promise((done) => {
    server.on("/keys/1", (response) => void response.on("close", () => done(undefined)));
  });
  await timeout(acme.getKey({ id: 1 }));
  expect(await closed).toBeUndefined();
});

test("a limit longer than a timer can be does not fire at once", async () => {
  server.on("/keys/1", slow(50, json({ name: "deploy" })));
  expect(await acme.getKey({ id: 1 }, { timeoutMs: 2 ** 31 + 10 })).toEqual({ name: "deploy" });
  expect(await acme.getKey({ id: 1 }, { timeoutMs: 2 ** 31 })).toEqual({ name: "deploy" });
  expect(await acme.getKey({ id: 1 }, { timeoutMs: Infinity, deadlineMs: 2 ** 40 })).toEqual({
    name: "deploy",
  });
});

test("a limit that is none is refused", async () => {
  for (const limit of [0, -1, Number.NaN]) {
    await expect(acme.getKey({ id: 1 }, { timeoutMs: limit })).rejects.toBeInstanceOf(ConfigError);
    await expect(acme.getKey({ id: 1 }, { deadlineMs: limit })).rejects.toBeInstanceOf(ConfigError);
  }
  expect(server.log).toHaveLength(0);
});

test("10,000 calls on one signal leave no listener and no timer", async () => {
  const { signal } = new AbortController();
  const answers = [
    () => new Response("{}", { headers: { "content-type": "application/json" } }),
    () => new Response("no", { status: 404 }),
    () => Response.error(),
    () => {
      throw new TypeError("refused");
    },
  ];
  let turn = 0;
  let most = 0;
  const stub = createAcme(server.url, {
    maxRetries: 0,
    fetch: async () => {
      most = Math.max(most, getEventListeners(signal, "abort").length);
      return answers[turn++ % answers.length]?.() ?? Response.error();
    },
  });
  const before = timers();
  for (let batch = 0; batch < 100; batch++) {
    const calls = Array.from({ length: 100 }, () => stub.getKey({ id: 1 }, { signal }));
    if (batch % 2 === 0) await Promise.all(calls.map((call) => call.safe()));
    else await Promise.allSettled(calls.map(async (call) => (await call.asResponse()).text()));
  }
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(timers()).toBeLessThanOrEqual(before);
  // Node.js warns of a leak where there are more than ten.
  expect(most).toBe(1);
});

test("repeated, refused and given up calls leave none either", async () => {
  const { signal } = new AbortController();
  const before = timers();
  const again = { "retry-after-ms": "1" };
  server.on("/keys/1", status(503, again), reset, json({}));
  await acme.getKey({ id: 1 }, { signal, maxRetries: 2 });
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  server.on("/keys/1", stall());
  const response = await acme.getKey({ id: 1 }, { signal, timeoutMs: 60_000 }).asResponse();
  // What has arrived waits to be read.
  await new Promise((done) => setTimeout(done, 100));
  await response.body?.cancel();
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  await timeout(acme.getKey({ id: 1 }, { signal, timeoutMs: 50 }));
  await expect(acme.getKey({ id: "" }, { signal })).rejects.toBeInstanceOf(ConfigError);
  await expect(acme.GET("/../", { signal })).rejects.toBeInstanceOf(ConfigError);
  server.on("/keys/1", reset);
  await expect(acme.GET("/keys/1", { signal, timeoutMs: 60_000 })).rejects.toBeInstanceOf(NetworkError);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  server.on("/keys/1", status(204));
  await acme.getKey({ id: 1 }, { signal }).asResponse();
  await acme.GET("/keys/1", { signal, parseAs: "stream" });
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(timers()).toBeLessThanOrEqual(before);
});

test("an answer that is not read, because another attempt follows, gives its connection back", async () => {
  const closed = new Promise((done) => {
    const endless = stall(503, "x");
    const first: Answer = (response, arrival) => {
      response.on("close", () => done("closed"));
      response.setHeader("retry-after-ms", "1");
      endless(response, arrival);
    };
    server.on("/keys/1", first, json({ name: "deploy" }));
  });
  expect(await acme.getKey({ id: 1 }, { maxRetries: 1, timeoutMs: 60_000 })).toEqual({ name: "deploy" });
  // Sooner than a garbage collector would do it.
  const soon = new Promise((done) => setTimeout(done, 2000, "still open"));
  expect(await Promise.race([closed, soon])).toBe("closed");
});

test.each(["getKey({ id: 1 })", "getKey({ id: 1 }).asResponse()", 'GET("/keys/1", { parseAs: "stream" })'])(
  "a script that made one call ends by itself: %s",
  async (call) => {
    server.on("/keys/1", json({ name: "deploy" }));
    const script = `
      import { createAcme } from ${JSON.stringify(new URL("acme.ts", import.meta.url).href)};
      await createAcme(${JSON.stringify(server.url)}).${call};
      console.log("done");
    `;
    const start = performance.now();
    const run = promisify(execFile)(process.execPath, ["--input-type=module-typescript", "--eval", script]);
    expect((await run).stdout).toContain("done");
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  30_000,
);
