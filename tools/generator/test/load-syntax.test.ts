import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { briefly, folder, problemsOf } from "./fixtures/load/folder.ts";

const head = "openapi: 3.1.0\ninfo: { title: Keys, version: 1.0.0 }\n";

async function problemsIn(name: string, text: string | Uint8Array): Promise<string[]> {
  return (await problemsOf(join(folder({ [name]: text }), name))).map(briefly);
}

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
