import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { ApiError, NetworkError } from "../src/index.ts";
import { type Acme, createAcme } from "./acme.ts";
import {
  type Answer,
  type FaultServer,
  json,
  reset,
  slow,
  startFaultServer,
  status,
} from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
const unhandled: unknown[] = [];
const remember = (reason: unknown): void => void unhandled.push(reason);

beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url, { maxRetries: 0 });
  // Vitest would fail the run; here they are what is counted.
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", remember);
});
beforeEach(() => {
  server.log.length = 0;
  unhandled.length = 0;
});
afterEach(() => void server.on("/keys/1", json({ name: "deploy" })));
afterAll(() => server.close());

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 60));

test("a call is sent once, at once, whatever is asked of it", async () => {
  server.on("/keys/1", json({ name: "deploy" }, 200, { "x-request-id": "req_1" }));
  const call = acme.getKey({ id: 1 });
  await expect.poll(() => server.log).toHaveLength(1);
  expect(await call).toEqual({ name: "deploy" });
  expect(await call.withResponse()).toMatchObject({ data: { name: "deploy" }, meta: { requestId: "req_1" } });
  const meta = { status: 200, requestId: "req_1", attempts: 1 };
  expect(await call.safe()).toMatchObject({ ok: true, data: { name: "deploy" }, meta });
  const raw = await call.asResponse();
  expect(raw.headers.get("x-request-id")).toBe("req_1");
  expect(await raw.json()).toEqual({ name: "deploy" });
  expect(server.log).toHaveLength(1);
});

test("nobody has to wait for it to be sent", async () => {
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    sent += 1;
    return Response.json({});
  };
  void acme.getKey({ id: 1 }, { fetch });
  await new Promise(setImmediate);
  expect(sent).toBe(1);
});

test("it is a promise", async () => {
  const call = acme.getKey({ id: 1 });
  expect(call).toBeInstanceOf(Promise);
  expect(await Promise.all([call, call.then(({ name }) => name), call.finally(() => {})])).toEqual([
    { name: "deploy" },
    "deploy",
    { name: "deploy" },
  ]);
});

test("meta tells how the call went", async () => {
  const headers = { "x-ratelimit-limit": "100", "x-ratelimit-remaining": "99", "request-id": "req_2" };
  server.on("/keys/1", json({}, 201, headers));
  const { meta, response } = await acme.getKey({ id: 1 }).withResponse();
  expect(meta).toMatchObject({ status: 201, requestId: "req_2", attempts: 1 });
  expect(meta.headers.get("x-ratelimit-limit")).toBe("100");
  expect(meta.rateLimit).toEqual({ limit: 100, remaining: 99, reset: undefined });
  expect(response).toMatchObject({ status: 201, bodyUsed: true });
});

/** A body that takes its time. */
const lateBody: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("{");
  setTimeout(() => response.end("}"), 60);
};

test("meta counts time from the call to the last byte", async () => {
  server.on("/keys/1", slow(60, lateBody));
  const start = performance.now();
  const { meta } = await acme.getKey({ id: 1 }).withResponse();
  expect(meta.durationMs).toBeGreaterThan(110);
  expect(meta.durationMs).toBeLessThanOrEqual(performance.now() - start);
  server.on("/keys/1", slow(60, status(503, { "retry-after-ms": "1" })), slow(60, json({})));
  const second = await acme.getKey({ id: 1 }, { maxRetries: 1 }).withResponse();
  expect(second.meta.durationMs).toBeGreaterThan(110);
});

test("meta knows what servers call a request and its limits", async () => {
  const limits = { "ratelimit-limit": "10", "ratelimit-remaining": "9, 5;w=60", "ratelimit-reset": "30" };
  server.on("/keys/1", json({}, 200, { ...limits, "x-ratelimit-limit": "1", "x-correlation-id": "c-1" }));
  const { meta } = await acme.getKey({ id: 1 }).withResponse();
  expect(meta).toMatchObject({ requestId: "c-1", rateLimit: { limit: 10, remaining: 9, reset: 30 } });
  server.on("/keys/1", json({}));
  const bare = await acme.getKey({ id: 1 }).withResponse();
  const rateLimit = { limit: undefined, remaining: undefined, reset: undefined };
  expect(bare.meta).toMatchObject({ requestId: undefined, rateLimit });
});

test("safe() never rejects for an API or transport failure", async () => {
  server.on("/keys/1", json({ message: "no" }, 404));
  const refused = await acme.getKey({ id: 1 }).safe();
  expect(refused).toMatchObject({
    ok: false,
    error: { status: 404, body: { message: "no" } },
    meta: { status: 404 },
  });
  server.on("/keys/1", reset);
  const broken = await acme.getKey({ id: 1 }).safe();
  expect(broken.error).toBeInstanceOf(NetworkError);
  expect(broken.meta).toBeUndefined();
  expect((await acme.getKey({ id: "" }).safe()).error?.name).toBe("ConfigError");
});

test("safe() does not hide a defect in the caller's own middleware", async () => {
  const defect = new RangeError("mine");
  const call = acme.getKey(
    { id: 1 },
    {
      middleware: [
        () => {
          throw defect;
        },
      ],
    },
  );
  await expect(call.safe()).rejects.toBe(defect);
});

test("asResponse() gives the raw response unread, of any status", async () => {
  const response = await acme.getKey({ id: 1 }).asResponse();
  expect(response.bodyUsed).toBe(false);
  expect(response.url).toBe(`${server.url}/keys/1`);
  expect(await response.text()).toBe('{"name":"deploy"}');
  server.on("/keys/1", json({ message: "no" }, 404));
  expect((await acme.getKey({ id: 1 }).asResponse()).status).toBe(404);
});

test("asResponse() and the data can both be had", async () => {
  const call = acme.getKey({ id: 1 });
  const [response, data] = await Promise.all([call.asResponse(), call]);
  expect(data).toEqual({ name: "deploy" });
  expect(await response.json()).toEqual({ name: "deploy" });
  server.on("/keys/1", json({ name: "deploy" }, 201));
  const read = acme.getKey({ id: 1 });
  await read;
  expect(await read.asResponse()).toMatchObject({ status: 201, statusText: "Created", bodyUsed: false });
  const later = acme.getKey({ id: 1 });
  const raw = await later.asResponse();
  expect(await later).toEqual({ name: "deploy" });
  expect(await raw.json()).toEqual({ name: "deploy" });
});

test("data asked for after the raw body was consumed is an error that says so", async () => {
  const call = acme.getKey({ id: 1 });
  await (await call.asResponse()).text();
  await expect(call).rejects.toThrow("its body was read through asResponse()");
});

test("a failure nobody observes surfaces once", async () => {
  server.on("/keys/1", json({ message: "no" }, 404));
  void acme.getKey({ id: 1 });
  await expect.poll(() => unhandled).not.toHaveLength(0);
  await settled();
  expect(unhandled).toEqual([expect.any(ApiError)]);
});

test.each(["withResponse", "safe", "asResponse"] as const)(
  "a failure observed through %s() alone does not surface",
  async (view) => {
    server.on("/keys/1", reset);
    await Promise.resolve(acme.getKey({ id: 1 })[view]()).catch(() => {});
    await settled();
    expect(unhandled).toEqual([]);
  },
);
