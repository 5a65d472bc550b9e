import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { type Limits, runNode } from "../child.ts";
import type { Place } from "../place.ts";
import type { Failure, Stage } from "../result.ts";

const LIMITS: Limits = { seconds: 600, heapMb: 6144 };

/** The root of the repository has TypeScript 7, this tool 5.9. */
const COMPILERS = {
  "tsc 5.9": compiler(import.meta.dirname),
  "tsc 7": compiler(resolve(import.meta.dirname, "../../../..")),
};

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
  return compile("tsc 5.9", join(place.usage, "tsconfig.sources.json"));
}

/** Builds the package as it says itself with 7, and the usage against what came out of it. */
export async function build(place: Place): Promise<readonly Failure[]> {
  const failures = await compile("tsc 7", join(place.package, "tsconfig.json"));
  if (failures.length > 0) return failures;
  writeConfig(place, "tsconfig.json", { ...strict, rootDir: "." }, []);
  return compile("tsc 7", join(place.usage, "tsconfig.json"));
}

function writeConfig(place: Place, name: string, compilerOptions: object, include: readonly string[]): void {
  writeFileSync(
    join(place.usage, name),
    JSON.stringify({ compilerOptions, include: ["usage.ts", ...include] }),
  );
}

async function compile(stage: keyof typeof COMPILERS & Stage, config: string): Promise<readonly Failure[]> {
  const { ok, stdout, stderr, ended } = await runNode(
    [COMPILERS[stage], "--project", config, "--pretty", "false"],
    LIMITS,
  );
  if (ok) return [];
  const lines = (ended ?? (stdout || stderr)).trim().split("\n");
  return lines.filter((line) => !line.startsWith(" ")).map((message) => ({ stage, message }));
}

function compiler(from: string): string {
  const manifest = createRequire(join(from, "package.json")).resolve("typescript/package.json");
  return resolve(manifest, "../bin/tsc");
}
