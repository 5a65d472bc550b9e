import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../../src/load/index.ts";
import { judgeFile } from "../fixtures/check/judge.ts";
import { folder } from "../fixtures/load/folder.ts";

/** A document consists of files below its folder. Nothing in it makes us read another one, or ask the network. */

const head = "openapi: 3.1.0\ninfo: { title: x, version: '1' }\nservers: [{ url: https://example.com }]\n";
const paths = "paths: { /a: { get: { responses: { '204': { description: d } } } } }\n";

/** The document's folder stands in another one that holds a file nobody may read. */
function documentSaying(rest: string): string {
  const at = folder({
    "secret.yaml": "type: string\nconst: read\n",
    "in/openapi.yaml": head + (rest.includes("paths:") ? "" : paths) + rest,
    "in/sub/key.yaml": "type: string\n",
  });
  symlinkSync("../secret.yaml", join(at, "in/link.yaml"));
  symlinkSync("..", join(at, "in/up"));
  return join(at, "in/openapi.yaml");
}

const errorsIn = async (rest: string): Promise<readonly string[]> =>
  (await judgeFile(documentSaying(rest))).filter((line) => line.startsWith("error"));

const escapes = [
  "../secret.yaml",
  "sub/../../secret.yaml",
  "./../secret.yaml#/const",
  "%2e%2e/secret.yaml",
  "%2E%2E%2Fsecret.yaml",
  "sub/%2e%2e/%2e%2e/secret.yaml",
  "%252e%252e/secret.yaml",
  "..\\secret.yaml",
  "..%5Csecret.yaml",
  "link.yaml",
  "up/secret.yaml",
  "/etc/passwd",
  "%2Fetc%2Fpasswd",
  "C:/secret.yaml",
  "file:///etc/passwd",
  "FILE:///etc/passwd",
  "file%3A///etc/passwd",
  "http://127.0.0.1:1/key.yaml",
  "https://127.0.0.1:1/key.yaml",
  "//127.0.0.1:1/key.yaml",
  "\\\\127.0.0.1\\key.yaml",
  "data:text/yaml,type: string",
  "javascript:evil()",
  "npm:key",
  "key.yaml\0.json",
  "key.yaml%00.json",
  " ../secret.yaml",
  "sub",
  ".",
  "..",
];

describe("refused as a reference, wherever one stands", () => {
  test.each(escapes)("%j", async (target) => {
    const reference = JSON.stringify(target);
    const holders = [
      ["schema", `components: { schemas: { A: { $ref: ${reference} } } }\n`, "#/components/schemas/A/$ref"],
      ["path", `paths: { /a: { $ref: ${reference} } }\n`, "#/paths/~1a/$ref"],
      [
        "answer",
        `components: { responses: { A: { $ref: ${reference} } } }\n`,
        "#/components/responses/A/$ref",
      ],
      [
        "mapping",
        `components: { schemas: { A: { oneOf: [{ type: object }], discriminator: { propertyName: a, mapping: { b: ${JSON.stringify(`${target}#/x`)} } } } } }\n`,
        "#/components/schemas/A/discriminator/mapping/b",
      ],
    ] as const;
    for (const [name, rest, pointer] of holders) {
      const errors = await errorsIn(rest);
      expect(`${name}: ${errors.join("\n")}`).toMatch(/^\w+: error \d:\d+ /);
      expect(errors[0]).toContain(pointer);
      expect(errors.join("\n")).not.toContain("const");
    }
  });

  test.each(["sub/key.yaml", "./sub/key.yaml", "sub/../sub/key.yaml", "sub%2Fkey.yaml"])(
    "%s, below the folder, is read",
    async (target) => {
      expect(await errorsIn(`components: { schemas: { A: { $ref: ${target} } } }\n`)).toEqual([]);
    },
  );
});

test("nor are names of files told that lie outside", async () => {
  const [error] = await errorsIn("components: { schemas: { A: { $ref: up/secrets.yaml } } }\n");
  expect(error).toContain("does not exist");
  expect(error).not.toContain("`secret.yaml`");
});

describe("what looks like a reference and is none", () => {
  test.each([
    [
      "a property called $ref",
      "type: object\n      properties: { $ref: { type: string } }\n      required: [$ref]",
    ],
    ["an example", "examples: [{ $ref: ../secret.yaml }]"],
    ["a default", "default: { $ref: http://127.0.0.1:1/x }"],
    ["a constant", "const: { $ref: file:///etc/passwd }"],
    ["a listed value", "enum: [{ $ref: '#/nowhere' }]"],
    ["an extension", "x-schema: { $ref: ../secret.yaml }"],
  ])("%s is data", async (_name, schema) => {
    const file = documentSaying(`components:\n  schemas:\n    A:\n      ${schema}\n`);
    expect((await judgeFile(file)).filter((line) => line.startsWith("error"))).toEqual([]);
    expect((await load(file)).files).toHaveLength(1);
  });

  test("an external value, a linked operation and addresses of documentation are never followed", async () => {
    const file = documentSaying(
      `externalDocs: { url: file:///etc/passwd }
paths:
  /a:
    get:
      operationId: a
      externalDocs: { url: ../secret.yaml }
      responses:
        "200":
          description: d
          content: { application/json: { schema: { type: string }, examples: { a: { externalValue: ../secret.yaml } } } }
          links: { a: { operationRef: "../secret.yaml#/paths/~1a/get" } }
`,
    );
    expect((await judgeFile(file)).filter((line) => line.startsWith("error"))).toEqual([]);
    expect((await load(file)).files).toEqual([file]);
  });

  test("identifiers and anchors are names within the document: nobody is asked for the rest", async () => {
    const said = await judgeFile(
      documentSaying(
        `components:
  schemas:
    A: { $id: "https://127.0.0.1:1/a", $anchor: here, $schema: "https://127.0.0.1:1/schema", $dynamicRef: "https://127.0.0.1:1/b#x" }
    B: { $ref: "#here" }
    C: { $ref: "https://127.0.0.1:1/a" }
    D: { $ref: "https://127.0.0.1:1/b" }
`,
      ),
    );
    const judged = said.map((line) =>
      line
        .split(" ")
        .filter((_word, index) => index !== 1)
        .slice(0, 2)
        .join(" "),
    );
    expect(judged).toEqual(["error #/components/schemas/B/$ref", "error #/components/schemas/D/$ref"]);
    const [first = "", ...others] = await judgeFile(
      documentSaying(
        `components: { schemas: { A: { $id: "https://127.0.0.1:1/a", $anchor: here, $schema: "https://127.0.0.1:1/s", $dynamicRef: "#x" } } }\n`,
      ),
    );
    expect(
      [first, ...others].map((line) => /^(\w+) \S+ \S+\/(\$\w+) /.exec(line)?.slice(1).join(" ")),
    ).toEqual(["warning $schema", "warning $dynamicRef"]);
  });
});
