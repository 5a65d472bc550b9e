import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { ApiClientOptions, Middleware } from "../src/index.ts";
import { type Acme, createAcme, secret } from "./acme.ts";
import {
  type FaultServer,
  json,
  nowhere,
  redirect,
  silence,
  stall,
  startFaultServer,
  status,
  text,
} from "./fault-server.ts";
import { surfaces } from "./surfaces.ts";

let server: FaultServer;
let elsewhere: FaultServer;
beforeAll(async () => {
  [server, elsewhere] = await Promise.all([startFaultServer(), startFaultServer()]);
});
beforeEach(() => {
  server.log.length = 0;
  elsewhere.log.length = 0;
});
afterAll(() => Promise.all([server.close(), elsewhere.close()]));

const data = { name: "deploy" };
const busy = status(503, { "retry-after-ms": "1" });

/** The same table for every way to make a call: none is a side door. */
describe.each(surfaces)("$name", ({ get, post }) => {
  test("a GET is repeated twice, or as often as the client and then the call say", async () => {
    server.on("/keys/1", busy);
    await expect(get(server.url)).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(3);
    await expect(get(server.url, { maxRetries: 0 })).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(4);
    await expect(get(server.url, { maxRetries: 0 }, { maxRetries: 1 })).rejects.toMatchObject({
      status: 503,
    });
    expect(server.log).toHaveLength(6);
  });

  test("a POST is not repeated, but for a key or the caller's word, and then whole", async () => {
    server.on("/keys", busy);
    await expect(post(server.url)).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(1);
    await expect(post(server.url, {}, { idempotencyKey: "k-1" })).rejects.toMatchObject({ status: 503 });
    await expect(post(server.url, {}, { idempotent: true })).rejects.toMatchObject({ status: 503 });
    expect(server.log.splice(1).map(({ headers, body }) => [headers["idempotency-key"], body])).toEqual([
      ...Array.from({ length: 3 }, () => ["k-1", JSON.stringify(data)]),
      ...Array.from({ length: 3 }, () => [undefined, JSON.stringify(data)]),
    ]);
  });

  test("a connection refused is a NetworkError that counts its attempts", async () => {
    const call = get(await nowhere(), { maxRetries: 1 });
    await expect(call).rejects.toMatchObject({ name: "NetworkError", attempts: 2 });
  });

  test("a wait too long is an error at once, by the limit of client or call", async () => {
    server.on("/keys/1", status(429, { "retry-after": "61" }));
    await expect(get(server.url)).rejects.toMatchObject({ status: 429 });
    server.on("/keys/1", status(429, { "retry-after-ms": "30" }));
    await expect(get(server.url, { maxRetryAfterMs: 20 })).rejects.toMatchObject({ status: 429 });
    await expect(get(server.url, {}, { maxRetryAfterMs: 20 })).rejects.toMatchObject({ status: 429 });
    expect(server.log).toHaveLength(3);
  });

  test("headers, bodies and the whole call have their time", async () => {
    const late = { name: "TimeoutError", timeoutMs: 80 };
    server.on("/keys/1", silence);
    await expect(get(server.url, { timeoutMs: 80 })).rejects.toMatchObject({ ...late, phase: "headers" });
    await expect(get(server.url, {}, { timeoutMs: 80 })).rejects.toMatchObject({ ...late, phase: "headers" });
    await expect(get(server.url, {}, { deadlineMs: 80 })).rejects.toMatchObject({
      ...late,
      phase: "deadline",
    });
    for (const code of [200, 400]) {
      server.on("/keys/1", stall(code));
      await expect(get(server.url, { timeoutMs: 80 })).rejects.toMatchObject({ ...late, phase: "body" });
      await expect(get(server.url, { deadlineMs: 80 })).rejects.toMatchObject({ ...late, phase: "deadline" });
    }
  });

  test("the caller's signal ends it, whatever it waits for", async () => {
    for (const answer of [silence, stall(), stall(400), status(503, { "retry-after": "30" })]) {
      const controller = new AbortController();
      server.on("/keys/1", (response, arrival) => {
        answer(response, arrival);
        setTimeout(() => controller.abort("enough"), 40);
      });
      const call = get(server.url, {}, { signal: controller.signal });
      await expect(call).rejects.toMatchObject({ name: "AbortError", reason: "enough" });
    }
    expect(server.log).toHaveLength(4);
    const early = get(server.url, {}, { signal: AbortSignal.abort("early") });
    await expect(early).rejects.toMatchObject({ name: "AbortError", reason: "early" });
    expect(server.log).toHaveLength(4);
  });

  test("redirects stay at home, or go nowhere, or go without credentials; a body never leaves", async () => {
    elsewhere.on("/away", json(data));
    const away = redirect(302, `${elsewhere.url}/away`);
    server.on("/keys/1", away);
    await expect(get(server.url)).rejects.toMatchObject({ status: 302 });
    expect(await get(server.url, { headers: { "x-key": secret } }, { redirect: "follow" })).toEqual(data);
    expect(elsewhere.log).toHaveLength(1);
    expect(JSON.stringify(elsewhere.log)).not.toContain(secret);
    for (const code of [302, 307]) {
      server.on("/keys", redirect(code, `${elsewhere.url}/away`));
      await expect(post(server.url, { redirect: "follow" })).rejects.toMatchObject({ status: code });
    }
    expect(elsewhere.log).toHaveLength(1);
    server.on("/new", json(data));
    server.on("/keys/1", redirect(302, "/new"));
    expect(await get(server.url)).toEqual(data);
    await expect(get(server.url, {}, { redirect: "error" })).rejects.toMatchObject({ status: 302 });
    expect(server.arrivals("/new")).toMatchObject([{ headers: { authorization: `Bearer ${secret}` } }]);
  });

  test("credentials go along; without them nothing goes; a refused one is renewed once", async () => {
    server.on("/keys/1", json(data));
    await get(server.url);
    expect(server.log[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    await expect(get(server.url, { auth: {} })).rejects.toMatchObject({ name: "ConfigError" });
    expect(server.log).toHaveLength(1);
    server.on("/keys", status(401), json(data));
    const keys = ["old-key", "new-key"];
    expect(await post(server.url, { auth: { bearerAuth: () => keys.shift() } })).toEqual(data);
    expect(server.log.slice(1).map(({ headers }) => headers.authorization)).toEqual([
      "Bearer old-key",
      "Bearer new-key",
    ]);
  });

  test("HTML is never data", async () => {
    server.on("/keys/1", text("<html>", "text/html"));
    await expect(get(server.url)).rejects.toMatchObject({ name: "ResponseParseError", status: 200 });
  });

  test("a log has one record per attempt, and no secret", async () => {
    const lines: unknown[] = [];
    const note = (...line: unknown[]): void => void lines.push(line);
    const logger = { error: note, warn: note, info: note, debug: note };
    server.on(`/keys/${secret}`, busy, json(data));
    expect(await get(server.url, { logger }, {}, secret)).toEqual(data);
    expect(lines).toMatchObject([
      ["GET /keys/{id} -> 503", { attempt: 1, status: 503, nextWaitMs: 1 }],
      ["GET /keys/{id} -> 200", { attempt: 2, status: 200, url: `${server.url}/keys/[redacted]` }],
    ]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  test("fetch, headers and middleware of client and call have their say", async () => {
    const seen: unknown[] = [];
    const tag =
      (name: string): Middleware =>
      (request, next, { attempt }) => {
        seen.push([name, attempt]);
        return next(request);
      };
    const client: ApiClientOptions = {
      headers: { "x-client": "1", "x-both": "client", "x-gone": "1" },
      middleware: [tag("client")],
      fetch: () => Promise.reject(new Error("not this one")),
    };
    server.on("/keys/1", busy, json(data));
    await get(server.url, client, {
      headers: { "x-both": "call", "x-gone": null },
      middleware: [tag("call")],
      fetch: (...request) => fetch(...request),
    });
    expect(seen).toEqual([
      ["client", 1],
      ["call", 1],
      ["client", 2],
      ["call", 2],
    ]);
    expect(server.log[1]?.headers).toMatchObject({ "x-client": "1", "x-both": "call" });
    expect(server.log[1]?.headers).not.toHaveProperty("x-gone");
  });
});

/** What the document says of an operation holds for its method and path, too. */
describe.each(["GET, POST, …", "GET, POST, … under use()"])("%s of a documented path", (name) => {
  const client = (): Acme => {
    const acme = createAcme(server.url);
    if (name.includes("use()")) acme.use({ onRequest: () => undefined });
    return acme;
  };

  test("send no credentials where none are wanted", async () => {
    server.on("/ping", status(204));
    await client().GET("/ping");
    expect(server.log[0]?.headers).not.toHaveProperty("authorization");
  });

  test("repeat no PUT that makes a new key each time", async () => {
    server.on("/rotations/1", busy);
    const { response } = await client().PUT("/rotations/{id}", { params: { path: { id: "1" } } });
    expect(response.status).toBe(503);
    expect(server.log).toHaveLength(1);
  });

  test("write parameters and bodies as it says", async () => {
    server.on("/search/.a,b", json(data));
    const params = { path: { ids: ["a", "b"] }, query: { tags: ["x", "y"] }, cookie: { sid: "s 1" } };
    await client().GET("/search/{ids}", { params } as never);
    expect(server.log[0]).toMatchObject({ url: "/search/.a,b?tags=x|y", headers: { cookie: "sid=s%201" } });
    server.on("/forms", json(data));
    await client().POST("/forms", { body: { a: "1 2" } });
    expect(server.log[1]).toMatchObject({
      body: "a=1%202",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  });

  test("fill a declared idempotency header once per call", async () => {
    server.on("/payments", busy, json(data));
    await client().POST("/payments", { body: {} });
    await client().POST("/payments", { body: {}, idempotencyKey: "k-1" });
    await client().POST("/payments", { body: {}, headers: { "Idempotency-Key": "mine" } });
    const [first, second, ...rest] = server.log.map(({ headers }) => headers["idempotency-key"]);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([second, ...rest]).toEqual([first, "k-1", "mine"]);
  });
});
