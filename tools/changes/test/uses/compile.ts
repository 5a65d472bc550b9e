import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const WORKSPACE = resolve(import.meta.dirname, "../../../..");

/** As strict as users may be. */
const COMPILER_OPTIONS = {
  target: "ES2022",
  lib: ["ES2024", "ESNext.Disposable", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  types: [],
  module: "NodeNext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Files by path, by the name of the program they make up. */
export type Programs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How many packages are compiled in one run: all at once would need gigabytes. */
const AT_ONCE = 24;

/**
 * Compiles the sources of many packages, each together with programs that use it, in few runs of the compiler.
 *
 * @param packages - Sources and their programs, by name of the package.
 * @param signal - Ends it; no process is left behind.
 * @returns Messages by package and program, `base/uses`; a program without any has compiled.
 */
export async function compileAll(
  packages: ReadonlyMap<string, Programs>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = [...packages];
  const messages: (readonly [string, readonly string[]])[] = [];
  while (all.length > 0) messages.push(...(await compileSome(all.splice(0, AT_ONCE), signal)));
  return new Map(messages);
}

async function compileSome(
  packages: readonly (readonly [string, Programs])[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const root = mkdtempSync(join(tmpdir(), "keysmith-uses-"));
  try {
    for (const [folder, programs] of packages)
      for (const [program, files] of programs)
        for (const [path, text] of files) {
          const file = join(root, folder, program, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, text);
        }
    mkdirSync(join(root, "node_modules/@keysmith"), { recursive: true });
    for (const name of ["runtime", "mock"])
      symlinkSync(join(WORKSPACE, "packages", name), join(root, "node_modules/@keysmith", name));
    writeFileSync(join(root, "package.json"), `{ "type": "module" }`);
    const globals = "declare const process: { env: Record<string, string | undefined> };\n";
    writeFileSync(join(root, "globals.d.ts"), globals);
    writeFileSync(
      join(root, "tsconfig.json"),
      JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["**/*.ts"], exclude: ["node_modules"] }),
    );
    return messagesByProgram(await run(root, signal));
  } finally {
    rmSync(root, { recursive: true });
  }
}

function run(root: string, signal: AbortSignal): Promise<string> {
  const compiler = join(WORKSPACE, "node_modules/typescript/bin/tsc");
  // Each checker makes most of the types again.
  const flags = ["-p", root, "--pretty", "false", "--checkers", "2"];
  // A group of its own: what starts the compiler is not the compiler.
  const child = spawn(process.execPath, [compiler, ...flags], { cwd: root, detached: true });
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
  };
  signal.addEventListener("abort", end);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise<string>((done, fail) => {
    child.on("error", fail);
    child.on("close", () => (signal.aborted ? fail(new Error("The compiler was stopped.")) : done(output)));
  }).finally(() => signal.removeEventListener("abort", end));
}

function messagesByProgram(output: string): ReadonlyMap<string, readonly string[]> {
  const messages = new Map<string, string[]>();
  for (const line of output.split("\n")) {
    if (line.trim() === "" || /^\s/.test(line)) continue;
    const [, folder] = /^([^/(]+\/[^/(]+)\/.*\(\d+,\d+\): error TS/.exec(line) ?? [];
    // What belongs to no program would otherwise be lost.
    if (folder === undefined) throw new Error(`The compiler failed: ${output.slice(0, 2000)}`);
    messages.set(folder, [...(messages.get(folder) ?? []), line]);
  }
  return messages;
}
