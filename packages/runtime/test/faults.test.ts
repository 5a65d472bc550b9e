import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  ApiError,
  type CallOptions,
  KeysmithError,
  type PagedCall,
  pagedOperation,
  RateLimitError,
  ServerError,
} from "../src/index.ts";
import { type AcmeClient, createAcme } from "./acme.ts";
import {
  type Answer,
  cutGzip,
  type FaultServer,
  flood,
  gzip,
  json,
  nowhere,
  redirect,
  repeatingCursor,
  reset,
  resetInBody,
  silence,
  slow,
  stall,
  startFaultServer,
  status,
  text,
} from "./fault-server.ts";
import { surfaces } from "./surfaces.ts";

let server: FaultServer;
let elsewhere: FaultServer;
const unhandled: unknown[] = [];
const remember = (reason: unknown): void => void unhandled.push(reason);

beforeAll(async () => {
  [server, elsewhere] = await Promise.all([startFaultServer(), startFaultServer()]);
  // Vitest would fail the run; here they are what is counted.
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", remember);
  for (const step of [1, 2, 3, 4, 5]) server.on(`/hop/${step}`, redirect(302, `/hop/${step + 1}`));
  server.on("/hop/6", json(data));
  elsewhere.on("/away", json(data));
});
beforeEach(() => {
  server.log.length = 0;
  elsewhere.log.length = 0;
});
afterAll(() => Promise.all([server.close(), elsewhere.close()]));

const data = { name: "deploy" };
const good = json(data);
const inOneSecond = (code: number): Answer => {
  return (response, arrival) => {
    const date = new Date(Date.now() + 1000).toUTCString();
    status(code, { "retry-after": date })(response, arrival);
  };
};
const away: Answer = (response, arrival) => redirect(302, `${elsewhere.url}/away`)(response, arrival);

/** How a call ends: with these data, with this status, or with the error of this name (and phase). */
type Ending = typeof data | undefined | number | string;

interface Fault {
  readonly name: string;
  readonly answers: readonly [Answer, ...Answer[]];
  readonly ends: Ending;
  /** Requests that arrive. */
  readonly arrivals: number;
  readonly options?: CallOptions;
}

const fault = (
  name: string,
  answers: Answer | Fault["answers"],
  ends: Ending,
  arrivals = 1,
  options: CallOptions = {},
): Fault => ({ name, answers: typeof answers === "function" ? [answers] : answers, ends, arrivals, options });

const hinted = (name: string, headers: Record<string, string>): Fault =>
  fault(`429 with ${name}, then 200`, [status(429, headers), good], data, 2);

const faults: readonly Fault[] = [
  hinted("retry-after-ms", { "retry-after-ms": "5" }),
  hinted("Retry-After in seconds", { "retry-after": "0.005" }),
  hinted("Retry-After of a past date", { "retry-after": new Date(0).toUTCString() }),
  hinted("a negative Retry-After", { "retry-after": "-5" }),
  hinted("a Retry-After nobody knows", { "retry-after": "soon" }),
  hinted("an empty Retry-After", { "retry-after": "" }),
  hinted("no Retry-After", {}),
  fault("503 with a Retry-After date, then 200", [inOneSecond(503), good], data, 2),
  fault("429 with a Retry-After of an hour", status(429, { "retry-after": "3600" }), 429),
  fault("429 with a huge Retry-After", status(429, { "retry-after": "9".repeat(400) }), 429),
  fault("500, then 200", [status(500, { "retry-after-ms": "1" }), good], data, 2),
  fault("500 and no end", status(500, { "retry-after-ms": "1" }), 500, 2),
  fault("a reset, then 200", [reset, good], data, 2),
  fault("resets and no end", reset, "NetworkError", 2),
  fault("a reset in the body", resetInBody(), "ResponseParseError"),
  fault("a reset in the body of an error", resetInBody("oh", 404), 404),
  fault("a reset in the body of an error to repeat", [resetInBody("oh", 500), good], data, 2),
  fault("slow headers", slow(50, good), data),
  fault("headers that come too late", slow(60_000, good), "TimeoutError headers", 1, { timeoutMs: 150 }),
  fault("silence", silence, "TimeoutError headers", 1, { timeoutMs: 150 }),
  fault("silence to the deadline", silence, "TimeoutError deadline", 1, { deadlineMs: 150 }),
  fault("a body that stalls", stall(), "TimeoutError body", 1, { timeoutMs: 150 }),
  fault("a body that stalls to the deadline", stall(), "TimeoutError deadline", 1, { deadlineMs: 150 }),
  fault("an error that stalls", stall(404), "TimeoutError body", 1, { timeoutMs: 150 }),
  fault("an error to repeat that stalls, then 200", [stall(503), good], data, 2),
  fault("broken JSON", text("{'name':}", "application/json"), "ResponseParseError"),
  fault("truncated JSON", text('{"name":"dep', "application/json"), "ResponseParseError"),
  fault("no JSON at all", text("", "application/json"), undefined),
  fault("another content type", text("name: deploy", "text/plain"), "ResponseParseError"),
  fault("HTML", text("<html>", "text/html"), "ResponseParseError"),
  fault("HTML of an error", text("<html>", "text/html", 404), 404),
  fault("204 with headers of a body", status(204, { "content-type": "application/json" }), undefined),
  ...[301, 302, 303, 307, 308].flatMap((code) => [
    fault(`${code} to the same origin`, redirect(code, "/hop/6"), data, 2),
    fault(`${code} to another origin`, (...one) => redirect(code, `${elsewhere.url}/away`)(...one), code),
  ]),
  fault("302 to another origin, allowed", away, data, 1, { redirect: "follow" }),
  fault("302 where none is allowed", redirect(302, "/hop/6"), 302, 1, { redirect: "error" }),
  fault("302 to nowhere", redirect(302, "http://["), 302),
  fault("a chain of five redirects", redirect(302, "/hop/2"), data, 6),
  fault("a chain of six", redirect(302, "/hop/1"), 302, 6),
  fault("a loop", redirect(307, "/keys/1"), 307, 6),
  fault("an error of 100 MB", flood(100_000_000, { bytes: 0 }, 400), 400),
  fault("gzip", gzip(data), data),
  fault("gzip that is cut off", cutGzip(data), "ResponseParseError"),
  fault(
    "gzip that is none",
    text("{}", "application/json", 200, { "content-encoding": "gzip" }),
    "ResponseParseError",
  ),
  fault(
    "headers that come twice",
    json(data, 200, { "x-a": ["1", "2"], "set-cookie": ["a=1", "b=2"] }),
    data,
  ),
];

/** What a call ended with, in the words of {@link Ending}. */
async function endingOf(call: Promise<unknown>): Promise<Ending> {
  try {
    return (await call) as typeof data | undefined;
  } catch (error) {
    const { status: code, name, phase } = Object(error) as Record<"status" | "name" | "phase", unknown>;
    if (error instanceof ApiError) return name === classOf(error.status) ? error.status : `wrong ${name}`;
    // The raw methods return an error status instead of throwing it.
    if (!(error instanceof KeysmithError))
      return typeof code === "number" ? code : `no error of ours: ${error}`;
    return phase === undefined ? error.name : `${error.name} ${String(phase)}`;
  }
}

function classOf(code: number): string {
  if (code >= 500) return ServerError.name;
  return { 429: RateLimitError.name, 400: "BadRequestError", 404: "NotFoundError" }[code] ?? ApiError.name;
}

describe.each(surfaces)("$name", ({ get }) => {
  test.each(faults)("$name", async ({ answers, ends, arrivals, options }) => {
    server.on("/keys/1", ...answers);
    const start = performance.now();
    const call = get(server.url, { maxRetries: 1, timeoutMs: 15_000 }, options);
    expect(await endingOf(call)).toEqual(ends);
    expect(server.log).toHaveLength(arrivals);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("a connection refused", async () => {
    const call = get(await nowhere(), { maxRetries: 1 });
    expect(await endingOf(call)).toBe("NetworkError");
  });

  test("a cursor that repeats is data to whoever does not walk", async () => {
    server.on("/keys/1", repeatingCursor());
    expect(await get(server.url)).toEqual({ items: [1], next: "again" });
  });
});

test("a cursor that repeats is an error to whoever walks", async () => {
  const list = pagedOperation<(client: AcmeClient) => PagedCall<unknown, {}, number>>({
    id: "list",
    method: "GET",
    path: "/list",
    query: ["cursor"],
    pagination: { style: "cursor", parameter: "cursor", items: "/items", next: "/next" },
  });
  server.on("/list", repeatingCursor());
  const walk = async (): Promise<void> => {
    for await (const item of list(createAcme(server.url)).items()) expect(item).toBe(1);
  };
  expect(await endingOf(walk())).toBe("KeysmithError");
  expect(server.log).toHaveLength(2);
});

/** How a call ended, and what surfaced meanwhile and shortly after. */
async function endOf(call: Promise<unknown>): Promise<unknown[]> {
  const ending = await endingOf(call);
  await pause(200);
  return [ending, ...unhandled];
}

const fail = (): Promise<never> => pause(150).then(() => Promise.reject(new Error("late")));

describe("time that runs out while nobody waits surfaces only where it is met", () => {
  const late = { timeoutMs: 60, maxRetries: 0 };
  test("after an answer that middleware holds back", async () => {
    server.on("/keys/1", stall());
    const acme = createAcme(server.url, late);
    acme.use({ onResponse: () => pause(200, undefined) });
    expect(await endOf(acme.getKey({ id: 1 }))).toEqual(["TimeoutError body"]);
  });

  test.each([200, 400])("between asResponse() and the data, at status %i", async (code) => {
    server.on("/keys/1", stall(code));
    const call = createAcme(server.url, late).getKey({ id: 1 });
    await call.asResponse();
    await pause(200);
    expect(await endOf(call)).toEqual(["TimeoutError body"]);
  });

  test("between two reads of a body", async () => {
    server.on("/keys/1", stall(200, "x".repeat(1_000_000)));
    const { body } = await createAcme(server.url, late).getKey({ id: 1 }).asResponse();
    const read = async (): Promise<void> => {
      for await (const _ of body ?? []) await pause(200);
    };
    expect(await endOf(read())).toEqual(["TimeoutError body"]);
  });

  test("in a fetch and a credential that come too late", async () => {
    for (const options of [{ fetch: fail }, { auth: { bearerAuth: fail } }]) {
      const acme = createAcme(server.url, { ...late, ...options });
      expect(await endOf(acme.getKey({ id: 1 }))).toEqual(["TimeoutError headers"]);
    }
  });
});

test("of all that went wrong here, nothing surfaced unhandled", async () => {
  await pause(100);
  expect(unhandled).toEqual([]);
});
