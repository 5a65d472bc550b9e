import { renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../src/load/index.ts";
import { briefly, folder, problemsOf } from "./fixtures/load/folder.ts";

const head = "openapi: 3.1.0\ninfo: { title: Keys, version: 1.0.0 }\n";

async function problemsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const at = folder(files);
  return (await problemsOf(join(at, "openapi.yaml"))).map(
    (problem) => `${problem.file.slice(at.length + 1)}:${briefly(problem)}`,
  );
}

/** A document with one reference. */
const refer = (target: string): Record<string, string> => ({
  "openapi.yaml": `${head}components:\n  schemas:\n    Keys:\n      items:\n        $ref: '${target}'\n`,
  "parts.yaml": "Key: {}\nkeys: [1]\n",
});

describe("references that are refused, at the `$ref`", () => {
  const at = "openapi.yaml:7:9 #/components/schemas/Keys/items/$ref";

  test.each([
    [
      "https://example.com/key.yaml",
      "is a URL: references are read from disk only, so that the same document always gives the same result. Save the file below the document's folder and refer to it by its relative path. The `$id` of a schema is followed within the main file only.",
    ],
    ["file:///etc/passwd", "is a URL: references are read from disk only"],
    ["//example.com/key.yaml", "is a URL: references are read from disk only"],
    [
      "/etc/passwd",
      "is an absolute path, which means another file on every machine. Use a path relative to this file.",
    ],
    ["C:/key.yaml", "is an absolute path"],
    ["parts\\key.yaml", "has a backslash. Separate folders with `/`, which works on every system."],
  ])("%s", async (target, expected) => {
    const problems = await problemsIn(refer(target));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${at} \`${target}\` ${expected}`);
  });

  test.each(["../key.yaml", "a/../../key.yaml", "%2e%2e/key.yaml"])(
    "%s: outside the folder",
    async (target) => {
      const [problem] = await problemsIn(refer(target));
      expect(problem).toMatch(
        /leads out of the folder of .*openapi\.yaml\. References may only reach files below it: move the file there\.$/,
      );
    },
  );

  test("a symbolic link that leads outside; one that stays inside is fine", async () => {
    const path = folder({
      "outside.yaml": "{}\n",
      "in/openapi.yaml": refer("link.yaml")["openapi.yaml"] ?? "",
    });
    symlinkSync(join(path, "outside.yaml"), join(path, "in/link.yaml"));
    const problems = await problemsOf(join(path, "in/openapi.yaml"));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("(It is a symbolic link.)"),
    ]);
    renameSync(join(path, "in/link.yaml"), join(path, "in/old.yaml"));
    writeFileSync(join(path, "in/real.yaml"), "{}\n");
    symlinkSync(join(path, "in/real.yaml"), join(path, "in/link.yaml"));
    expect(await problemsOf(join(path, "in/openapi.yaml"))).toEqual([]);
  });

  test("a document in a folder that is itself a symbolic link is read", async () => {
    const path = folder({
      "real/openapi.yaml": refer("key.yaml")["openapi.yaml"] ?? "",
      "real/key.yaml": "{}\n",
    });
    symlinkSync(join(path, "real"), join(path, "link"));
    expect(await problemsOf(join(path, "link/openapi.yaml"))).toEqual([]);
  });

  test("a file that does not exist", async () => {
    const problems = await problemsIn(refer("part.yaml#/Key"));
    expect(problems).toEqual([
      expect.stringMatching(
        /^openapi.yaml:7:9 .*`part.yaml` does not exist: looked for .*part.yaml. Did you mean `parts.yaml`\?$/,
      ),
    ]);
  });

  test("a bare name, with what was meant", async () => {
    const [problem] = await problemsIn({
      "openapi.yaml": `${head}components: { schemas: { Key: {}, Keys: { items: { $ref: Key } } } }\n`,
    });
    expect(problem).toContain("For the schema of that name write `#/components/schemas/Key`.");
  });

  test.each([
    ["parts.yaml#/Kye", "`parts.yaml#/Kye` leads nowhere: the document has no `Kye`. Did you mean `#/Key`?"],
    [
      "parts.yaml#/Key/type",
      "`parts.yaml#/Key/type` leads nowhere: `#/Key` has no `type`. Add it, or correct the reference.",
    ],
    [
      "parts.yaml#/keys/0/a",
      "`parts.yaml#/keys/0/a` leads nowhere: `#/keys/0` is neither an object nor a list. Add it, or correct the reference.",
    ],
    ["parts.yaml#Key", "`#Key` is neither a JSON pointer nor"],
  ])("%s: nothing there", async (target, expected) => {
    const [problem] = await problemsIn(refer(target));
    expect(problem).toContain(`${at} ${expected}`);
  });

  test("all of them at once, each in the file that holds the reference", async () => {
    const problems = await problemsIn({
      "openapi.yaml": `${head}components: { schemas: { A: { $ref: a.yaml }, B: { $ref: nowhere.yaml }, C: { $ref: broken.yaml } } }\n`,
      "a.yaml": "items:\n  $ref: '#/none'\n",
      "broken.yaml": "a: [\n",
    });
    const places = problems.map((problem) => problem.split(" ").slice(0, 2).join(" "));
    expect(places.toSorted()).toEqual([
      "a.yaml:2:3 #/items/$ref",
      "broken.yaml:2:1 #",
      "openapi.yaml:3:52 #/components/schemas/B/$ref",
    ]);
  });

  test("path items that lead back to themselves", async () => {
    const [problem] = await problemsIn({
      "openapi.yaml": `${head}paths: { /a: { $ref: a.yaml } }\n`,
      "a.yaml": "$ref: a.yaml\n",
    });
    expect(problem).toBe(
      "a.yaml:1:1 #/$ref This path item leads back to itself, so it would never end. Break the circle.",
    );
  });
});

describe("places in a document of several files", () => {
  test("a problem is placed in the file its part came from", async () => {
    const path = folder({
      "openapi.yaml": `${head}paths:\n  /keys:\n    parameters: []\n    $ref: keys.yaml\n`,
      "keys.yaml": "get:\n  responses:\n    '200': { $ref: 'parts.json#/responses/Ok' }\n",
      "parts.json": '{\n  "responses": {\n    "Ok": {\n      "description": 1 } } }',
    });
    const source = await load(join(path, "openapi.yaml"));
    const place = (pointer: string): string => {
      const { file, line, column } = source.problem("warning", pointer, "");
      return `${file.slice(path.length + 1)}:${line}:${column}`;
    };
    expect(place("#/info/version")).toBe("openapi.yaml:2:22");
    expect(place("#/paths/~1keys/get/responses/200")).toBe("keys.yaml:3:5");
    expect(place("#/paths/~1keys/parameters")).toBe("openapi.yaml:5:5");
    expect(place("#/components/responses/Ok/description")).toBe("parts.json:4:7");
    expect(place("#/components/responses/Ok/content")).toBe("parts.json:3:5");
  });

  test.each([
    [
      "YAML",
      "openapi.yaml",
      `${head}paths:\n  "/a":\n    # the list\n    get:\n      tags:\n        - x\n        - &y\n          z\n`,
    ],
    [
      "JSON",
      "openapi.json",
      '{ "openapi": "3.1.0",\n"info": {},\n"paths": {\n  "\\/a": {\n\n    "get": {\n      "tags": [\n        "x",\n\n          "z" ] } } } }',
    ],
  ])("%s: keys, list items, and the nearest thing above what is missing", async (_name, name, text) => {
    const source = await load(join(folder({ [name]: text }), name));
    const place = (pointer: string): string => {
      const { line, column } = source.problem("warning", pointer, "");
      return `${line}:${column}`;
    };
    expect(place("#")).toBe("1:1");
    expect(place("#/paths/~1a")).toBe("4:3");
    expect(place("#/paths/~1a/get")).toBe("6:5");
    expect(place("#/paths/~1a/get/responses")).toBe("6:5");
    expect(place("#/paths/~1a/get/tags/0")).toMatch(/^8:(9|11)$/);
    expect(place("#/paths/~1a/get/tags/1")).toBe("10:11");
  });

  test("the files a document consists of, and no others", async () => {
    const path = folder({
      "openapi.yaml": `${head}components: { schemas: { Key: { $ref: parts/key.yaml } } }\n`,
      "parts/key.yaml": "items: { $ref: ../id.json }\n",
      "id.json": "{}",
      "broken.yaml": "a: [",
    });
    const { files } = await load(join(path, "openapi.yaml"));
    expect(files.map((file) => relative(path, file))).toEqual(["openapi.yaml", "parts/key.yaml", "id.json"]);
  });
});
