import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  ConfigError,
  type OperationDefinition,
  type ParameterDefinition,
  styled,
  type StyledParameter,
} from "../src/index.ts";
import { type Arguments, writeContent, writeHeaders, writeTarget } from "../src/wire/arguments.ts";
import { writeBody } from "../src/wire/body.ts";
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
const form = (value: unknown): unknown => writeBody(value, "application/x-www-form-urlencoded");
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
  test.each<[string | Omit<StyledParameter, "name">, unknown, string]>([
    ["a", 1, "a=1"],
    ["a", "x y&z", "a=x%20y%26z"],
    ["a", new Date(0), "a=1970-01-01T00%3A00%3A00.000Z"],
    ["a", 9007199254740993n, "a=9007199254740993"],
    ["a", undefined, ""],
    ["a", null, ""],
    [{ nullable: true }, null, "a=null"],
    ["a", [1, 2], "a=1&a=2"],
    ["a", [], ""],
    [{}, { b: 1, c: "d,e" }, "b=1&c=d%2Ce"],
    [{ explode: false }, [1, "2,3"], "a=1,2%2C3"],
    [{ explode: false }, [], "a="],
    [{ explode: false }, { b: 1, c: 2 }, "a=b,1,c,2"],
    [{ style: "spaceDelimited" }, [1, 2], "a=1%202"],
    [{ style: "pipeDelimited" }, [1, 2], "a=1|2"],
    [{ style: "deepObject" }, { b: { c: [1, { d: 2 }] }, e: undefined }, "a[b][c][0]=1&a[b][c][1][d]=2"],
    [{ style: "deepObject" }, { b: new Date(0) }, "a[b]=1970-01-01T00%3A00%3A00.000Z"],
    [{ json: true }, { b: [1] }, "a=%7B%22b%22%3A%5B1%5D%7D"],
    [{ allowReserved: true }, "a/b?c:d@e;f,g=h#i&j+k%", "a=a/b?c:d@e;f,g=h%23i%26j%2Bk%25"],
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
    [[1, "b"], "1,b"],
    [{ a: 1, b: 2 }, "a,1,b,2"],
    [undefined, undefined],
    [null, undefined],
  ])("%j in a header", (value, expected) => {
    expect(header({ name: "X-A" }, value)).toBe(expected);
  });

  test("explode and JSON in a header", () => {
    expect(header({ name: "X-A", explode: true }, { a: 1, b: 2 })).toBe("a=1,b=2");
    expect(header({ name: "X-A", json: true }, { a: 1 })).toBe('{"a":1}');
  });

  test.each(["a\r\nx: y", "a\nb", "a\0b", "snow ☃"])("%j is refused without being repeated", (value) => {
    expect(() => header("X-A", value)).toThrow(ConfigError);
    expect(() => header("X-A", value)).toThrow(/^header "X-A" must have a valid name, and no line break/);
  });

  test("cookies travel together", () => {
    const headers = headersOf({ ...base, cookie: ["a", { name: "b", arg: "bee" }] }, { a: "1;2", bee: 3 });
    expect(headers.get("cookie")).toBe("a=1%3B2; b=3");
  });
});

describe("body", () => {
  const operation: OperationDefinition = { ...base, body: ["application/json", "text/plain"], writeBody };

  const write = (body: unknown, contentType?: string): [content: unknown, type: unknown] => {
    const headers = new Map<string, string | null>(contentType ? [["content-type", contentType]] : []);
    return [writeContent(operation, { body }, headers), headers.get("content-type")];
  };

  test("no body, no content type", () => {
    expect(write(undefined)).toEqual([null, undefined]);
  });

  test("the first media type, or the one the caller names", () => {
    expect(write({ at: new Date(0) })).toEqual(['{"at":"1970-01-01T00:00:00.000Z"}', "application/json"]);
    expect(write("x", "text/plain; charset=utf-8")).toEqual(["x", "text/plain; charset=utf-8"]);
    expect(write({ a: 1 }, "application/vnd.acme+json")).toEqual(['{"a":1}', "application/vnd.acme+json"]);
  });

  test("JSON, null included", () => {
    expect(writeBody(null, "application/json")).toBe("null");
    expect(writeBody([1], "application/merge-patch+json")).toBe("[1]");
    expect(() => writeBody({ a: 1n }, "application/json")).toThrow(ConfigError);
  });

  test("form", () => {
    expect(form({ a: "x y", b: [1, 2], c: undefined, d: { e: 1 } })).toBe(
      "a=x%20y&b=1&b=2&d=%7B%22e%22%3A1%7D",
    );
    const fields = new URLSearchParams({ a: "1" });
    expect(form(fields)).toBe(fields);
    expect(() => form("a=1")).toThrow(ConfigError);
  });

  test("multipart", async () => {
    const file = new File(["content"], "key.pem", { type: "text/plain" });
    const content = await writeBody(
      { name: "deploy", file, bytes: new Uint8Array([1, 2]), tags: ["a", "b"], meta: { a: 1 }, none: null },
      "multipart/form-data",
    );
    if (!(content instanceof FormData)) throw new Error("expected FormData");
    expect(content.get("name")).toBe("deploy");
    expect(content.get("file")).toMatchObject({ name: "key.pem", type: "text/plain" });
    expect(await (content.get("bytes") as Blob).bytes()).toEqual(new Uint8Array([1, 2]));
    expect(content.getAll("tags")).toEqual(["a", "b"]);
    expect(await (content.get("meta") as Blob).text()).toBe('{"a":1}');
    expect(content.has("none")).toBe(false);
  });

  test("streams in a multipart body become files, and can be sent again", async () => {
    const fields = { file: new Blob(["content"]).stream(), name: "deploy" };
    const content = await writeBody(fields, "multipart/form-data");
    if (!(content instanceof FormData)) throw new Error("expected FormData");
    expect(await (content.get("file") as Blob).text()).toBe("content");
    expect(content.get("name")).toBe("deploy");
  });

  test("text and bytes", () => {
    const bytes = new Uint8Array([1]);
    expect(writeBody(bytes, "application/octet-stream")).toBe(bytes);
    expect(writeBody(7, "text/plain")).toBe("7");
    expect(() => writeBody({}, "text/plain")).toThrow(ConfigError);
  });
});
