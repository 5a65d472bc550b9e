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

describe("classes", () => {
  test.each([
    [400, "BadRequestError"],
    [401, "UnauthorizedError"],
    [403, "ForbiddenError"],
    [404, "NotFoundError"],
    [409, "ConflictError"],
    [422, "UnprocessableEntityError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [599, "ServerError"],
    [418, "ApiError"],
    [304, "ApiError"],
  ] as const)("%i is a %s", async (code, name) => {
    server.on("/keys/1", status(code));
    const { error } = await acme.getKey({ id: 1 }).safe();
    expect(error).toBeInstanceOf(runtime[name]);
    expect(error).toBeInstanceOf(runtime.ApiError);
    expect(error).toBeInstanceOf(runtime.KeysmithError);
    expect(error).toBeInstanceOf(Error);
    expect(error?.name).toBe(name);
    for (const other of ["BadRequestError", "ServerError", "ConfigError"] as const) {
      if (other !== name) expect(error).not.toBeInstanceOf(runtime[other]);
    }
  });

  test("one derived by the caller is told apart as usual", () => {
    class Mine extends runtime.ConfigError {}
    expect(new Mine("x")).toBeInstanceOf(Mine);
    expect(new Mine("x")).toBeInstanceOf(runtime.ConfigError);
    expect(new runtime.ConfigError("x")).not.toBeInstanceOf(Mine);
    expect(runtime.ConfigError[Symbol.hasInstance](null)).toBe(false);
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
