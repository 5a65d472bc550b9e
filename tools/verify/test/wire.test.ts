import { expect, test } from "vitest";
import type { Parameter } from "@keysmith/generator";
import { unlikelyId } from "../src/arguments/unlikely.ts";
import { type Permit, Wire } from "../src/call/wire.ts";
import { startServer } from "./server.ts";

const signal = new AbortController().signal;

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
  "the wire itself lets no %s pass without a permit, whoever asks",
  async (method) => {
    await using server = await startServer(() => ({ body: {} }));
    const fetch = new Wire({ maxRequests: 10, pauseMs: 0 }).fetchFor("read", []);
    await expect(fetch(new Request(server.url, { method }), { signal })).rejects.toThrow("may write");
    expect(server.asked).toEqual([]);
  },
);

test("the wire keeps its limit, but deletes what was made, whatever the method for that is", async () => {
  await using server = await startServer(() => ({ body: {} }));
  const wire = new Wire({ maxRequests: 1, pauseMs: 0 });
  const send = async (permit: Permit, method: string): Promise<unknown> =>
    wire.fetchFor(permit, [])(new Request(server.url, { method }), { signal });
  await send("write", "PUT");
  await expect(send("read", "GET")).rejects.toThrow("--max-requests");
  await expect(send("write", "DELETE")).rejects.toThrow("--max-requests");
  await send("cleanup", "POST");
  expect(server.asked.map(({ method }) => method)).toEqual(["PUT", "POST"]);
});

function parameter(type: Parameter["type"], constraints: Parameter["constraints"] = {}): Parameter {
  return { name: "id", type, constraints } as Parameter;
}

const TEXT = { kind: "string", format: undefined } as const;

test.each([
  ["an integer", parameter({ kind: "number", integer: true, format: undefined }), 3, /^2147[34]\d{5}$/],
  ["a UUID", parameter(TEXT, { format: "uuid" }), undefined, /^[\da-f]{8}-[\da-f]{4}-4/],
  ["any text", parameter(TEXT, { minLength: 1 }), undefined, /^[\da-f-]{36}$/],
  [
    "a text like others",
    parameter(TEXT),
    "b914ad238d0e8e8851b81e86ce46ae1d",
    /^[a-f]\d{3}[a-f]{2}[\da-f]{26}$/,
  ],
  ["a text of a pattern", parameter(TEXT, { pattern: "^[\\da-f]{32}$" }), undefined, /^[\da-f]{32}$/],
])("an id that nothing has can be %s", (_, wanted, real, expected) => {
  const made = unlikelyId(wanted, real);
  expect(String(made)).toMatch(expected);
  expect(made).not.toBe(real);
});

test.each([
  ["few numbers", parameter({ kind: "number", integer: true, format: undefined }, { maximum: 100 })],
  ["short texts", parameter(TEXT, { maxLength: 4 })],
  ["a pattern of its own", parameter(TEXT, { pattern: "^key_" })],
])("of %s none is made up", (_, wanted) => {
  expect(unlikelyId(wanted, undefined)).toBeUndefined();
});
