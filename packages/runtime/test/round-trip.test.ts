import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type ApiCall, ConfigError, operation, request, styled } from "../src/index.ts";
import { type AcmeClient, createAcme } from "./acme.ts";

/** What a finished request says, read again by what any server would read it with. */

const acme = createAcme("https://api.acme.example/v1/acme");
type Any = (client: AcmeClient, args: object) => ApiCall<unknown>;

const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });
const written = (some: unknown): string | undefined => (some === undefined ? undefined : String(some));
const inJson = (some: unknown): unknown =>
  some === undefined ? undefined : JSON.parse(JSON.stringify(some));
/** Names and values of the leaves. */
const leaves = (value: unknown, path: string[] = []): unknown[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]))
    : value === undefined
      ? []
      : [[path, value]];

describe("a path parameter", () => {
  const between = operation<Any>({ id: "between", method: "DELETE", path: "/keys/{id}/parts/" });
  const last = operation<Any>({ id: "last", method: "DELETE", path: "/keys/{id}" });
  const affixed = operation<Any>({ id: "affixed", method: "DELETE", path: "/keys/.{id}.json" });
  const matrix = operation<Any>({
    id: "matrix",
    method: "DELETE",
    path: "/keys/{id}",
    pathStyles: [styled({ name: "id", arg: "keyId", style: "matrix" })],
  });
  const tricky = fc.string({
    unit: fc.constantFrom(".", "/", "\\", "%", "2", "e", "E", "?", "#", ";", "\t"),
  });
  const value = fc.oneof(tricky, fc.string({ unit: "binary" }));

  test.each([
    ["/keys/{id}/parts/", between, "id", /^\/v1\/acme\/keys\/([^/]+)\/parts\/$/],
    ["/keys/{id}", last, "id", /^\/v1\/acme\/keys\/([^/]+)$/],
    ["/keys/.{id}.json", affixed, "id", /^\/v1\/acme\/keys\/\.([^/]+)\.json$/],
    ["/keys/{id} in another style", matrix, "keyId", /^\/v1\/acme\/keys\/;id=([^/]+)$/],
  ])("%s: any text is refused, or is that one segment", async (_, called, name, shape) => {
    const judged = async (argument: string): Promise<void> => {
      const url: unknown = await request(acme, called, { [name]: argument }).then(
        (made) => made.url,
        (error: unknown) => error instanceof ConfigError && /^\.{0,2}$|[\uD800-\uDFFF]/u.test(argument),
      );
      if (url === true) return;
      const { origin, pathname, search, hash } = new URL(String(url));
      expect([origin, search, hash]).toEqual(["https://api.acme.example", "", ""]);
      expect(decodeURIComponent(shape.exec(pathname)?.[1] ?? pathname)).toBe(argument);
    };
    await fc.assert(fc.asyncProperty(value, judged));
  });
});

describe("an operation with every kind of argument", () => {
  const everything = operation<Any>({
    id: "everything",
    method: "POST",
    path: "/{id}/{list}",
    query: [
      "q",
      { name: "in", arg: "queryIn" },
      styled({ name: "csv", explode: false }),
      styled({ name: "deep", style: "deepObject" }),
      styled({ name: "json", json: true }),
    ],
    header: ["X-Text", { name: "X-In", arg: "headerIn" }, styled({ name: "X-Json", json: true })],
    cookie: ["c", { name: "in", arg: "cookieIn" }],
    body: "application/json",
  });

  const text = fc.string({ unit: "grapheme" });
  const single = fc.oneof(text, fc.integer(), fc.boolean(), fc.bigInt());
  const full = text.filter((some) => !/^\.{0,2}$/.test(some));
  const latin = fc.string({ unit: fc.constantFrom(..." aZ0,;=%&\"'\\äÿ{}") }).map((some) => some.trim());
  const data = fc.jsonValue({ stringUnit: "grapheme" });
  const args = fc.record({
    id: full,
    list: fc.array(full, { minLength: 2, maxLength: 3 }),
    q: maybe(fc.oneof(single, fc.array(single, { minLength: 1 }))),
    queryIn: maybe(single),
    csv: maybe(fc.array(text)),
    deep: maybe(fc.dictionary(text, fc.oneof(text, fc.dictionary(text, text)))),
    json: maybe(data),
    "X-Text": maybe(latin),
    headerIn: maybe(single.filter((some) => /^([!-~]+)?$/.test(String(some)))),
    "X-Json": maybe(fc.jsonValue({ stringUnit: "grapheme-ascii" })),
    c: maybe(single),
    cookieIn: maybe(single),
    body: maybe(data),
  });

  test("for any arguments: what is read again is what was written", async () => {
    await fc.assert(
      fc.asyncProperty(args, async (given) => {
        const made = await request(acme, everything, given);
        const { pathname, searchParams, search } = new URL(made.url);
        const [id, list, ...others] = pathname.replace("/v1/acme/", "").split("/");
        expect(others).toEqual([]);
        expect(decodeURIComponent(id ?? "")).toBe(given.id);
        expect(list?.split(",").map(decodeURIComponent)).toEqual(given.list);

        const pairs = search.slice(1).split("&").filter(Boolean);
        const raw = (name: string): string | undefined =>
          pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
        const known = /^(?:q|in|csv|json|deep(?:\[[^\]]*\])+)=/;
        expect(pairs.filter((pair) => !known.test(pair))).toEqual([]);
        expect(searchParams.getAll("q")).toEqual([given.q ?? []].flat().map(String));
        expect(searchParams.get("in") ?? undefined).toBe(written(given.queryIn));
        expect(raw("csv")?.split(",").map(decodeURIComponent)).toEqual(
          given.csv?.length === 0 ? [""] : given.csv,
        );
        expect(inJson(given.json) ?? undefined).toEqual(
          JSON.parse(searchParams.get("json") ?? "null") ?? undefined,
        );
        const deep = pairs
          .filter((pair) => pair.startsWith("deep["))
          .map((pair) => pair.split("="))
          .map(([name = "", value = ""]) => [
            [...name.matchAll(/\[([^\]]*)\]/g)].map(([, key = ""]) => decodeURIComponent(key)),
            decodeURIComponent(value),
          ]);
        expect(deep).toEqual(leaves(given.deep));

        expect(made.headers.get("x-text") ?? undefined).toBe(given["X-Text"]);
        expect(made.headers.get("x-in") ?? undefined).toBe(written(given.headerIn));
        expect(JSON.parse(made.headers.get("x-json") ?? "null") ?? undefined).toEqual(
          inJson(given["X-Json"]) ?? undefined,
        );
        const cookies = (made.headers.get("cookie")?.split("; ") ?? []).map((pair) => pair.split("="));
        const jar = Object.fromEntries(
          cookies.map(([name, value = ""]) => [name, decodeURIComponent(value)]),
        );
        expect(jar).toEqual({
          ...(given.c !== undefined && { c: String(given.c) }),
          ...(given.cookieIn !== undefined && { in: String(given.cookieIn) }),
        });

        const body = await made.text();
        expect(made.headers.get("content-type")).toBe(given.body === undefined ? null : "application/json");
        expect(body).toBe(given.body === undefined ? "" : JSON.stringify(given.body));
      }),
    );
  });
});
