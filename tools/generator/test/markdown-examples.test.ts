import { expect, test } from "vitest";
import type { GeneratedFile } from "../src/emit/target.ts";
import { compile } from "./emit-compile.ts";
import { hostile, others, type Package, packageOf, vault } from "./markdown-package.ts";
import { programsOf } from "./markdown-programs.ts";

// A compiler and a dozen packages: quick alone, but not on a machine that is busy with everything else.
const timeout = 60_000;

test(
  "everything a reader can copy compiles",
  async () => {
    const packages = await Promise.all([
      ...[vault, hostile, ...others].map((document) => packageOf(document)),
      ...[vault, ...others].map((document) => packageOf(document, "standalone")),
    ]);
    const readers = packages.map((made) => ({ made, programs: allPrograms(made) }));
    for (const { programs } of readers) expect(programs.length).toBeGreaterThan(10);
    expect(objections(readers)).toEqual([]);
  },
  timeout,
);

test(
  "an example, a signature or an option that does not fit its package is noticed",
  async () => {
    const made = await packageOf(vault);
    const page = (made.pages.get("docs/keys.md") ?? "")
      .replace("vault.makeKey({ locker: 7,", 'vault.makeKey({ locker: "7",')
      .replace("deleteKey(args: DeleteKeyArgs", "deleteKey(args: ListKeysArgs");
    const readme = (made.pages.get("README.md") ?? "").replace("`deadlineMs`,", "`deadline`,");
    const programs = [
      ...programsOf("docs/keys.md", page, made.client),
      ...programsOf("README.md", readme, made.client),
    ];
    expect(objections([{ made, programs }])).toEqual([
      expect.stringContaining("Type 'string' is not assignable to type 'number'"),
      expect.stringContaining("is not assignable to type"),
      expect.stringContaining("Type '\"deadline\"' is not assignable to type"),
    ]);
  },
  timeout,
);

interface Reader {
  readonly made: Package;
  readonly programs: readonly GeneratedFile[];
}

function allPrograms({ pages, client }: Package): readonly GeneratedFile[] {
  return [...pages].flatMap(([path, page]) => programsOf(path, page, client));
}

/** What the compiler has against the programs, each beside the package it uses; all of them in one run. */
function objections(readers: readonly Reader[]): readonly string[] {
  const files = readers.flatMap(({ made, programs }, index) => {
    const sources = made.files.filter(({ path }) => path.startsWith("src/"));
    const examples = programs.map(({ path, text }) => ({ path, text: resolved(text, made.name) }));
    return [...sources, ...examples].map(({ path, text }) => ({
      path: `${made.name}-${index}/${path}`,
      text,
    }));
  });
  // A reader goes on from an example: what it leaves unused is theirs to use.
  return compile([...files, ...platform(files)]).filter(
    (message) => !/is declared but|are unused/.test(message),
  );
}

function resolved(program: string, name: string): string {
  return program
    .replaceAll(`"@keysmith/${name}"`, '"../src/index.ts"')
    .replaceAll(`"@keysmith/${name}/functions"`, '"../src/functions.ts"')
    .replaceAll(`"@keysmith/${name}/mock"`, '"../src/mock.ts"')
    .replaceAll('"package/functions"', '"../src/functions.ts"')
    .replaceAll('"package"', '"../src/index.ts"');
}

/** The little of Node.js that the examples touch. */
function platform(programs: readonly GeneratedFile[]): readonly GeneratedFile[] {
  const variables = programs.flatMap(({ text }) => [
    ...text.matchAll(/process\.env(?:\.(\w+)|\["(.+?)"\])/g),
  ]);
  const names = new Set(variables.map(([, bare, quoted]) => bare ?? quoted));
  const env = [...names].map((name) => `readonly ${JSON.stringify(name)}: string | undefined;`).join(" ");
  return [
    {
      path: "node.d.ts",
      text: [
        `declare const process: { readonly env: { ${env} } };`,
        'declare module "node:fs/promises" { export function readFile(path: string, encoding: "utf8"): Promise<string>; }',
      ].join("\n"),
    },
  ];
}
