import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Program } from "./examples/example.ts";

const WORKSPACE = resolve(import.meta.dirname, "../../../..");

/** A folder in which a package can be compiled and run from its sources, as if it were installed. */
export interface Layout {
  readonly folder: string;
  /** Name of the provider, `automox`. */
  readonly name: string;
  /** Where the mock is that examples and cells are run against: that of the new state, whatever the package. */
  readonly tools: string;
  /** Where a program is, by its number. */
  readonly program: (index: number) => string;
}

/**
 * Lays out a package with its runtime and mock. Node runs no TypeScript below `node_modules`, and does where links from
 * there lead.
 */
export function layOut(
  folder: string,
  { name, files, runtime, mock }: Snapshot,
  tools: string = folder,
): Layout {
  const packages = { [name]: files, runtime, mock };
  for (const [each, sources] of Object.entries(packages)) {
    for (const [path, text] of sources)
      if (/^(?:src\/|package\.json$|openapi\.yaml$)/.test(path))
        write(join(folder, "packages", each, path), path === "package.json" ? fromSources(text) : text);
    link(join(folder, "packages", each), join(folder, "node_modules/@keysmith", each));
  }
  // What they depend on is what the workspace has.
  for (const each of ["runtime", "mock"])
    link(join(WORKSPACE, "packages", each, "node_modules"), join(folder, "packages", each, "node_modules"));
  link(join(WORKSPACE, "tools/changes/node_modules/@types"), join(folder, "node_modules/@types"));
  write(join(folder, "node_modules/vitest/package.json"), '{ "type": "module", "exports": "./index.js" }');
  write(join(folder, "node_modules/vitest/index.js"), VITEST);
  write(join(folder, "node_modules/vitest/index.d.ts"), VITEST_TYPES);
  write(join(folder, "package.json"), '{ "type": "module" }');
  write(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, include: ["programs"] }));
  return { folder, name, tools, program: (index) => join(folder, "programs", `${index}.ts`) };
}

export function writePrograms(layout: Layout, programs: ReadonlyMap<number, Program>): void {
  for (const [index, { text }] of programs) write(layout.program(index), text);
}

/** The entries of a package lead to what they are built from. */
function fromSources(manifest: string): string {
  return manifest.replaceAll(/"\.\/dist\/([\w/-]+)\.(?:d\.ts|js)"/g, '"./src/$1.ts"');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "dir");
}

/** As strict as documentation is compiled in the packages. */
const OPTIONS = {
  target: "ES2022",
  lib: ["ES2024", "DOM", "DOM.Iterable", "DOM.AsyncIterable", "ESNext.Disposable"],
  module: "NodeNext",
  moduleDetection: "force",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What the generated test of the mock takes of vitest: enough to run it as a program. */
const VITEST = `import { deepStrictEqual } from "node:assert/strict";
export const expect = (got) => ({ toEqual: (expected) => deepStrictEqual(got, expected) });
export const pending = [];
export const test = (_, run) => void pending.push(run());
`;
const VITEST_TYPES = `export declare function expect(got: unknown): { toEqual(expected: unknown): void };
export declare const pending: Promise<unknown>[];
export declare function test(name: string, run: () => unknown): void;
`;
