import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../../src/load/index.ts";
import { judge, judgeFile } from "../fixtures/check/judge.ts";
import { folder } from "../fixtures/load/folder.ts";

/** YAML and JSON are data here: what readers of them make of tags, aliases, keys and encodings is refused, with its place. */

const head =
  "openapi: 3.1.0\ninfo: { title: x, version: '1' }\nservers: [{ url: https://example.com }]\npaths: { /a: { get: { responses: { '204': { description: d } } } } }\n";

test.each([
  [
    "a function",
    "x-a: !!js/function 'function () { return 1 }'\n",
    /^error 5:6 # The tag `!!js\/function` does not exist/,
  ],
  [
    "an object of Python's",
    "x-a: !!python/object/apply:os.system ['true']\n",
    /^error 5:6 # The tag `!!python/,
  ],
  ["a date", "x-a: !!timestamp 2020-01-01\n", /^error 5:6 # The tag `!!timestamp` does not exist/],
  ["a tag of its own", "x-a: !evil a\n", /^error 5:6 # The tag `!evil` does not exist/],
  [
    "a key used twice",
    "x-a: 1\nx-a: 2\n",
    /^error 6:1 #\/x-a `x-a` is used twice in one object, first on line 5/,
  ],
  ["a key used twice, once in quotes", "x-a: 1\n'x-a': 2\n", /^error 6:1 #\/x-a `x-a` is used twice/],
  [
    "an alias inside what it names",
    "x-a: &a { b: [*a] }\n",
    /^error 5:15 #\/x-a\/b\/0 .*stands inside what it names/,
  ],
  ["an infinite number", "x-a: 1e999\n", /^error 5:6 #\/x-a `Infinity` is no JSON value/],
  ["no number", "x-a: .nan\n", /^error 5:6 #\/x-a `NaN` is no JSON value/],
  ["a second document", "---\nopenapi: 3.1.0\n", /^error 5:1 # A second YAML document/],
  ["merge keys at the root", "<<: { a: 1 }\n", /^error 5:1 #\/<< `<<` merges keys in YAML 1.1 only/],
])("YAML with %s", async (_name, text, expected) => {
  expect((await judge(head + text))[0]).toMatch(expected);
});

test("YAML's core schema and no other: words that YAML 1.1 took for something else are texts", async () => {
  const text = `${head}x-a: [yes, NO, on, 2020-01-01, 12:30:00, 0o17, 0x1F, ~]\nx-b:\n  <<: { a: 1 }\n`;
  const { document } = await load(join(folder({ "openapi.yaml": `\ufeff${text}` }), "openapi.yaml"));
  expect(document["x-a"]).toEqual(["yes", "NO", "on", "2020-01-01", "12:30:00", 15, 31, null]);
  expect(document["x-b"]).toEqual({ "<<": { a: 1 } });
});

test.each([
  [
    "a key used twice",
    '{ "openapi": "3.1.0",\n "op\\u0065napi": "3.1.0" }',
    /^error 2:2 #\/openapi .*first on line 1/,
  ],
  ["an infinite number", '{ "openapi": "3.1.0", "x-a": -1e999 }', /^error 1:30 #\/x-a `-1e999` is too large/],
  ["nothing but zeros", "\0".repeat(100), /^error 1:1 # Expected a JSON value/],
])("JSON with %s", async (_name, text, expected) => {
  expect((await judge(text, "openapi.json"))[0]).toMatch(expected);
});

test.each(["openapi.json", "openapi.yaml"])("another encoding, and what is no file: %s", async (name) => {
  const at = folder({ [name]: Buffer.from(`\ufeff${head}`, "utf16le") });
  expect(await judgeFile(join(at, name))).toEqual([
    expect.stringContaining("1:1 # The file is not UTF-8 text"),
  ]);
  symlinkSync("/dev/zero", join(at, `zero-${name}`));
  expect(await judgeFile(join(at, `zero-${name}`))).toEqual([
    expect.stringContaining("This is no regular file"),
  ]);
  mkdirSync(join(at, `folder-${name}`));
  expect(await judgeFile(join(at, `folder-${name}`))).toEqual([expect.stringContaining("This is a folder")]);
});

describe("a structure that the specification does not have", () => {
  test("is refused by the official schema before a rule, the reader or a printer sees the document", async () => {
    const broken = await judge(
      "openapi: 3.0.3\ninfo: { title: 1 }\npaths: { keys: [] }\ncomponents: { schemas: [] }\n",
    );
    expect(broken.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "error 2:1 #/info",
      "error 2:9 #/info/title",
      "error 3:10 #/paths/keys",
      "error 4:15 #/components/schemas",
    ]);
  });
});
