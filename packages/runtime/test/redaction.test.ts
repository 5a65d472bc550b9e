import { inspect } from "node:util";

import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { ApiError, type ApiCall, type Logger, type LogRecord, operation } from "../src/index.ts";
import { Redactor } from "../src/redact/redactor.ts";
import { type Acme, type AcmeClient, createAcme, definition, secret } from "./acme.ts";
import { type FaultServer, json, reset, slow, startFaultServer, status, text } from "./fault-server.ts";

type Entry = [level: string, message: string, record: LogRecord];

/** Knows the names of the definition, and a secret. */
function redactorOf(known: string): Redactor {
  const redactor = new Redactor(definition);
  redactor.remember(known);
  return redactor;
}

let server: FaultServer;
let acme: Acme;
const entries: Entry[] = [];
const note =
  (level: string) =>
  (message: string, record: LogRecord): void =>
    void entries.push([level, message, record]);
const logger: Logger = { error: note("error"), warn: note("warn"), info: note("info"), debug: note("debug") };

beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url, { logger });
});
beforeEach(() => void (entries.length = 0));
afterAll(() => server.close());

/** Everything an error shows without being asked for its body. */
function shown(error: unknown): string {
  if (!(error instanceof Error)) throw new Error("expected an Error");
  const views = [
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    JSON.stringify({ ...error }),
  ];
  return [...views, inspect(error), inspect({ error }, { depth: 20, showHidden: true })].join("\n");
}

describe("errors", () => {
  test("show the answer without what is secret in it, and hand it to the caller with it", async () => {
    const body = {
      secretKey: "hush-1",
      keys: [{ api_key: { value: "hush-2" } }],
      note: `bad key ${secret}`,
      name: "deploy",
      token: null,
    };
    server.on("/keys/1", json(body, 422, { "set-cookie": "sid=hush-3", "x-echo": secret }));
    const error = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ body });
    expect(shown(error)).not.toMatch(/hush|sk_live/);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: "UnprocessableEntityError",
      operationId: "getKey",
      status: 422,
      headers: { "set-cookie": "[redacted]", "x-echo": "[redacted]" },
      body: {
        secretKey: "[redacted]",
        keys: [{ api_key: "[redacted]" }],
        note: "bad key [redacted]",
        name: "deploy",
        token: null,
      },
    });
  });

  test("show a reason that holds itself", async () => {
    const reason: Record<string, unknown> = { token: "hush" };
    reason["self"] = reason;
    const error = await acme
      .getKey({ id: 1 }, { signal: AbortSignal.abort(reason) })
      .catch((end: unknown) => end);
    expect(error).toHaveProperty("reason", reason);
    expect(JSON.stringify(error)).toContain("[redacted]");
    expect(JSON.stringify(error)).not.toContain("hush");
  });

  test("hold no secret where a fetch of the caller's put it into its message", async () => {
    const loud = createAcme(server.url, {
      maxRetries: 0,
      fetch: async (request) => {
        throw new Error(`cannot send ${request.headers.get("authorization")}`);
      },
    });
    const error = await loud.getKey({ id: 1 }).catch((reason: unknown) => reason);
    expect(inspect(error)).toContain("cannot send Bearer [redacted]");
    expect(inspect(error)).not.toContain(secret);
    expect(JSON.stringify(error)).not.toContain(secret);
  });

  test("for any secret at any depth: no view shows it", async () => {
    const names = fc.constantFrom("secretKey", "SECRETKEY", "api_key", "token", "Authorization");
    const hush = fc.string({ minLength: 1 }).map((value) => `hush-${value}-hush`);
    const body = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.dictionary(names, fc.oneof(hush, fc.array(hush), fc.record({ value: hush })), { minKeys: 1 }),
        fc.array(tie("node")),
        fc.record({ inner: tie("node"), name: fc.constant("deploy") }),
      ),
    })).node;
    const redactor = redactorOf(secret);
    await fc.assert(
      fc.asyncProperty(body, async (data) => {
        const error = new ApiError("x", {
          status: 400,
          statusText: "",
          headers: new Headers(),
          body: data,
          requestId: undefined,
          retryAfterMs: undefined,
          redact: (value) => redactor.value(value),
        });
        expect(shown(error)).not.toContain("hush-");
        expect(error.body).toBe(data);
      }),
      { numRuns: 60 },
    );
  });
});

describe("values", () => {
  const redactor = redactorOf(secret);

  test("texts within an error body and its headers show nothing that follows a sensitive name", async () => {
    const body = { detail: 'bad body {"secretKey":"hush-1"}', name: "deploy" };
    server.on("/keys/1", json(body, 422, { location: "https://b.example/?api_key=hush-2" }));
    const error = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ body });
    expect(shown(error)).not.toContain("hush");
    expect(shown(error)).toContain("deploy");
  });

  test("what holds the same things over and over is walked over once", () => {
    let graph: object = {};
    for (let level = 0; level < 60; level += 1) graph = { a: graph, b: graph };
    expect(JSON.stringify(redactor.value(graph)).length).toBeLessThan(10_000);
  });
});

describe("text", () => {
  const redactor = redactorOf(secret);
  const clean = (value: string): string => redactor.text(value);
  test.each([
    ['{"name":"deploy","token":"hush","a":1}', '{"name":"deploy","token [redacted]'],
    ['{"token" : "hu\\"sh', '{"token [redacted]'],
    ["a=1&token=hush&b=2", "a=1&token [redacted]"],
    ["a: 1\nAuthorization: Bearer hush", "a: 1\nAuthorization [redacted]"],
    ["token:\n  hush\nb: hush", "token [redacted]"],
    ["<token kind='x'>hush</token>", "<token [redacted]"],
    [`key ${secret}!`, "key [redacted]!"],
    ['{"tokens":"shown","my-token":"shown"}', '{"tokens":"shown","my-token":"shown"}'],
  ])("%s", (before, after) => expect(clean(before)).toBe(after));

  test("a path is told by its template, whatever follows there", () => {
    const knowing = new Redactor({ sensitive: ["token", "what?"] });
    for (const template of ["/x/{token}", "/x/{token}#a/b", "/x/{token}?a=/b", "/x/{what?}"])
      expect(knowing.url("https://a.example/x/hush", template)).toBe("https://a.example/x/[redacted]");
  });

  test("a name as it is in a URL", () => {
    const spaced = new Redactor({ sensitive: ["clé 1"] });
    expect(spaced.text("a=1&cl%C3%A9%201=hush")).toBe("a=1&cl%C3%A9%201 [redacted]");
    expect(spaced.url("https://a.example/x?cl%C3%A9%201=hush&b=1", "/x")).toBe(
      "https://a.example/x?cl%C3%A9%201=[redacted]&b=1",
    );
  });

  test("for any secret in JSON, whole or cut off: it is gone", () => {
    const object = fc.dictionary(fc.constantFrom("token", "api_key", "name"), fc.string({ minLength: 3 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(object, fc.nat(), (value, cut) => {
        const hidden = Object.fromEntries(
          Object.entries(value).map(([key, member]) => [key, key === "name" ? "deploy" : `hush${member}`]),
        );
        const whole = JSON.stringify(hidden);
        expect(clean(whole)).not.toContain("hush");
        expect(clean(whole.slice(0, cut % (whole.length + 1)))).not.toContain("hush");
      }),
    );
  });
});

const fail = (): never => {
  throw new Error("disk full");
};

describe("the logger", () => {
  test("gets one record per attempt", async () => {
    const slowDown = status(503, { "retry-after-ms": "5", "x-request-id": "req_1" });
    server.on("/keys/1", slowDown, json({}, 200, { "x-request-id": "req_2" }));
    await acme.getKey({ id: 1 });
    expect(entries).toEqual([
      [
        "warn",
        "GET /keys/{id} -> 503",
        { ...common, status: 503, attempt: 1, requestId: "req_1", nextWaitMs: 5 },
      ],
      [
        "info",
        "GET /keys/{id} -> 200",
        { ...common, status: 200, attempt: 2, requestId: "req_2", nextWaitMs: undefined },
      ],
    ]);
  });
  const common = {
    operationId: "getKey",
    method: "GET",
    url: expect.stringMatching(/^http:.*\/keys\/1$/),
    durationMs: expect.any(Number),
  };

  test("is told how long each attempt took", async () => {
    server.on("/keys/1", slow(60, status(503, { "retry-after-ms": "1" })), json({}));
    const start = performance.now();
    await acme.getKey({ id: 1 });
    const [first = 0, second = 0] = entries.map(([, , { durationMs }]) => durationMs);
    expect(first).toBeGreaterThan(55);
    expect(first + second).toBeLessThanOrEqual(performance.now() - start);
  });

  test("is told of failures and of calls by method and path", async () => {
    server.on("/keys/1", reset);
    await acme.getKey({ id: 1 }, { maxRetries: 0 }).safe();
    server.on("/keys/1", status(404));
    await acme.GET("/keys/1");
    expect(entries.map(([level, message]) => [level, message])).toEqual([
      ["error", "GET /keys/{id} -> no answer (ECONNRESET)"],
      ["error", "GET /keys/1 -> 404"],
    ]);
    expect(entries[1]?.[2].operationId).toBeUndefined();
  });

  test("sees no secret in a URL", async () => {
    server.on("/keys/hush%2F1", json({}));
    const get = operation<(client: AcmeClient, args: object) => ApiCall<unknown>>({
      id: "getByToken",
      method: "GET",
      path: "/keys/{token}",
      query: ["api_key", "page"],
    });
    await get(acme, { token: "hush/1", api_key: "hush-2", page: 3 });
    expect(entries[0]?.[2].url).toBe(`${server.url}/keys/[redacted]?api_key=[redacted]&page=3`);
    expect(server.log.at(-1)?.url).toBe("/keys/hush%2F1?api_key=hush-2&page=3");
  });

  test("that throws, or rejects, does not lose the answer", async () => {
    const later = async (): Promise<never> => fail();
    const tardy = createAcme(server.url, {
      logger: { error: later, warn: later, info: later, debug: later },
    });
    server.on("/keys/1", json({ name: "deploy" }));
    expect(await tardy.getKey({ id: 1 })).toEqual({ name: "deploy" });
    server.on("/keys/1", json({ name: "deploy" }));
    const loud = createAcme(server.url, { logger: { error: fail, warn: fail, info: fail, debug: fail } });
    expect(await loud.getKey({ id: 1 })).toEqual({ name: "deploy" });
  });

  test("is nobody by default", async () => {
    const levels = ["error", "warn", "info", "log", "debug"] as const;
    const consoles = levels.map((level) => vi.spyOn(console, level));
    const quiet = createAcme(server.url);
    server.on("/keys/1", text("<html>", "text/html"));
    await quiet.getKey({ id: 1 }).safe();
    expect(entries).toEqual([]);
    for (const spied of consoles) {
      expect(spied).not.toHaveBeenCalled();
      spied.mockRestore();
    }
  });
});
