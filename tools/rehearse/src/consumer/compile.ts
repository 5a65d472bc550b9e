import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { attempt } from "@keysmith/clone/command";

/** A version of TypeScript that users have. */
export interface Compiler {
  /** `5.9.3` */
  readonly version: string;
  readonly file: string;
}

/** What a compiler found wrong. */
export interface Diagnostic {
  /** As the compiler names it, from the folder of the project. */
  readonly file: string;
  readonly line: number;
  /** All of it, further lines included. */
  readonly text: string;
}

/** This tool has TypeScript 5.9, the root of the repository 7. */
export function compilers(): readonly Compiler[] {
  return [import.meta.dirname, resolve(import.meta.dirname, "../../../..")].map((folder) => {
    const manifest = createRequire(join(folder, "package.json")).resolve("typescript/package.json");
    const { version } = createRequire(import.meta.url)(manifest) as { readonly version: string };
    return { version, file: resolve(manifest, "../bin/tsc") };
  });
}

/** How people compile who want to be told everything; the declarations of libraries are checked as well. */
const STRICT = {
  target: "ES2022",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  // Those of the language and the browser are TypeScript's own, and the larger part.
  skipDefaultLibCheck: true,
};

/** How people find the files of a package: as Node.js does, or as a bundler does. */
const RESOLUTIONS = {
  nodenext: { module: "NodeNext" },
  bundler: { module: "ESNext", moduleResolution: "Bundler" },
} as const;

export type Resolution = keyof typeof RESOLUTIONS;

/** What to compile: the sources in a folder of a project. */
export interface Compilation {
  readonly project: string;
  /** `src` */
  readonly sources: string;
  readonly resolution: Resolution;
  /** Where JavaScript goes; none is written without it. */
  readonly output?: string;
}

/** Compiles, and returns what the compiler finds wrong; nothing, when it is content. */
export async function compile(
  compiler: Compiler,
  { project, sources, resolution, output }: Compilation,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const config = join(project, `tsconfig.${sources}.${resolution}.${compiler.version}.json`);
  // A bundler reads modules only.
  const include = resolution === "bundler" ? [`${sources}/*.mts`] : [sources];
  const emit = output === undefined ? { noEmit: true } : { outDir: output, rootDir: sources };
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { ...STRICT, ...RESOLUTIONS[resolution], ...emit }, include }),
  );
  const args = [compiler.file, "--project", config, "--pretty", "false"];
  const command = { file: process.execPath, args, cwd: project, env };
  const { stdout, output: printed, exitCode } = await attempt(command, signal);
  const found = parseDiagnostics(stdout);
  if (exitCode !== 0 && found.length === 0)
    throw new Error(`TypeScript ${compiler.version} failed without saying where:\n${printed}`);
  return found;
}

/** Reads `src/occam.mts(12,3): error TS2741: …` and the indented lines that explain it. */
export function parseDiagnostics(text: string): readonly Diagnostic[] {
  const diagnostics: { file: string; line: number; text: string }[] = [];
  for (const line of text.split("\n")) {
    const { file, at, rest } =
      /^(?<file>\S.*?)\((?<at>\d+),\d+\): (?<rest>error .*)/.exec(line)?.groups ?? {};
    const last = diagnostics.at(-1);
    if (file !== undefined) diagnostics.push({ file, line: Number(at), text: rest ?? "" });
    else if (line.startsWith("error ")) diagnostics.push({ file: "", line: 0, text: line });
    else if (last && /^\s+\S/.test(line)) last.text += `\n${line}`;
  }
  return diagnostics;
}
