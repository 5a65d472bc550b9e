import {
  AbortError,
  ApiError,
  isApiError,
  NetworkError,
  NotFoundError,
  ResponseParseError,
  TimeoutError,
} from "@keysmith/runtime";
import { ask, type BaseUrlOf, type Checks, expectEqual, expectTrue, failureOf, SECRET } from "./check.ts";
import { key, leanAt } from "./clients.ts";
import { getUserApiKey } from "./keys.ts";

/** Calls that fail, and what is done about it. */
export const failures: Checks = {
  "typed error": async (at) => {
    const error = await failureOf(getUserApiKey(leanAt(at("missing")), key));
    expectTrue(isApiError(error, getUserApiKey, 404), `an ApiError, found ${String(error)}`);
    expectTrue(error instanceof NotFoundError, `a NotFoundError, found ${String(error)}`);
    expectEqual(error.body.errors, [`no key for Bearer ${SECRET}`], "body");
    const result = await getUserApiKey(leanAt(at("missing")), key).safe();
    expectEqual([result.ok, result.error?.status], [false, 404], "safe");
  },
  "HTML is no data": async (at) => {
    const error = await failureOf(getUserApiKey(leanAt(at("html")), key));
    expectTrue(error instanceof ResponseParseError, `a ResponseParseError, found ${String(error)}`);
    expectEqual([error.status, error.contentType], [200, "text/html; charset=utf-8"], "facts");
  },
  "no answer": async (at) => {
    const error = await failureOf(getUserApiKey(leanAt(at("hangup"), { maxRetries: 0 }), key));
    expectTrue(error instanceof NetworkError, `a NetworkError, found ${String(error)}`);
  },
  "body cut off": async (at) => {
    const error = await failureOf(getUserApiKey(leanAt(at("cut")), key));
    expectTrue(error instanceof ResponseParseError, `a ResponseParseError, found ${String(error)}`);
  },
  retry: async (at) => {
    const { data, meta } = await getUserApiKey(leanAt(at(`busy/${Math.random()}`)), key).withResponse();
    expectEqual([data.name, meta.attempts], ["deploy", 2], "name and attempts");
  },
  "timeout of a body": async (at) => {
    const error = await failureOf(getUserApiKey(leanAt(at("stall"), { timeoutMs: 200 }), key));
    expectTrue(error instanceof TimeoutError, `a TimeoutError, found ${String(error)}`);
    expectEqual([error.phase, error.timeoutMs, error.attempts], ["body", 200, 1], "facts");
    await expectClosed(at);
  },
  "timeout of headers": async (at) => {
    const error = await failureOf(getUserApiKey(leanAt(at("silence"), { timeoutMs: 200 }), key));
    expectTrue(error instanceof TimeoutError, `a TimeoutError, found ${String(error)}`);
    expectEqual(error.phase, "headers", "phase");
    await expectClosed(at);
  },
  abort: async (at) => {
    const controller = new AbortController();
    const call = getUserApiKey(leanAt(at("silence")), key, { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 100);
    const error = await failureOf(call);
    expectTrue(error instanceof AbortError, `an AbortError, found ${String(error)}`);
    expectEqual(error.reason, "enough", "reason");
    await expectClosed(at);
  },
  "abort while a response is read": async (at) => {
    await expectAborted(at, (response) => response.text());
  },
  "abort while a stream is read": async (at) => {
    await expectAborted(at, async ({ body }) => {
      expectTrue(body !== null, "a body");
      const reader = body.getReader();
      for (let done = false; !done;) ({ done } = await reader.read());
    });
  },
  "redirect within the origin": async (at) => {
    expectEqual((await getUserApiKey(leanAt(at("renamed")), key)).name, "deploy", "name");
  },
  "redirect to another origin refused": async (at) => {
    const error = await failureOf(getUserApiKey(leanAt(at("moved")), key));
    expectTrue(error instanceof ApiError, `an ApiError, found ${String(error)}`);
    expectTrue(error.message.includes("redirect"), `a message that says so, found ${error.message}`);
    expectEqual(await ask(at("visits")), [], "requests that reached the other origin");
  },
  "redirect followed without the key": async (at) => {
    const client = leanAt(at("moved"), { redirect: "follow", headers: { "x-api-key": SECRET } });
    expectEqual((await getUserApiKey(client, key)).name, "deploy", "name");
    const [visit = "", ...others] = await ask<string[]>(at("visits"));
    expectEqual(others, [], "further requests");
    expectTrue(!visit.includes(SECRET), "no key at the other origin");
  },
};

/** Reading a raw response that stalls ends as the call itself would. */
async function expectAborted(at: BaseUrlOf, read: (response: Response) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const response = await getUserApiKey(leanAt(at("stall")), key, { signal }).asResponse();
  setTimeout(() => controller.abort("enough"), 100);
  const error = await failureOf(read(response));
  expectTrue(error instanceof AbortError, `an AbortError, found ${String(error)}`);
  await expectClosed(at);
}

/** A call that was given up leaves no connection open. */
async function expectClosed(at: BaseUrlOf): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await ask(at("open"))) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the connection of a call that was given up is still open after two seconds");
}
