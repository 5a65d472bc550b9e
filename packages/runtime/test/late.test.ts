import { afterAll, beforeAll, expect, test } from "vitest";

import { type Middleware, request } from "../src/index.ts";
import { type Acme, createAcme, getKey } from "./acme.ts";
import { type FaultServer, startFaultServer } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url);
});
afterAll(() => server.close());

const late = (): Promise<undefined> => new Promise((done) => setTimeout(done, 80));

const takesTime: Middleware = async (held, next) => {
  await late();
  return next(held);
};
const timedOut = { name: "TimeoutError", timeoutMs: 30 };

test("nothing is sent once the time is up, whatever took it", async () => {
  let sent = 0;
  const deaf = async (): Promise<Response> => {
    sent += 1;
    return Response.json({});
  };
  const held = createAcme(server.url, { fetch: deaf, deadlineMs: 30 });
  held.use({ onRequest: late });
  await expect(held.createKey({ body: {} })).rejects.toMatchObject({ phase: "deadline" });
  const auth = { bearerAuth: () => late().then(() => "token-1") };
  await expect(
    createAcme(server.url, { fetch: deaf, timeoutMs: 30, auth }).createKey({ body: {} }),
  ).rejects.toMatchObject(timedOut);
  const middleware = [takesTime];
  await expect(
    createAcme(server.url, { fetch: deaf, timeoutMs: 30, middleware }).getKey({ id: 1 }),
  ).rejects.toMatchObject(timedOut);
  await late();
  expect(sent).toBe(0);
});

test("a body that stalls before it is sent, and a provider of a request that is not, time out", async () => {
  const form = {
    body: { file: new ReadableStream({ pull: () => new Promise(() => {}) }) },
    headers: { "content-type": "multipart/form-data" },
    timeoutMs: 30,
  };
  await expect(acme.POST("/keys", form as never)).rejects.toMatchObject(timedOut);
  const auth = { bearerAuth: () => new Promise<string>(() => {}) };
  const hanging = createAcme(server.url, { auth, timeoutMs: 30 });
  await expect(request(hanging, getKey, { id: 1 })).rejects.toMatchObject(timedOut);
});
