import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildPackage, documentNamed, fileOf, generate, makePlace } from "@keysmith/corpus";
import { load, read } from "@keysmith/generator";
import ts from "typescript";
import { bundleSize } from "./bundles.ts";
import { type Checked, checkProject } from "./scale/check.ts";
import { type Latency, measureLatency } from "./scale/language-service.ts";
import { type Program, programsOf } from "./scale/programs.ts";

const CALLS = 200;

export interface Scale {
  readonly operations: number;
  /** A program that calls one operation, in bytes after minifying and gzip. */
  readonly bundle: number;
  readonly programs: readonly (Checked & Latency & { readonly name: string })[];
}

/** What it costs to use the package of a large API, GitHub's: to bundle, to check, to type. */
export async function measureScale(rounds: number): Promise<Scale> {
  const file = await fileOf(documentNamed("octokit/api.github.com"));
  const folder = mkdtempSync(join(tmpdir(), "keysmith-bench-"));
  try {
    return await measureUse(file, folder, CALLS, rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same of any document; a package is made of it below the folder. */
export async function measureUse(
  file: string,
  folder: string,
  calls: number,
  rounds: number,
): Promise<Scale> {
  const place = makePlace({ name: "scale" }, folder);
  const { failures } = await generate(file, place);
  const broken = failures.length > 0 ? failures : await buildPackage(place);
  if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join("\n"));
  link("openapi-fetch", join(place.package, "../node_modules/openapi-fetch"));
  const api = read(await load(file), "scale");
  const programs = [];
  for (const program of programsOf(api, place.packageName, calls))
    programs.push({ name: program.name, ...(await measureProgram(program, place.usage, rounds)) });
  const [first] = api.operations;
  const one = `import { createClient, ${first?.name} } from "${place.packageName}"; console.log(createClient, ${first?.name});`;
  return { operations: api.operations.length, bundle: await bundleSize(one, place.usage), programs };
}

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "NodeNext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

async function measureProgram(program: Program, folder: string, rounds: number): Promise<Checked & Latency> {
  const name = program.name.replaceAll(" ", "-");
  const config = join(folder, `${name}.json`);
  const source = join(folder, `${name}.ts`);
  writeFileSync(source, program.text);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [source] }));
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, folder);
  return { ...(await checkProject(config, rounds)), ...measureLatency(source, program, options) };
}

function link(name: string, to: string): void {
  const from = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  symlinkSync(from, to, "junction");
}
