import { inspect } from "node:util";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import * as runtime from "../src/index.ts";
import { type Acme, createAcme, createKey, getKey } from "./acme.ts";
import { type FaultServer, json, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url, { maxRetries: 0 });
});
afterAll(() => server.close());

async function failure(code: number, headers = {}): Promise<runtime.ApiError> {
  server.on("/keys/1", json({ message: "no" }, code, headers));
  const result = await acme.getKey({ id: 1 }).safe();
  if (!(result.error instanceof runtime.ApiError)) throw new Error("expected an ApiError");
  return result.error;
}

type ErrorClass = Pick<typeof runtime.ApiError, "kind"> &
  (abstract new (...args: never[]) => runtime.ApiError);

describe("classes", () => {
  test.each<[number, ErrorClass, string]>([
    [400, runtime.BadRequestError, "BadRequestError"],
    [401, runtime.UnauthorizedError, "UnauthorizedError"],
    [403, runtime.ForbiddenError, "ForbiddenError"],
    [404, runtime.NotFoundError, "NotFoundError"],
    [409, runtime.ConflictError, "ConflictError"],
    [422, runtime.UnprocessableEntityError, "UnprocessableEntityError"],
    [429, runtime.RateLimitError, "RateLimitError"],
    [500, runtime.ServerError, "ServerError"],
    [599, runtime.ServerError, "ServerError"],
    [418, runtime.ApiError, "ApiError"],
    [304, runtime.ApiError, "ApiError"],
  ])("%i is a %o", async (code, Class, name) => {
    server.on("/keys/1", status(code));
    const { error } = await acme.getKey({ id: 1 }).safe();
    for (const Base of [Class, runtime.ApiError, runtime.KeysmithError, Error])
      expect(error).toBeInstanceOf(Base);
    expect(error?.name).toBe(name);
    expect(error).not.toBeInstanceOf(runtime.ConfigError);
    const statusClasses: ErrorClass[] = [
      runtime.BadRequestError,
      runtime.NotFoundError,
      runtime.ServerError,
    ].filter((other) => other.kind !== name);
    for (const Other of statusClasses) expect(error).not.toBeInstanceOf(Other);
  });

  test("one derived by the caller is told apart as usual", () => {
    class Mine extends runtime.ConfigError {}
    expect(new Mine("x")).toBeInstanceOf(Mine);
    expect(new Mine("x")).toBeInstanceOf(runtime.ConfigError);
    expect(new runtime.ConfigError("x")).not.toBeInstanceOf(Mine);
    expect(runtime.ConfigError[Symbol.hasInstance](null)).toBe(false);
    class Foreign extends Error {
      static readonly kind = "ConfigError";
    }
    expect(new Foreign()).not.toBeInstanceOf(runtime.ConfigError);
  });

  test("are recognised across two copies of the runtime", async () => {
    vi.resetModules();
    const copy: typeof runtime = await import("../src/index.ts");
    expect(copy.ApiError).not.toBe(runtime.ApiError);
    const error = await failure(404);
    expect(error).toBeInstanceOf(copy.NotFoundError);
    expect(error).not.toBeInstanceOf(copy.ConflictError);
    expect(copy.isApiError(error, getKey, 404)).toBe(true);
  });
});

test("an ApiError carries the answer, and a message on one line", async () => {
  const error = await failure(422, { "x-request-id": "req_123", "retry-after": "7" });
  expect(error.message).toBe("GET /keys/{id} -> 422 (req_123)");
  expect(error).toMatchObject({
    operationId: "getKey",
    status: 422,
    statusText: "Unprocessable Entity",
    body: { message: "no" },
    requestId: "req_123",
    retryAfterMs: 7000,
  });
  expect(error.headers.get("x-request-id")).toBe("req_123");
});

test("a ConfigError names the call and what was expected", async () => {
  const error = await acme.getKey({ id: "" }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(runtime.ConfigError);
  expect(error).toMatchObject({
    operationId: "getKey",
    message: 'GET /keys/{id} -> path parameter "id" is required, found empty string',
  });
  await expect(acme.GET("/keys/{id}")).rejects.toThrow('GET /keys/{id} -> path parameter "id" is required');
  const anonymous = createAcme(server.url, { auth: {} });
  await expect(anonymous.getKey({ id: 1 })).rejects.toThrow(
    "GET /keys/{id} -> acme: no credential for this call, expected auth.bearerAuth (or ACME_API_KEY in the environment)",
  );
});

test("a message stays on one line, whatever is in it", async () => {
  const error = await acme
    .getKey({ id: 1 }, { headers: { "x\r\na": "1" } })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^GET \/keys\/\{id\} -> header "x a" must have a valid name.*$/),
  });
});

test.each([
  ["UND_ERR_CONNECT_TIMEOUT", "connect"],
  ["ETIMEDOUT", "connect"],
  ["UND_ERR_HEADERS_TIMEOUT", "headers"],
])("a platform's own limit, %s, is a TimeoutError of its phase", async (code, phase) => {
  const cause = new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
  const fetch = (): Promise<Response> => Promise.reject(cause);
  const { error } = await acme.getKey({ id: 1 }, { fetch }).safe();
  expect(error).toBeInstanceOf(runtime.TimeoutError);
  expect(error).toMatchObject({ phase, timeoutMs: undefined, attempts: 1, cause, operationId: "getKey" });
});

test("a header value that cannot travel is not repeated, and nothing is sent", async () => {
  server.log.length = 0;
  const calls = [
    acme.createKey({ body: {} }, { idempotencyKey: "hush\n1" }),
    acme.getKey({ id: 1 }, { headers: { "x-a": "hush\r1" } }),
    acme.pay({ body: {}, "Idempotency-Key": "hush\0" }),
    acme.POST("/keys", { body: {}, idempotencyKey: "hush\n1" }),
  ];
  for (const call of calls) {
    const error = await Promise.resolve(call).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(runtime.ConfigError);
    expect(inspect(error)).not.toContain("hush");
  }
  expect(server.log).toEqual([]);
});

test("isApiError tells operation and status", async () => {
  const error: unknown = await failure(404);
  expect(runtime.isApiError(error)).toBe(true);
  expect(runtime.isApiError(error, getKey)).toBe(true);
  expect(runtime.isApiError(error, getKey, 404)).toBe(true);
  expect(runtime.isApiError(error, getKey, 422)).toBe(false);
  expect(runtime.isApiError(error, createKey)).toBe(false);
  expect(runtime.isApiError(new Error("404"))).toBe(false);
  expect(runtime.isApiError(undefined)).toBe(false);
});

test("a request that the platform cannot make is a ConfigError, sent not even once", async () => {
  server.log.length = 0;
  const call = acme.GET("/keys", { body: { a: 1 } as never });
  await expect(call).rejects.toThrow("GET /keys -> the platform cannot make this request");
  await expect(call).rejects.toBeInstanceOf(runtime.ConfigError);
  expect(server.log).toHaveLength(0);
});
