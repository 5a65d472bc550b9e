import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  ConfigError,
  type OperationDefinition,
  type ParameterDefinition,
  styled,
  type StyledParameter,
} from "../src/index.ts";
import { type Arguments, writeHeaders, writeTarget } from "../src/wire/arguments.ts";
import type { HeaderMap } from "../src/wire/header.ts";
import { fillPath } from "../src/wire/path.ts";

const base: OperationDefinition = { id: "x", method: "GET", path: "/keys" };
const query = (parameter: string | StyledParameter, value: unknown): string =>
  writeTarget({ ...base, query: [defined(parameter)] }, { [nameOf(parameter)]: value }).replace(
    /^\/keys\??/,
    "",
  );
const path = (template: string, value: unknown, style?: Omit<StyledParameter, "name">): string =>
  fillPath(template, () => value, style && [styled({ name: "id", ...style })]);
const headersOf = (operation: OperationDefinition, args: Arguments): HeaderMap => {
  const headers: HeaderMap = new Map();
  writeHeaders(operation, args, headers);
  return headers;
};
const header = (parameter: string | StyledParameter, value: unknown): string | null | undefined =>
  headersOf({ ...base, header: [defined(parameter)] }, { [nameOf(parameter)]: value }).get("x-a");
const defined = (parameter: string | StyledParameter): string | ParameterDefinition =>
  typeof parameter === "string" ? parameter : styled(parameter);
const nameOf = (parameter: string | StyledParameter): string =>
  typeof parameter === "string" ? parameter : (parameter.arg ?? parameter.name);

describe("path", () => {
  test.each([
    ["text", "/keys/text"],
    [7, "/keys/7"],
    [12345678901234567890n, "/keys/12345678901234567890"],
    [false, "/keys/false"],
    [new Date(0), "/keys/1970-01-01T00%3A00%3A00.000Z"],
    ["a/../b?c#d", "/keys/a%2F..%2Fb%3Fc%23d"],
    ["..\\x", "/keys/..%5Cx"],
    ["%2e%2e", "/keys/%252e%252e"],
    ["...", "/keys/..."],
    [[1, "a,b"], "/keys/1,a%2Cb"],
  ])("%o becomes one segment", (value, expected) => {
    expect(path("/keys/{id}", value)).toBe(expected);
  });

  test.each([
    undefined,
    null,
    "",
    ".",
    "..",
    Number.NaN,
    Infinity,
    {},
    [],
    [""],
    [null],
    new Date("x"),
    "\uD800",
    Symbol("x"),
    () => {},
  ])("%o reaches no other endpoint: it is refused", (value) =>
    expect(() => path("/keys/{id}", value)).toThrow(ConfigError),
  );

  test.each([
    [{ style: "simple" }, {}],
    [{ style: "simple" }, { a: undefined }],
    [{ style: "label", explode: true }, {}],
    [{ style: "matrix", explode: true }, {}],
  ] as const)("style %j of %j leaves no segment: it is refused", (style, value) => {
    expect(() => path("/keys/{id}", value, style)).toThrow(ConfigError);
  });

  test("a fragment stays behind, a fixed query goes along", () => {
    expect(path("/keys/{id}#{id}", "x")).toBe("/keys/x");
    expect(path("/keys/{id}?all=1&id={id}", "a&b")).toBe("/keys/a%26b?all=1&id=a%26b");
    expect(() => path("/keys/{id}?all=1", "..")).toThrow(ConfigError);
    expect(writeTarget({ ...base, path: "/#keys", query: ["a"] }, { a: 1 })).toBe("/?a=1");
    expect(writeTarget({ ...base, path: "/keys?all=1", query: ["a"] }, { a: 1 })).toBe("/keys?all=1&a=1");
    const marks = { ...base, path: "/keys/{id?}/{#}", query: ["a"] };
    expect(writeTarget(marks, { "id?": 1, "#": 2, a: 3 })).toBe("/keys/1/2?a=3");
  });

  test("what is judged is the finished segment", () => {
    expect(path("/keys/{id}.json", ".")).toBe("/keys/..json");
    expect(() => path("/keys/{id}{id}", ".")).toThrow(ConfigError);
    expect(() => path("/keys/%2E{id}/x", ".")).toThrow(ConfigError);
    expect(() => path("/keys/.{id}", ".")).toThrow(ConfigError);
  });

  test("slashes at the end stay", () => {
    expect(path("/keys/", "x")).toBe("/keys/");
    expect(path("/keys/{id}/", "x")).toBe("/keys/x/");
  });

  test.each([
    [{ style: "label" }, [1, 2], ".1,2"],
    [{ style: "label", explode: true }, [1, 2], ".1.2"],
    [{ style: "label" }, "a b", ".a%20b"],
    [{ style: "matrix" }, 1, ";id=1"],
    [{ style: "matrix" }, [1, 2], ";id=1,2"],
    [{ style: "matrix", explode: true }, [1, 2], ";id=1;id=2"],
    [{ style: "matrix", explode: true }, { a: 1, b: 2 }, ";a=1;b=2"],
    [{ style: "matrix" }, { a: 1, b: 2 }, ";id=a,1,b,2"],
    [{ style: "simple", explode: true }, { a: 1, b: 2 }, "a=1,b=2"],
    [{ style: "simple" }, { a: 1, b: 2 }, "a,1,b,2"],
    [{ style: "label", explode: true }, { a: 1, b: 2 }, ".a=1.b=2"],
    [{ json: true }, { a: 1 }, "%7B%22a%22%3A1%7D"],
    [{ allowReserved: true }, "a/b?c", "a%2Fb%3Fc"],
  ] as const)("style %j of %j", (style, value, expected) => {
    expect(path("/{id}", value, style)).toBe(`/${expected}`);
  });

  test("for any string: refused, or one segment that decodes to it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        let target: string;
        try {
          target = path("/a/{id}/b", value);
        } catch (error) {
          return (
            error instanceof ConfigError &&
            (value === "" || value === "." || value === ".." || /[\uD800-\uDFFF]/u.test(value))
          );
        }
        const url = new URL(`https://api.acme.example/v1${target}`);
        const segments = url.pathname.split("/");
        expect(url.origin).toBe("https://api.acme.example");
        expect(segments).toHaveLength(5);
        expect(decodeURIComponent(segments[3] ?? "")).toBe(value);
        return true;
      }),
    );
  });
});

describe("query", () => {
  test.each<[string | Partial<StyledParameter>, unknown, string]>([
    ["a", 1, "a=1"],
    ["a", "x y&z", "a=x%20y%26z"],
    ["a", new Date(0), "a=1970-01-01T00%3A00%3A00.000Z"],
    ["a", 9007199254740993n, "a=9007199254740993"],
    ["a", undefined, ""],
    ["a", null, ""],
    [{ nullable: true }, null, "a=null"],
    ["a", [1, 2], "a=1&a=2"],
    ["a", [], ""],
    [{}, { b: 1, "c d": "d,e" }, "b=1&c%20d=d%2Ce"],
    [{ explode: false }, [1, "2,3"], "a=1,2%2C3"],
    [{}, [], ""],
    [{}, {}, ""],
    [{ explode: false }, [], "a="],
    [{ style: "pipeDelimited" }, [], "a="],
    [{ style: "spaceDelimited", explode: true }, [1, 2], "a=1&a=2"],
    [{ explode: false }, { b: 1, c: 2 }, "a=b,1,c,2"],
    [{ style: "spaceDelimited" }, [1, 2], "a=1%202"],
    [{ style: "pipeDelimited" }, [1, 2], "a=1|2"],
    [{ style: "deepObject" }, { b: { c: [1, { d: 2 }] }, e: undefined }, "a[b][c][0]=1&a[b][c][1][d]=2"],
    [{ name: "a b", style: "deepObject" }, { "c d": "e f" }, "a%20b[c%20d]=e%20f"],
    [{ style: "deepObject" }, { b: new Date(0) }, "a[b]=1970-01-01T00%3A00%3A00.000Z"],
    [{ json: true }, { b: [1] }, "a=%7B%22b%22%3A%5B1%5D%7D"],
    [{ allowReserved: true }, "a/b?c:d@e;f,g=h[i]$#i&j+k%", "a=a/b?c:d@e;f,g=h[i]$%23i%26j%2Bk%25"],
    [{ arg: "queryA" }, 1, "a=1"],
  ])("%o of %o", (parameter, value, expected) => {
    expect(query(typeof parameter === "string" ? parameter : { name: "a", ...parameter }, value)).toBe(
      expected,
    );
  });

  test("what cannot be written is refused", () => {
    for (const value of [Number.NaN, Symbol("x"), [[1]], [{ a: 1 }], new Map(), "\uDC00"]) {
      expect(() => query("a", value)).toThrow(ConfigError);
    }
    for (const value of [{ b: 1n }, () => {}])
      expect(() => query({ name: "a", json: true }, value)).toThrow(ConfigError);
  });

  test("a parameter that objects inherit is not an argument", () => {
    const operation = { ...base, query: ["constructor", "__proto__", "toString"] };
    expect(writeTarget(operation, {})).toBe("/keys");
    expect(writeTarget(operation, JSON.parse('{"__proto__":1}'))).toBe("/keys?__proto__=1");
  });

  test("for any arguments: what is read again is what was written", () => {
    const single = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean());
    const args = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.oneof(single, fc.array(single, { minLength: 1 })),
      { maxKeys: 5 },
    );
    fc.assert(
      fc.property(args, (values) => {
        const target = writeTarget({ ...base, query: Object.keys(values) }, values);
        const read = new URL(target, "https://api.acme.example").searchParams;
        for (const [name, value] of Object.entries(values)) {
          expect(read.getAll(name)).toEqual([value].flat().map(String));
        }
        expect([...read]).toHaveLength(Object.values(values).flat().length);
      }),
    );
  });

  test("for any deep object: its leaves can be found again", () => {
    const leaf = fc.oneof(fc.string(), fc.integer());
    const tree = fc.letrec((tie) => ({
      node: fc.dictionary(fc.stringMatching(/^[a-z&=]+$/), fc.oneof({ maxDepth: 3 }, leaf, tie("node"))),
    })).node;
    const leaves = (value: unknown): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];
    fc.assert(
      fc.property(tree, (value) => {
        const written = query({ name: "f", style: "deepObject" }, value);
        expect([...new URLSearchParams(written).values()]).toEqual(leaves(value));
      }),
    );
  });
});

describe("header and cookie", () => {
  test.each([
    [1, "1"],
    [9007199254740993n, "9007199254740993"],
    [false, "false"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    ["", ""],
    ["50% & more", "50% & more"],
    [[1, "b"], "1,b"],
    [[], undefined],
    [{ a: 1, b: 2 }, "a,1,b,2"],
    [undefined, undefined],
    [null, undefined],
  ])("%o in a header", (value, expected) => {
    expect(header({ name: "X-A" }, value)).toBe(expected);
  });

  test("explode and JSON in a header", () => {
    expect(header({ name: "X-A", explode: true }, { a: 1, b: 2 })).toBe("a=1,b=2");
    expect(header({ name: "X-A", json: true }, { a: 1 })).toBe('{"a":1}');
    expect(header({ name: "X-A", nullable: true }, null)).toBe("null");
  });

  test.each(["a\r\nx: y", "a\rb", "a\nb", "a\0b", "snow ☃"])(
    "%j is refused without being repeated",
    (value) => {
      expect(() => header("X-A", value)).toThrow(ConfigError);
      expect(() => header("X-A", value)).toThrow(
        /^header "X-A" must have a valid name, and no line break, NUL or character outside Latin-1$/,
      );
    },
  );

  test("cookies travel together", () => {
    const headers = headersOf({ ...base, cookie: ["a", { name: "b", arg: "bee" }] }, { a: "1;2", bee: 3 });
    expect(headers.get("cookie")).toBe("a=1%3B2; b=3");
    expect(headersOf({ ...base, cookie: ["a", "b"] }, { a: null, b: [] }).has("cookie")).toBe(false);
    const list = styled({ name: "c", explode: false });
    expect(headersOf({ ...base, cookie: [list] }, { c: [1n, "2,3"] }).get("cookie")).toBe("c=1,2%2C3");
    expect(headersOf({ ...base, cookie: [list] }, { c: [] }).get("cookie")).toBe("c=");
  });
});
