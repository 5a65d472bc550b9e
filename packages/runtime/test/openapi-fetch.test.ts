import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Middleware } from "../src/index.ts";
import { type Acme, createAcme } from "./acme.ts";
import { type FaultServer, json, startFaultServer } from "./fault-server.ts";

/** What users of openapi-fetch rely on. */

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

const never = (): Promise<undefined> => new Promise(() => {});
const unreachable = (): Promise<Response> => Promise.reject(new Error("x"));

describe("middleware of use()", () => {
  test("passes first to last on the way out and last to first on the way back", async () => {
    const seen: string[] = [];
    const named = (name: string) => ({
      onRequest: () => void seen.push(`${name} out`),
      onResponse: () => void seen.push(`${name} back`),
      onError: ({ error }: { error: unknown }) => {
        seen.push(`${name} ${String(error)}`);
        return new Error(`from ${name}`);
      },
    });
    acme.use(named("a"), named("b"));
    await acme.getKey({ id: 1 });
    expect(seen).toEqual(["a out", "b out", "b back", "a back"]);
    seen.length = 0;
    const failing = acme.getKey({ id: 1 }, { fetch: unreachable, maxRetries: 0 });
    await expect(failing).rejects.toThrow("from a");
    expect(seen.slice(2)).toEqual([expect.stringContaining("no answer"), "a Error: from b"]);
  });

  test("is refused when it is none, and ended by eject()", async () => {
    expect(() => acme.use({} as never)).toThrow("Middleware must be an object with one of");
    const tag = { onRequest: ({ request }: { request: Request }) => request.headers.set("x-tag", "yes") };
    acme.use(tag as never);
    acme.eject(tag as never);
    await acme.getKey({ id: 1 });
    await acme.GET("/keys/1");
    expect(server.log.map(({ headers }) => headers["x-tag"])).toEqual([undefined, undefined]);
  });

  test("cannot lead a request, which has its credentials yet to get, elsewhere", async () => {
    acme.use({ onRequest: ({ request }) => new Request("https://evil.example/keys", request) });
    const fetch = unreachable;
    const stays = `the URL of a call must stay below ${server.url}`;
    await expect(acme.getKey({ id: 1 }, { fetch })).rejects.toThrow(stays);
    await expect(acme.GET("/keys/1", { fetch })).rejects.toThrow(stays);
  });

  test("counts once however often it is registered", async () => {
    let seen = 0;
    const count = { onRequest: () => void (seen += 1) };
    acme.use(count, count);
    acme.use(count);
    await acme.getKey({ id: 1 });
    expect(seen).toBe(1);
    acme.eject(count);
    await acme.GET("/keys/1");
    expect(seen).toBe(1);
  });

  test("cannot hold a call beyond its deadline, nor beyond an abort", async () => {
    for (const hook of [{ onRequest: never }, { onResponse: never }, { onError: never }]) {
      const held = createAcme(server.url, { deadlineMs: 50, maxRetries: 0 });
      held.use(hook);
      const fetch = "onError" in hook ? unreachable : globalThis.fetch;
      const late = { name: "TimeoutError", phase: "deadline" };
      await expect(held.getKey({ id: 1 }, { fetch })).rejects.toMatchObject(late);
      await expect(held.GET("/keys/1", { fetch })).rejects.toMatchObject(late);
      const signal = AbortSignal.timeout(20);
      await expect(held.getKey({ id: 1 }, { fetch, signal })).rejects.toMatchObject({ name: "AbortError" });
    }
  });

  test("must return what its place can use", async () => {
    acme.use({ onResponse: () => ({}) as Response });
    await expect(acme.getKey({ id: 1 })).rejects.toThrow("onResponse: must return new Response()");
    acme.use({ onRequest: () => ({}) as Request });
    await expect(acme.getKey({ id: 1 })).rejects.toThrow("onRequest: must return new Request()");
  });
});

const anew: Middleware = (request, next) => next(new Request(request));

test.each([false, true])(
  "what else a call says of its request reaches it, with hooks in use: %s",
  async (hooked) => {
    const seen: Request[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      seen.push(request);
      return Response.json({});
    };
    if (hooked) acme.use({ onRequest: () => undefined });
    const init = { cache: "no-store", credentials: "include", referrerPolicy: "no-referrer" } as const;
    await acme.GET("/keys/1", { ...init, fetch });
    expect(seen).toMatchObject([init]);
    await acme.GET("/keys/1", { ...init, fetch, middleware: [anew] as never });
    expect(seen).toMatchObject([init, init]);
  },
);

describe("serialisers of a call by method and path", () => {
  const query = { ids: [1, 2], filter: { a: 1 } };

  test("for a query: styles, or a function", async () => {
    const array = { style: "pipeDelimited", explode: false } as const;
    const object = { style: "form", explode: true } as const;
    await acme.GET("/keys", { params: { query }, querySerializer: { array, object } });
    await acme.GET("/keys", { params: { query: { at: "a/b" } }, querySerializer: { allowReserved: true } });
    await acme.GET("/keys", { params: { query }, querySerializer: () => "?x=1" });
    expect(server.log.map(({ url }) => url)).toEqual(["/keys?ids=1|2&a=1", "/keys?at=a/b", "/keys?x=1"]);
  });

  test("for a body", async () => {
    const headers = { "content-type": "text/plain" };
    await acme.POST("/keys", { body: { a: 1 }, headers, bodySerializer: (body) => JSON.stringify([body]) });
    expect(server.log[0]).toMatchObject({ body: '[{"a":1}]', headers });
  });
});
