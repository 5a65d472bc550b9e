import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { quality } from "../src/engine/accept.ts";
import { parsePrefer } from "../src/engine/prefer.ts";
import { startMock, type Mock } from "../src/index.ts";
import { keysDocument, TOKEN } from "./document.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ spec: keysDocument() });
});
afterAll(() => mock.close());

async function prefer(
  path: string,
  value: string,
  accept = "*/*",
): Promise<{ status: number; body: string; detail: string }> {
  const response = await fetch(mock.url + path, { headers: { ...TOKEN, prefer: value, accept } });
  const body = await response.text();
  const json: unknown = body.startsWith("{") ? JSON.parse(body) : {};
  return { status: response.status, body, detail: String(Reflect.get(Object(json), "detail")) };
}

test.each([
  ["/keys/1", "code=404", 404, '{"error":"gone"}'],
  ["/keys/1", "code=404, example=notFound", 404, '{"error":"gone"}'],
  ["/keys/1", 'code="404"; foo, example="notFound"', 404, '{"error":"gone"}'],
  ["/keys/", "example=none", 200, "[]"],
  // A range of statuses stands for each of its own.
  ["/keys/", "code=418", 418, '{"error":"refused"}'],
  // Preferences that are not the mock's are none of its business.
  ["/keys/1", "return=minimal", 200, '{"id":1}'],
])("%s with Prefer: %s", async (path, value, status, body) => {
  expect(await prefer(path, value)).toMatchObject({ status, body });
});

test.each([
  ["/keys/1", "code=418", "documents no status 418; it has 200, 404"],
  ["/keys/1", "code=4O4", 'expected a status of 200 to 599 after `code=`, found "4O4"'],
  // It would announce an answer, and a client would wait for it for ever.
  ["/keys/", "code=100", 'expected a status of 200 to 599 after `code=`, found "100"'],
  [
    "/keys/1",
    "code=404, example=one",
    'status 404 has no acceptable example "one"; it has notFound (application/json); an example of that name exists for status 200',
  ],
  ["/keys/1", "example=notFound", "exists for status 404"],
  ["/keys/1", "dynamic=true", "`dynamic` is not supported"],
  // After a semicolon it would be a word about `code`, and not be looked at.
  ["/keys/1", "code=404; example=notFound", "commas part preferences: `code=404, example=notFound`"],
  ["/keys/", 'foo, Example="one" ; a=1;CODE=404', "commas part preferences"],
])("%s with the impossible Prefer: %s is a 400 that names the alternatives", async (path, value, detail) => {
  const answer = await prefer(path, value);
  expect(answer.status).toBe(400);
  expect(answer.detail).toContain(detail);
  expect(mock.exchanges.at(-1)?.problem).toBe("urn:keysmith:mock:impossible-preference");
});

describe("the Accept header", () => {
  test("chooses among the media types of the answer", async () => {
    expect(await prefer("/keys/", "", "text/csv")).toMatchObject({ status: 200, body: "id\n1\n" });
    expect(await prefer("/keys/", "", "application/json;q=0.1, text/*;q=0.9")).toMatchObject({
      body: "id\n1\n",
    });
  });

  test("excludes a success, but not an error; a forced status never becomes another one", async () => {
    expect(await prefer("/keys/1", "code=200", "text/html")).toMatchObject({ status: 406 });
    expect(await prefer("/keys/1", "code=404", "text/html")).toMatchObject({
      status: 404,
      body: '{"error":"gone"}',
    });
  });

  test("does not hide the example that was asked for", async () => {
    expect(await prefer("/keys/", "example=csv")).toMatchObject({ status: 200, body: "id\n1\n" });
    expect(await prefer("/keys/", "example=csv", "application/json")).toMatchObject({ status: 400 });
  });

  test.each([
    [undefined, 1],
    ["application/*;q=0.5, */*;q=0.1", 0.5],
    ["text/html", 0],
    ["application/json;q=0, */*", 0],
    [";;,garbage", 0],
  ])("%s likes JSON with %d", (accept, expected) => {
    expect(quality(accept, "application/json; charset=utf-8")).toBe(expected);
  });
});

test("reads the header as RFC 7240 has it: quotes, parameters, the first of two", () => {
  expect(parsePrefer('Code = 404; x=1, example="a, \\"b\\"", code=500, dynamic=false')).toEqual({
    code: 404,
    example: 'a, "b"',
  });
  expect(parsePrefer(undefined)).toBeUndefined();
  expect(parsePrefer('other; code=404, code=200; x="; example=one"')).toEqual({
    code: 200,
    example: undefined,
  });
});
