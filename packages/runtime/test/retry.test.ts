import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  type ApiCall,
  ApiError,
  NetworkError,
  operation,
  RateLimitError,
  TimeoutError,
} from "../src/index.ts";
import { type Acme, type AcmeClient, createAcme } from "./acme.ts";
import { type FaultServer, json, reset, resetInBody, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url);
});
beforeEach(() => void (server.log.length = 0));
afterAll(() => server.close());

/** Fails at once, so that tests need not wait for the backoff. */
const now = { "retry-after-ms": "1" };

function waited(): number {
  const [first, second] = server.log;
  return (second?.at ?? Number.NaN) - (first?.at ?? Number.NaN);
}

describe("what is retried", () => {
  test.each([408, 425, 429, 500, 502, 503, 504])("a GET that answered %i, then 200", async (code) => {
    server.on("/keys/1", status(code, now), json({ name: "deploy" }));
    const { data, meta } = await acme.getKey({ id: 1 }).withResponse();
    expect(data).toEqual({ name: "deploy" });
    expect(meta.attempts).toBe(2);
    expect(server.log).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 409, 422, 501])("not a GET that answered %i", async (code) => {
    server.on("/keys/1", status(code, now));
    await expect(acme.getKey({ id: 1 })).rejects.toBeInstanceOf(ApiError);
    expect(server.log).toHaveLength(1);
  });

  test("a connection reset before any answer", async () => {
    server.on("/keys/1", reset, json({ name: "deploy" }));
    expect(await acme.getKey({ id: 1 })).toEqual({ name: "deploy" });
    expect(server.log).toHaveLength(2);
  });

  test("a connection refused, with the attempts in the error", async () => {
    const gone = await startFaultServer();
    await gone.close();
    const error = await createAcme(gone.url, { maxRetries: 1 })
      .getKey({ id: 1 })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ attempts: 2, operationId: "getKey", cause: expect.any(Error) });
    expect((error as Error).message).toBe("GET /keys/{id} -> no answer (ECONNREFUSED)");
  });

  test("a connection that the platform could not make in time", async () => {
    let sent = 0;
    const slow = createAcme(server.url, {
      fetch: (request, init) => {
        sent += 1;
        const cause = Object.assign(new Error("slow"), { code: "UND_ERR_CONNECT_TIMEOUT" });
        return sent === 1 ? Promise.reject(new TypeError("fetch failed", { cause })) : fetch(request, init);
      },
    });
    server.on("/keys/1", json({ name: "deploy" }));
    expect(await slow.getKey({ id: 1 })).toEqual({ name: "deploy" });
    expect(sent).toBe(2);
  });

  test("not an answer whose body breaks off", async () => {
    server.on("/keys/1", resetInBody());
    await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ name: "ResponseParseError" });
    expect(server.log).toHaveLength(1);
  });

  test("two times by default, and as often as told", async () => {
    server.on("/keys/1", status(503, now));
    await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(3);
    await expect(acme.getKey({ id: 1 }, { maxRetries: 0 })).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(4);
  });
});

describe("what may be repeated", () => {
  test("PUT and DELETE, with their whole body", async () => {
    server.on("/keys/1", status(503, now), json({}));
    await acme.putKey({ id: "1", body: { name: "deploy" } });
    expect(server.log.map(({ body }) => body)).toEqual(['{"name":"deploy"}', '{"name":"deploy"}']);
    server.on("/keys/2", status(503, now), status(204));
    await acme.deleteKey({ id: "2" });
    expect(server.arrivals("/keys/2")).toHaveLength(2);
  });

  test.each(["HEAD", "OPTIONS", "PATCH"] as const)("%s, unless it changes something", async (method) => {
    server.on("/keys/1", status(503, now), status(204));
    const call = operation<(client: AcmeClient) => ApiCall<void>>({ id: "x", method, path: "/keys/1" })(acme);
    expect((await call.safe()).ok).toBe(method !== "PATCH");
    expect(server.log).toHaveLength(method === "PATCH" ? 1 : 2);
  });

  test("a POST that its document marks, unless the caller forbids it", async () => {
    const search = operation<(client: AcmeClient, options?: object) => ApiCall<void>>({
      id: "search",
      method: "POST",
      path: "/search",
      idempotent: true,
    });
    server.on("/search", status(503, now), status(204));
    await search(acme);
    expect(server.log).toHaveLength(2);
    server.on("/search", status(503, now));
    await expect(search(acme, { idempotent: false })).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(3);
  });

  test("a PUT that its document forbids, with an idempotency key; nothing that the caller forbids", async () => {
    server.on("/rotations/1", status(503, now), json({}));
    await acme.rotateKey({ id: "1" }, { idempotencyKey: "k-1" });
    expect(server.log).toHaveLength(2);
    server.on("/rotations/1", status(503, now));
    const call = acme.rotateKey({ id: "1" }, { idempotencyKey: "k-1", idempotent: false });
    await expect(call).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(3);
  });

  test("an idempotency header of another name, filled by the client or by the option", async () => {
    const refund = operation<(client: AcmeClient, args: object, options?: object) => ApiCall<void>>({
      id: "refund",
      method: "POST",
      path: "/refunds",
      header: ["X-Idempotency-Key"],
    });
    server.on("/refunds", status(503, now), status(204), status(503, now), status(204));
    await refund(acme, {});
    await refund(acme, {}, { idempotencyKey: "k-1" });
    const [first, second, ...rest] = server.log.map(({ headers }) => headers["x-idempotency-key"]);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([second, ...rest]).toEqual([first, "k-1", "k-1"]);
    expect(server.log[3]?.headers).not.toHaveProperty("idempotency-key");
  });

  test("a key that cannot travel is refused, and not repeated", async () => {
    const call = acme.createKey({ body: {} }, { idempotencyKey: "k\nx-evil: 1" });
    await expect(call).rejects.toMatchObject({
      name: "ConfigError",
      message: expect.not.stringContaining("evil"),
    });
    expect(server.log).toHaveLength(0);
  });

  test("not POST", async () => {
    server.on("/keys", status(503, now));
    await expect(acme.createKey({ body: {} })).rejects.toMatchObject({ status: 503 });
    server.on("/keys", reset);
    await expect(acme.createKey({ body: {} })).rejects.toBeInstanceOf(NetworkError);
    expect(server.log).toHaveLength(2);
  });

  test("POST with an idempotency key, the same for all attempts", async () => {
    server.on("/keys", status(503, now), json({}));
    await acme.createKey({ body: {} }, { idempotencyKey: "k-1" });
    expect(server.log.map(({ headers }) => headers["idempotency-key"])).toEqual(["k-1", "k-1"]);
  });

  test("POST when the caller says so", async () => {
    server.on("/keys", status(503, now), json({}));
    await acme.createKey({ body: {} }, { idempotent: true });
    expect(server.log).toHaveLength(2);
  });

  test("not a PUT that its document marks, nor one the caller forbids", async () => {
    server.on("/rotations/1", status(503, now));
    await expect(acme.rotateKey({ id: "1" })).rejects.toMatchObject({ status: 503 });
    server.on("/keys/1", status(503, now));
    await expect(acme.putKey({ id: "1" }, { idempotent: false })).rejects.toMatchObject({ status: 503 });
    expect(server.log).toHaveLength(2);
  });

  test("a declared idempotency header is filled once per call", async () => {
    server.on("/payments", status(503, now), json({}), json({}));
    await acme.pay({ body: {} });
    await acme.pay({ body: {} });
    await acme.pay({ body: {}, "Idempotency-Key": "mine" });
    const [first, second, third, fourth] = server.log.map(({ headers }) => headers["idempotency-key"]);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(fourth).toBe("mine");
  });

  test("not a stream, which can be read only once", async () => {
    server.on("/keys/1", status(503, now));
    const stream = new Blob(["a", "b"]).stream();
    const call = acme.putKey({ id: "1", body: stream }, { headers: { "content-type": "text/plain" } });
    await expect(call).rejects.toMatchObject({ status: 503 });
    expect(server.log.map(({ body }) => body)).toEqual(["ab"]);
  });
});

describe("how long to wait", () => {
  test("as many milliseconds or seconds as the server says", async () => {
    server.on("/keys/1", status(429, { "retry-after-ms": "120", "retry-after": "30" }), json({}));
    await acme.getKey({ id: 1 });
    expect(waited()).toBeGreaterThanOrEqual(115);
    expect(waited()).toBeLessThan(10_000);
    server.log.length = 0;
    server.on("/keys/1", status(429, { "retry-after": "0.15" }), json({}));
    await acme.getKey({ id: 1 });
    expect(waited()).toBeGreaterThanOrEqual(145);
  });

  test("until the date the server names", async () => {
    const date = new Date(Date.now() + 1500).toUTCString();
    server.on("/keys/1", status(503, { "retry-after": date }), json({}));
    await acme.getKey({ id: 1 });
    expect(waited()).toBeGreaterThan(400);
    expect(waited()).toBeLessThan(10_000);
  });

  test.each(["-5", "soon", "soon 1", "1e9x", ""])("a backoff when the server says %j", async (value) => {
    server.on("/keys/1", status(503, { "retry-after": value }));
    const error = await acme.getKey({ id: 1 }, { maxRetries: 1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ retryAfterMs: undefined });
    expect(waited()).toBeLessThan(5000);
  });

  test("not at all when the server asks for too much: the error says how long", async () => {
    server.on("/keys/1", status(429, { "retry-after": "3600" }));
    const error = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 3_600_000 });
    expect(server.log).toHaveLength(1);
    server.on("/keys/1", status(429, { "retry-after": "99999999999" }));
    await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ retryAfterMs: 99_999_999_999_000 });
    server.on("/keys/1", status(429, { "retry-after-ms": "30" }));
    await expect(acme.getKey({ id: 1 }, { maxRetryAfterMs: 20 })).rejects.toMatchObject({ retryAfterMs: 30 });
    expect(server.log).toHaveLength(3);
  });

  test("no retry starts that would pass the deadline", async () => {
    server.on("/keys/1", status(503, { "retry-after-ms": "20000" }));
    const start = performance.now();
    await expect(acme.getKey({ id: 1 }, { deadlineMs: 15_000 })).rejects.toMatchObject({ status: 503 });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("waiting ends at once on abort", async () => {
    server.on("/keys/1", status(503, { "retry-after": "30" }));
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 50);
    const start = performance.now();
    const call = acme.getKey({ id: 1 }, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError", reason: new Error("enough") });
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("a timeout is not repeated", async () => {
    server.on("/keys/1", () => {});
    await expect(acme.getKey({ id: 1 }, { timeoutMs: 300 })).rejects.toBeInstanceOf(TimeoutError);
    expect(server.log).toHaveLength(1);
  });
});
