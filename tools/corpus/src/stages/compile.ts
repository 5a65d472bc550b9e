import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { checkProject } from "../checker.ts";
import { type Limits, runNode } from "../child.ts";
import type { Place } from "../place.ts";
import type { Failure } from "../result.ts";

const LIMITS: Limits = { seconds: 600, heapMb: 6144 };

const ROOT = resolve(import.meta.dirname, "../../../..");

/** This tool has TypeScript 5.9, the root of the repository 7. */
const TYPESCRIPT_5 = manifestOf(import.meta.dirname);
const TYPESCRIPT_7 = manifestOf(ROOT);

/** Files that are the same for every package: those of the language, of the runtime with what it needs, and of the mock. */
const SHARED = [
  dirname(TYPESCRIPT_5),
  join(ROOT, "packages/runtime"),
  join(ROOT, "packages/mock"),
  join(ROOT, "node_modules/.pnpm"),
];

/**
 * How people compile who want to be told everything. Declarations of libraries are checked as well, so those of the
 * package and of the runtime.
 */
const strict = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  module: "NodeNext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: false,
  // Those of the language and the browser are TypeScript's own, and the larger part.
  skipDefaultLibCheck: true,
};

/** Compiles sources and usage together with 5.9. */
export async function compileSources(place: Place): Promise<readonly Failure[]> {
  const paths = { [place.packageName]: ["../package/src/index.ts"] };
  writeConfig(place, "tsconfig.sources.json", { ...strict, noEmit: true, rootDir: "..", paths }, [
    "../package/src",
  ]);
  const compiler = resolve(TYPESCRIPT_5, "../lib/typescript.js");
  const lines = await checkProject(join(place.usage, "tsconfig.sources.json"), [compiler, ...SHARED], LIMITS);
  return lines.map((message) => ({ stage: "tsc 5.9", message }));
}

/** Builds the package as it says itself, with 7. */
export function buildPackage(place: Place): Promise<readonly Failure[]> {
  return compile(join(place.package, "tsconfig.json"));
}

/** Builds the package, and the usage against what came out of it. */
export async function build(place: Place): Promise<readonly Failure[]> {
  const failures = await buildPackage(place);
  if (failures.length > 0) return failures;
  writeConfig(place, "tsconfig.json", { ...strict, rootDir: "." }, []);
  return compile(join(place.usage, "tsconfig.json"));
}

function writeConfig(place: Place, name: string, compilerOptions: object, include: readonly string[]): void {
  writeFileSync(
    join(place.usage, name),
    JSON.stringify({ compilerOptions, include: ["usage.ts", ...include] }),
  );
}

async function compile(config: string): Promise<readonly Failure[]> {
  const { ok, stdout, stderr, ended } = await runNode(
    [resolve(TYPESCRIPT_7, "../bin/tsc"), "--project", config, "--pretty", "false"],
    LIMITS,
  );
  if (ok) return [];
  const lines = (ended ?? (stdout || stderr)).trim().split("\n");
  return lines
    .filter((line) => !line.startsWith(" "))
    .map((message): Failure => ({ stage: "tsc 7", message }));
}

function manifestOf(from: string): string {
  return createRequire(join(from, "package.json")).resolve("typescript/package.json");
}
