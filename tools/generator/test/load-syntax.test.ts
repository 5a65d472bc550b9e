import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../src/load/index.ts";
import { briefly, folder, problemsOf } from "./fixtures/load/folder.ts";

const head = "openapi: 3.1.0\ninfo: { title: Keys, version: 1.0.0 }\n";

async function problemsIn(name: string, text: string | Uint8Array): Promise<string[]> {
  return (await problemsOf(join(folder({ [name]: text }), name))).map(briefly);
}

async function documentOf(text: string, name = "openapi.yaml"): Promise<unknown> {
  return (await load(join(folder({ [name]: text }), name))).document;
}

/** So many levels of brackets. */
const deep = (levels: number, open: string, close: string): string =>
  open.repeat(levels) + close.repeat(levels);

describe("broken YAML: the place and what to do", () => {
  test.each([
    [
      "an unclosed string, at its opening quote",
      'openapi: 3.1.0\ninfo:\n  title: "Keys\n  version: 1.0.0\n',
      "3:10 # The string that starts here is not closed. Add a double quote.",
    ],
    [
      "an unclosed list",
      "openapi: 3.1.0\ntags: [a, b\npaths: {}\n",
      "3:1 # The list opened with `[` on line 2 is not closed before this: expected `,` or `]`.",
    ],
    [
      "an unclosed object",
      "openapi: 3.1.0\ninfo: { title: Keys\npaths: {}\n",
      "3:1 # The object opened with `{` on line 2 is not closed before this: expected `,` or `}`.",
    ],
    [
      "a tab",
      "openapi: 3.1.0\ninfo:\n\ttitle: Keys\n",
      "3:1 # A tab stands in the indentation: YAML allows only spaces there. Replace it with spaces.",
    ],
    [
      "uneven indentation",
      "openapi: 3.1.0\ninfo:\n  title: Keys\n version: 1.0.0\n",
      "4:1 # This line is indented differently from its neighbours: the entries of one object or list begin in the same column.",
    ],
    [
      "a missing colon",
      "openapi: 3.1.0\ninfo\npaths: {}\n",
      "2:1 # Expected `key: value` on one line, found `info`. Add the missing `:`, or correct the indentation of the next line.",
    ],
    [
      "a missing colon on the last line",
      "openapi: 3.1.0\npaths\n",
      "2:1 # A `:` is missing after `paths`: in an object every entry is `key: value`.",
    ],
    [
      "a colon inside text",
      "openapi: 3.1.0\ninfo:\n  title: Keys: the API\n",
      "3:10 # A second `: ` on one line would start an object inside a key. Put text that contains `: ` in quotes.",
    ],
    [
      "a reserved character",
      "openapi: 3.1.0\ninfo:\n  title: @keys\n",
      "3:10 # A value cannot begin with `@` outside quotes. Put the whole value in quotes.",
    ],
    [
      "an unknown escape",
      'openapi: 3.1.0\ninfo:\n  title: "a\\d"\n',
      "3:12 # `\\d` is no escape in double quotes. Double the backslash, or use single quotes.",
    ],
    [
      "a second document",
      `${head}paths: {}\n---\na: 1\n`,
      "4:1 # A second YAML document begins here: expected one document per file. Remove the `---` and what follows.",
    ],
    [
      "a key that is no text",
      `${head}? [a]\n: 1\n`,
      "3:3 # A key must be plain text: found a list, an object or an alias. Write the name itself, in quotes if need be.",
    ],
    [
      "a tag",
      `${head}x-key: !!binary aGk=\n`,
      "3:8 # The tag `!!binary` does not exist in YAML's core schema: expected plain JSON data. Remove the tag.",
    ],
    [
      "a key used twice",
      `${head}paths:\n  /keys: {}\n  /keys: {}\n`,
      "5:3 #/paths/~1keys `/keys` is used twice in one object, first on line 4; one of them would be lost. Remove or rename one.",
    ],
    [
      "an infinite number",
      `${head}x-limit: .inf\n`,
      "3:10 #/x-limit `Infinity` is no JSON value: expected a finite number. Put it in quotes if text is meant.",
    ],
    [
      "an alias without anchor",
      `${head}x-a: *nobody\n`,
      "3:6 #/x-a The alias `*nobody` names nothing: expected an anchor `&nobody` before it.",
    ],
    [
      "an alias inside what it names",
      `${head}x-a: &a\n  b: *a\n`,
      "4:6 #/x-a/b The alias `*a` stands inside what it names, so the value would contain itself. Use a `$ref` for recursion.",
    ],
  ])("%s", async (_name, text, expected) => {
    expect(await problemsIn("openapi.yaml", text)).toEqual([expected]);
  });

  test("independent problems are told together, those that follow from a broken line are not", async () => {
    const text = `${head}x-a: @b\nx-c: *nobody\nx-a: 1\npaths: [\nx-d: @e\nx-d: 1\n`;
    const places = (await problemsIn("openapi.yaml", text)).map((problem) => problem.split(" ")[0]);
    expect(places).toEqual(["3:6", "4:6", "5:1", "7:1"]);
  });
});

describe("broken JSON: the place and what to do", () => {
  test.each([
    [
      "a comma too many",
      '{\n  "openapi": "3.1.0",\n}',
      "2:21 # A comma before `}`: JSON allows none after the last entry. Remove the comma.",
    ],
    [
      "a comma missing",
      '{\n  "openapi": "3.1.0"\n  "paths": {}\n}',
      '3:3 # The object opened with `{` on line 1 is not closed: expected `,` or `}`, found `"`.',
    ],
    [
      "a comment",
      '{\n  // keys\n  "openapi": "3.1.0"\n}',
      "2:3 # Expected a property name in double quotes, found `//`. JSON has no comments: remove it.",
    ],
    [
      "single quotes",
      "{ 'openapi': '3.1.0' }",
      "1:3 # Expected a property name in double quotes, found `'openapi'`. JSON strings take double quotes.",
    ],
    [
      "a bare word",
      '{ "openapi": v3 }',
      "1:14 #/openapi Expected a JSON value, found `v3`. Put text in double quotes.",
    ],
    [
      "Python's literals",
      '{ "a": [true, True] }',
      "1:15 #/a/1 Expected a JSON value, found `True`. Write `true` or `false` in lower case.",
    ],
    [
      "a missing colon",
      '{ "openapi" "3.1.0" }',
      '1:13 #/openapi Expected `:` after the property name "openapi", found `"`.',
    ],
    [
      "a cut-off file",
      '{ "info": {',
      "1:12 #/info The object opened with `{` on line 1 is not closed when the file ends. Add `}`.",
    ],
    [
      "a line break in a string",
      '{ "a": "b\nc" }',
      "1:8 #/a The string that starts here is not closed on its line. Add a double quote, or write line breaks as \\n.",
    ],
    [
      "an unknown escape",
      String.raw`{ "a": "\d" }`,
      String.raw`1:8 #/a The string has an escape or a control character that JSON does not know. Write a backslash as \\ and a tab as \t.`,
    ],
    [
      "two values",
      "{}\n{}",
      "2:1 # The document ends before `{`: a JSON file holds one value. Remove the rest.",
    ],
    [
      "a name used twice",
      '{ "openapi": "3.1.0", "paths": { "/keys": {},\n  "\\u002fkeys": {} } }',
      "2:3 #/paths/~1keys `/keys` is used twice in one object, first on line 1; one of them would be lost. Remove or rename one.",
    ],
  ])("%s", async (_name, text, expected) => {
    expect(await problemsIn("openapi.json", text)).toEqual([expected]);
  });
});

describe("no document at all", () => {
  test.each(["openapi.yaml", "openapi.json"])("an empty %s", async (name) => {
    for (const text of ["", " \n\t\n", "\uFEFF"]) {
      expect(await problemsIn(name, text)).toEqual([
        "1:1 # The file is empty. Expected an OpenAPI document, in YAML or JSON, that begins with `openapi: 3.1.0`.",
      ]);
    }
  });

  test("comments only", async () => {
    expect(await problemsIn("openapi.yaml", "# keys\n")).toEqual([
      "1:1 # The file has no content besides comments. Expected an OpenAPI document that begins with `openapi: 3.1.0`.",
    ]);
  });

  test.each([
    ["openapi.yaml", "- openapi: 3.1.0\n", "a list"],
    ["openapi.yaml", "openapi 3.1.0\n", '"openapi 3.1.0"'],
    ["openapi.json", "[]", "an empty list"],
  ])("a %s that holds %j", async (name, text, found) => {
    expect(await problemsIn(name, text)).toEqual([
      `1:1 # Expected an object with \`openapi\`, \`info\` and \`paths\` at the top, found ${found}.`,
    ]);
  });

  test("a file that is not there, with the name that was probably meant", async () => {
    const at = join(folder({ "automox.yaml": head }), "autmox.yaml");
    expect((await problemsOf(at)).map(briefly)).toEqual([
      "1:1 # The file does not exist. Did you mean `automox.yaml`?",
    ]);
    expect((await problemsOf(join(at, "nowhere", "a.yaml"))).map(briefly)).toEqual([
      "1:1 # The file does not exist. Its folder does not exist either.",
    ]);
  });

  test("a folder", async () => {
    expect((await problemsOf(folder({}))).map(briefly)).toEqual([
      "1:1 # This is a folder, not a file. Name the OpenAPI document inside it.",
    ]);
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    const at = join(folder({ "openapi.yaml": head }), "openapi.yaml");
    chmodSync(at, 0);
    expect((await problemsOf(at)).map(briefly)).toEqual([
      "1:1 # The file may not be read. Check its permissions.",
    ]);
  });

  test("bytes that are not UTF-8, at the first of them", async () => {
    const bytes = Buffer.concat([Buffer.from(`${head}x-a: M`), Buffer.from([0xfc, 0x6c])]);
    expect(await problemsIn("openapi.yaml", bytes)).toEqual([
      "3:7 # The file is not UTF-8 text from here on. Save it with the encoding UTF-8.",
    ]);
  });
});

describe("versions", () => {
  test.each([
    [
      "swagger: '2.0'\ninfo: {}\n",
      "1:1 #/swagger Swagger 2.0 is not supported. Expected OpenAPI 3.0 or 3.1, such as `openapi: 3.1.0`. Convert the document first, for example with `npx swagger2openapi`.",
    ],
    [
      "# keys\nopenapi: 3.2.0\n",
      "2:1 #/openapi OpenAPI 3.2.0 is not supported. Expected OpenAPI 3.0 or 3.1, such as `openapi: 3.1.0`.",
    ],
    [
      "openapi: 4.0.0\n",
      "1:1 #/openapi OpenAPI 4.0.0 is not supported. Expected OpenAPI 3.0 or 3.1, such as `openapi: 3.1.0`.",
    ],
    [
      "openapi: 3.1\n",
      '1:1 #/openapi `openapi` must be text with three numbers: found the number 3.1. Write `openapi: "3.1.0"`.',
    ],
    [
      "openapi: '3.0'\n",
      '1:1 #/openapi `openapi` must name a version with three numbers: found "3.0". Write `openapi: 3.0.0`.',
    ],
    [
      "openapi: true\n",
      "1:1 #/openapi OpenAPI true is not supported. Expected OpenAPI 3.0 or 3.1, such as `openapi: 3.1.0`.",
    ],
    [
      "opanapi: 3.1.0\ninfo: {}\n",
      "1:1 # `openapi` is missing. Expected OpenAPI 3.0 or 3.1, such as `openapi: 3.1.0`; found `opanapi` and `info`. Did you mean `opanapi`?",
    ],
  ])("%j is refused", async (text, expected) => {
    expect(await problemsIn("openapi.yaml", text)).toEqual([expected]);
  });

  test("Swagger 2.0 in JSON", async () => {
    expect(await problemsIn("openapi.json", '{\n  "swagger": "2.0"\n}')).toEqual([
      "2:3 #/swagger Swagger 2.0 is not supported. Expected OpenAPI 3.0 or 3.1, such as `openapi: 3.1.0`. Convert the document first, for example with `npx swagger2openapi`.",
    ]);
  });

  test.each([
    ["3.0.0", "3.0"],
    ["3.0.4", "3.0"],
    ["3.1.0", "3.1"],
    ["3.1.1-rc.1", "3.1"],
  ])("%s is spoken", async (openapi, version) => {
    const source = await load(join(folder({ "a.yaml": `openapi: ${openapi}\n` }), "a.yaml"));
    expect(source.version).toBe(version);
  });
});

describe("what YAML and JSON mean", () => {
  test("the core schema: dates, yes and << are text, keys are names", async () => {
    const text = `${head}x-a:\n  date: 2020-01-01\n  yes: yes\n  <<: { a: 1 }\n  200: ok\n  null: ok\n  1.0: ok\n  hex: 0x10\n`;
    expect(await documentOf(text)).toMatchObject({
      "x-a": {
        date: "2020-01-01",
        yes: "yes",
        "<<": { a: 1 },
        "200": "ok",
        null: "ok",
        "1.0": "ok",
        hex: 16,
      },
    });
  });

  test("a %YAML 1.1 line does not bring merge keys back", async () => {
    expect(await documentOf(`%YAML 1.1\n---\n${head}x-a: { <<: { b: yes } }\n`)).toMatchObject({
      "x-a": { "<<": { b: "yes" } },
    });
  });

  test("aliases stand for what they name", async () => {
    expect(await documentOf(`${head}x-a: &a { b: [1] }\nx-c: [*a, *a]\n`)).toMatchObject({
      "x-c": [{ b: [1] }, { b: [1] }],
    });
  });

  test.each(["openapi.yaml", "openapi.json"])(
    "%s: a byte order mark and carriage returns do no harm",
    async (name) => {
      const text = '\uFEFF{\r\n"openapi": "3.1.0",\r\n"x-a": "b" }\r\n';
      const source = await load(join(folder({ [name]: text }), name));
      expect(source.document).toEqual({ openapi: "3.1.0", "x-a": "b" });
      expect(source.text.startsWith("{")).toBe(true);
      expect(source.problem("error", "#/x-a", "")).toMatchObject({ line: 3, column: 1 });
    },
  );

  test.each([
    ["openapi.yaml", `${head}x-a:\n  __proto__: { b: 1 }\n`],
    ["openapi.json", '{ "openapi": "3.1.0", "x-a": { "__proto__": { "b": 1 } } }'],
  ])("%s: __proto__ is a name like any other", async (name, text) => {
    const document = await documentOf(text, name);
    expect(JSON.stringify(document)).toContain('"x-a":{"__proto__":{"b":1}}');
    expect(({} as { b?: number }).b).toBeUndefined();
  });

  test("the text of a document in one file is handed on as it is, comments and all", async () => {
    const text = `# Keys\n${head}`;
    const source = await load(join(folder({ "a.yaml": text }), "a.yaml"));
    expect(source.bundled).toBe(text);
  });
});

describe("texts made to hurt", () => {
  test.each([
    ["openapi.json", `{ "openapi": "3.1.0", "x-a": ${deep(100_000, "[", "]")} }`],
    [
      "openapi.json",
      `{ "openapi": "3.1.0", "x-a": ${deep(300, '{"a":', "").slice(0, -1)}:1${"}".repeat(300)} }`,
    ],
    ["openapi.yaml", `openapi: 3.1.0\nx-a: ${deep(100_000, "[", "]")}\n`],
    ["openapi.yaml", `openapi: 3.1.0\nx-a: ${deep(300, "[", "]")}\n`],
  ])("%s: too many levels, without a stack overflow", async (name, text) => {
    const problems = await problemsIn(name, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("Nested too deeply: expected at most 256 levels");
    expect(problems[0]).not.toMatch(/^1:1 /);
  });

  test("200 levels are fine", async () => {
    expect(await problemsIn("openapi.yaml", `openapi: 3.1.0\nx-a: ${deep(200, "[", "]")}\n`)).toEqual([]);
    expect(await problemsIn("openapi.json", `{ "openapi": "3.1.0", "x-a": ${deep(200, "[", "]")} }`)).toEqual(
      [],
    );
  });

  test("aliases of aliases of aliases", async () => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `x-${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`,
    );
    const [problem] = await problemsIn("openapi.yaml", `${head}x-0: &l0 [lol]\n${lines.join("\n")}\n`);
    expect(problem).toMatch(
      /^8:\d+ #\/x-5\/\d Up to this alias, aliases stand for \d+ values in all: expected at most 100000/,
    );
  });

  test("aliases that stack up levels", async () => {
    const lines = Array.from(
      { length: 5 },
      (_, i) => `x-${i + 1}: &l${i + 1} ${deep(80, "[", "]").replace("[]", `[*l${i}]`)}`,
    );
    const problems = await problemsIn("openapi.yaml", `${head}x-0: &l0 [lol]\n${lines.join("\n")}\n`);
    expect(problems[0]).toContain("Nested too deeply");
  });
});
