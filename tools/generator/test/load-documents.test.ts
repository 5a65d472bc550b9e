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
