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

/**
 * Compiles the sources of many packages in one run of a compiler, each together with programs that use it.
 *
 * @param packages - Sources and their programs, by name of the package.
 * @param compiler - Package folder of the compiler.
 * @returns Messages by package and program, `base/uses`; a program without any has compiled.
 */
export async function compileAll(
  packages: ReadonlyMap<string, Programs>,
  compiler = join(WORKSPACE, "node_modules/typescript"),
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
    writeFileSync(
      join(root, "globals.d.ts"),
      "declare const process: { env: Record<string, string | undefined> };\ndeclare const console: { log(...all: unknown[]): void };\n",
    );
    writeFileSync(
      join(root, "tsconfig.json"),
      JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["**/*.ts"], exclude: ["node_modules"] }),
    );
    return messagesByProgram(await run(root, compiler));
  } finally {
    rmSync(root, { recursive: true });
  }
}

function run(root: string, compiler: string): Promise<string> {
  // Types of one package are better known to one checker than to each of four.
  const flags = ["--checkers", "2"];
  const child = spawn(
    process.execPath,
    [join(compiler, "bin/tsc"), "-p", root, "--pretty", "false", ...flags],
    { cwd: root },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", () => done(output));
  });
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
