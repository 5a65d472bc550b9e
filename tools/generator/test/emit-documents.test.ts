import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { check } from "../src/check/index.ts";
import { emitWhole } from "./emit-whole.ts";
import type { GeneratedFile } from "../src/emit/target.ts";
import { load } from "../src/load/index.ts";
import { read } from "../src/read/index.ts";
import { standalone } from "./emit-api.ts";
import { compile } from "./emit-compile.ts";
import { folder } from "./fixtures/load/folder.ts";

/*
 * Whole packages of documents that few people write and that are valid all the same, or that many write although they are
 * not quite: all of them compile, under strict settings.
 */

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const done = 'responses: { "204": { description: Done. } }';
const key = "schemas: { Key: { type: object, properties: { id: { type: string } } } }";

/** The package of a document, given what follows its first lines. */
async function packageOf(text: string): Promise<readonly GeneratedFile[]> {
  const head =
    "openapi: 3.1.1\ninfo: { title: Odd, version: '1' }\nservers: [{ url: https://odd.example }]\n";
  const source = await load(join(folder({ "odd.yaml": head + text }), "odd.yaml"));
  check(source);
  return [...emitWhole(source, read(source, "odd"), standalone)];
}

/** Names of the operations' functions. */
function operationsOf(files: readonly GeneratedFile[]): readonly string[] {
  const text = files.find(({ path }) => path === "src/operations.ts")?.text ?? "";
  return [...text.matchAll(/^export const (\S+) =/gm)].map(([, name = ""]) => name);
}

test.each([
  ["no path", "paths: {}", []],
  ["components alone", `components: { ${key} }`, []],
  ["webhooks alone", `webhooks: { made: { post: { ${done} } } }\ncomponents: { ${key} }`, []],
  ["no answer described", "paths: { /a: { get: { operationId: look } } }", ["look"]],
  [
    "TRACE",
    `paths: { /a: { trace: { operationId: follow, ${done} }, get: { operationId: look, ${done} } } }`,
    ["look"],
  ],
  [
    "a body that fetch would not send",
    `paths: { /a: { get: { operationId: look, requestBody: { required: true, content: { application/json: {} } }, ${done} } } }`,
    ["look"],
  ],
  [
    "a placeholder twice",
    `paths: { "/{a}/{a}": { get: { operationId: look, parameters: [{ name: a, in: path, required: true, schema: {} }], ${done} } } }`,
    ["look"],
  ],
  [
    "paths told apart by what is behind them",
    `paths: { "/#Action=A": { get: { ${done} } }, "/#Action=B": { get: { ${done} } }, "/?c=d": { get: { ${done} } } }`,
    ["getActionA", "getActionB", "getCD"],
  ],
  [
    "paths that only differ in names",
    ["id", "name"]
      .map(
        (name) =>
          `"/a/{${name}}": { get: { parameters: [{ name: ${name}, in: path, required: true, schema: {} }], ${done} } }`,
      )
      .reduce((one, other) => `paths: { ${one}, ${other} }`),
    ["getAById", "getAByName"],
  ],
  [
    "a path item behind a reference, with a parameter and a server beside it",
    `paths: { "/{a}": { $ref: "#/components/pathItems/A", parameters: [{ name: a, in: path, required: true, schema: {} }], servers: [{ url: https://a.example }] } }\ncomponents: { pathItems: { A: { get: { operationId: look, ${done} } } } }`,
    ["look"],
  ],
  [
    "one path item at two paths",
    `paths: { /a: { get: { operationId: look, ${done} } }, /b: { $ref: "#/paths/~1a" } }`,
    ["look", "look2"],
  ],
])("%s", async (_, text, operations) => {
  const files = await packageOf(text);
  expect(operationsOf(files)).toEqual(operations);
  expect(compile(files)).toEqual([]);
});

test("a package without operations explains no calls", async () => {
  const files = await packageOf(`webhooks: { made: { post: { ${done} } } }`);
  const readme = files.find(({ path }) => path === "README.md")?.text ?? "";
  expect(readme.match(/^## .*/gm)).toEqual(["## Install", "## Webhooks", "## Where it comes from"]);
});
