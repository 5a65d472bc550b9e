import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { literal } from "../src/emit/typescript/literal.ts";
import { printType } from "../src/emit/typescript/type.ts";
import { schemaOf } from "./emit-whole.ts";
import { read } from "../src/read/index.ts";
import { fixture, source } from "./fixtures/read/documents.ts";

const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));

/** Compiles files in a folder of their own; resolves to what the compiler says, nothing when all is well. */
async function compile(files: ReadonlyMap<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "read-equality-"));
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    const settings = { strict: true, noEmit: true, types: [], lib: ["ES2022", "DOM"], module: "NodeNext" };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: settings }));
    await promisify(execFile)(process.execPath, [compiler, "-p", folder]);
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same type, not only types that admit the same values. */
const equal =
  "type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;";

/** Keys of the schemas whose type, as we print it, is not the one openapi-typescript prints. */
async function differences(text: string, print = printType): Promise<readonly string[]> {
  const spec = source(text);
  const { schemas } = read(spec, "types");
  const checks = schemas.map(
    ({ key, name }) => `true satisfies Equal<${name}, components["schemas"][${literal(key)}]>;`,
  );
  const types = schemas.map(({ name, type }) => `type ${name} = ${print(type)};`);
  const head = ['import type { components } from "./schema.js";', equal];
  const files = new Map([
    ["schema.ts", schemaOf(spec.document)],
    ["checks.ts", [...head, ...checks, ...types].join("\n")],
  ]);
  return (await compile(files))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const number = Number(/checks\.ts\((\d+),.*not satisfy/.exec(line)?.[1]);
      return schemas[number - 1 - head.length]?.key ?? line;
    });
}

test(
  "printed types are those of openapi-typescript, whatever a schema says",
  { timeout: 30_000 },
  async () => {
    expect(await differences(fixture("types.yaml"))).toEqual([]);
  },
);

test("a type that differs is found", { timeout: 30_000 }, async () => {
  const text = "components: { schemas: { Text: { type: string }, Flag: { type: boolean } } }";
  expect(await differences(text)).toEqual([]);
  expect(await differences(text, (type) => (type.kind === "boolean" ? "true" : printType(type)))).toEqual([
    "Flag",
  ]);
});
