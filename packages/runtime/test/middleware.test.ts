import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Middleware } from "../src/index.ts";
import { type Acme, createAcme, secret } from "./acme.ts";
import { type FaultServer, json, silence, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => {
  server.log.length = 0;
  server.on("/keys/1", json({ name: "deploy" }));
  server.on("/keys", json({ name: "made" }));
  acme = createAcme(server.url);
});
afterAll(() => server.close());

const cached: Middleware = () => Response.json({ name: "cached" });
const twice: Middleware = async (sent, next) => {
  await next(sent);
  return next(sent);
};
const renewed: Middleware = (sent, next) => next(new Request(sent));
const sign: Middleware = (sent, next) => {
  const signed = new Request(sent, { method: "POST", body: '{"signed":true}' });
  signed.headers.set("x-signature", "s");
  return next(signed);
};

const tagging: Middleware = (sent, next) => {
  sent.headers.set("x-tag", "yes");
  return next(sent);
};
const note = (): void => {};

/** What {@link Middleware} sees of an attempt. */
const sight = (number: number, code: number): unknown[] => [
  ["client", "getKey", number, false, `Bearer ${secret}`],
  ["call", "getKey", number, false, `Bearer ${secret}`],
  ["call", code],
  ["client", code],
];

describe("middleware of openapi-fetch", () => {
  test("sees operations and calls by path, and can change what is sent and answered", async () => {
    const seen: unknown[] = [];
    const middleware = {
      onRequest: ({
        request: sent,
        schemaPath,
        params,
      }: {
        request: Request;
        schemaPath: string;
        params: object;
      }) => {
        seen.push([schemaPath, JSON.parse(JSON.stringify(params))]);
        sent.headers.set("x-seen", "yes");
      },
      onResponse: async ({ response }: { response: Response }) => {
        const data = (await response.json()) as object;
        return Response.json({ ...data, changed: true });
      },
    };
    acme.use(middleware);
    expect(await acme.getKey({ id: 1 })).toEqual({ name: "deploy", changed: true });
    expect(await acme.GET("/keys/{id}", { params: { path: { id: "1" } } })).toMatchObject({
      data: { changed: true },
    });
    expect(seen).toEqual([
      ["/keys/{id}", { path: { id: 1 }, query: {} }],
      ["/keys/{id}", { path: { id: "1" } }],
    ]);
    expect(server.log.map(({ headers }) => headers["x-seen"])).toEqual(["yes", "yes"]);
    acme.eject(middleware);
    expect(await acme.getKey({ id: 1 })).toEqual({ name: "deploy" });
    expect(await acme.GET("/keys/1", { middleware: [middleware] })).toMatchObject({
      data: { changed: true },
    });
  });

  test("keeps bodies whole over attempts, its own requests too", async () => {
    acme.use({
      onRequest: ({ request: sent }) =>
        sent.method === "PUT" ? undefined : new Request(sent, { method: "PUT", body: '{"own":1}' }),
    });
    server.on("/keys/1", status(503, { "retry-after-ms": "1" }), json({}));
    await acme.putKey({ id: "1", body: { a: 1 } });
    server.on("/keys", status(503, { "retry-after-ms": "1" }), json({}));
    await acme.createKey({ body: {} });
    expect(server.log.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}', '{"own":1}', '{"own":1}']);
  });

  test("may answer by itself, or instead of a failure", async () => {
    acme.use({ onRequest: () => Response.json({ name: "cached" }) });
    expect(await acme.getKey({ id: 1 })).toEqual({ name: "cached" });
    expect(server.log).toHaveLength(0);
    const gone = await startFaultServer();
    await gone.close();
    const client = createAcme(gone.url, { maxRetries: 0 });
    client.use({ onError: () => Response.json({ name: "fallback" }) });
    expect(await client.getKey({ id: 1 })).toEqual({ name: "fallback" });
  });
});

describe("middleware around attempts", () => {
  test("runs per attempt, the client's outside the call's, with credentials in sight", async () => {
    const seen: unknown[] = [];
    const trace =
      (name: string): Middleware =>
      async (sent, next, { operationId, attempt, signal }) => {
        seen.push([name, operationId, attempt, signal.aborted, sent.headers.get("authorization")]);
        const response = await next(sent);
        seen.push([name, response.status]);
        return response;
      };
    server.on("/keys/1", status(503, { "retry-after-ms": "1" }), json({}));
    const traced = createAcme(server.url, { middleware: [trace("client")] });
    await traced.getKey({ id: 1 }, { middleware: [trace("call")] });
    expect(seen).toEqual([...sight(1, 503), ...sight(2, 200)]);
  });

  test("may change the request, answer by itself, and send more than once", async () => {
    await acme.createKey({ body: { a: 1 } }, { middleware: [sign] });
    expect(server.log[0]).toMatchObject({ body: '{"signed":true}', headers: { "x-signature": "s" } });
    await acme.createKey({ body: { a: 1 } }, { middleware: [twice, sign, twice] });
    expect(server.log.slice(1).map(({ body }) => body)).toEqual(
      Array.from({ length: 4 }, () => '{"signed":true}'),
    );
    await acme.createKey({ body: { a: 1 } }, { middleware: [twice] });
    expect(server.log.slice(5).map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
    const form = { body: { a: "1" }, headers: { "content-type": "multipart/form-data" } };
    await acme.POST("/keys", { ...form, middleware: [twice] as never });
    for (const { body, headers } of server.log.splice(7)) {
      const [, boundary = "none"] = /boundary=(.+)/.exec(headers["content-type"] ?? "") ?? [];
      expect(body).toContain(boundary);
    }
    await acme.POST("/keys", { ...form, middleware: [renewed] as never });
    const [rewritten] = server.log.splice(7);
    const [, kept = "none"] = /boundary=(.+)/.exec(rewritten?.headers["content-type"] ?? "") ?? [];
    expect(rewritten?.body).toContain(kept);
    expect(await acme.getKey({ id: 1 }, { middleware: [cached] })).toEqual({ name: "cached" });
    expect(await acme.GET("/keys/1", { middleware: [cached] as never })).toMatchObject({
      data: { name: "cached" },
    });
    expect(server.log).toHaveLength(7);
  });

  test("may change the headers of the request it got, for every kind of body", async () => {
    await acme.getKey({ id: 1 }, { middleware: [tagging] });
    const form = { body: { a: "1" }, headers: { "content-type": "multipart/form-data" } };
    await acme.POST("/keys", { ...form, middleware: [tagging] as never });
    expect(server.log.map(({ headers }) => headers["x-tag"])).toEqual(["yes", "yes"]);
  });

  test("knows what is called, how often, until when, and where to report", async () => {
    const seen: object[] = [];
    const watching: Middleware = (sent, next, context) => {
      seen.push(context);
      return next(sent);
    };
    const logger = { error: note, warn: note, info: note, debug: note };
    const watched = createAcme(server.url, { logger, middleware: [watching] });
    server.on("/keys/1", status(503, { "retry-after-ms": "1" }), silence);
    await expect(watched.getKey({ id: 1 }, { timeoutMs: 100 })).rejects.toThrow("no headers within 100 ms");
    await watched.GET("/keys");
    await watched.GET("/keys/2").catch(() => {});
    expect(seen).toMatchObject([
      { operationId: "getKey", attempt: 1, logger, signal: { aborted: false } },
      { operationId: "getKey", attempt: 2, logger, signal: { aborted: true } },
      { operationId: "listKeys", attempt: 1, logger, signal: { aborted: false } },
      { operationId: undefined, attempt: 1, logger, signal: { aborted: false } },
    ]);
    expect(seen[1]).toHaveProperty("signal.reason.name", "TimeoutError");
  });
});
