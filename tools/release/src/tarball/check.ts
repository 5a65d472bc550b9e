import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import {
  contents,
  dependencies,
  documents,
  type Expectation,
  identity,
  type Rule,
  sources,
} from "./rules.ts";
import type { Tarball } from "./tarball.ts";

/** Something that is wrong with a tarball. */
export interface Fault {
  /** Name of the package. */
  readonly name: string;
  readonly rule: string;
  readonly message: string;
}

/** Every rule a tarball is held to, by name. */
export const RULES = {
  identity,
  dependencies,
  documents,
  sources,
  contents,
  publint: entries,
  types,
} as const satisfies Record<string, Rule>;

/** Everything that is wrong with a tarball: empty means it may be published. */
export async function checkTarball(tarball: Tarball, expected: Expectation): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const [rule, says] of Object.entries(RULES))
    for await (const message of says(tarball, expected)) faults.push({ name: expected.name, rule, message });
  return faults;
}

/** Entry points exist and are of the format they say: publint, with its suggestions taken as orders. */
async function* entries({ bytes }: Tarball): AsyncGenerator<string> {
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  for (const message of messages) yield formatMessage(message, pkg, { color: false }) ?? message.code;
}

/** Every entry point has types that TypeScript finds and that fit its JavaScript. */
async function* types({ bytes, manifest }: Tarball): AsyncGenerator<string> {
  const entryPoints = Object.keys((manifest.exports ?? {}) as object);
  const result = await checkPackage(createPackageFromTarballData(bytes), {
    // Data has no types.
    excludeEntrypoints: entryPoints.filter((path) => /\.(?:ya?ml|json)$/u.test(path)),
  });
  if (!result.types) yield "TypeScript finds no types in it";
  else for (const problem of result.problems) if (!ofOldResolution(problem)) yield typeProblem(problem);
}

/** An ES module without a CommonJS twin cannot be resolved the way Node.js 10 did, nor required without Node.js 20.19. */
function ofOldResolution(problem: Problem): boolean {
  if (problem.kind === "CJSResolvesToESM") return true;
  return "resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind);
}

function typeProblem(problem: Problem): string {
  const where =
    "entrypoint" in problem
      ? `${problem.entrypoint} (${problem.resolutionKind})`
      : "fileName" in problem
        ? problem.fileName.replace(/^\/node_modules\//u, "")
        : JSON.stringify(problem);
  return `${where}: ${problem.kind}`;
}
