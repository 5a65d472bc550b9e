import { execFile } from "node:child_process";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Layout } from "./layout.ts";

/** One thing the compiler refuses in a program. */
export interface Refused {
  readonly program: number;
  /** Line of the program, from 1. */
  readonly line: number;
  /** In one sentence. */
  readonly message: string;
}

/** Milliseconds; it takes about one second. */
const TIMEOUT_MS = 120_000;

/** An expected error that is none any more: what did not compile does now, which is no loss. */
const UNUSED_EXPECTATION = "TS2578";

/**
 * Compiles all programs of a folder in one run.
 *
 * @throws {Error} The compiler failed, or the package itself does not compile.
 */
export async function compilePrograms(layout: Layout): Promise<readonly Refused[]> {
  const said = diagnosticsOf(await compile(layout.folder)).filter(({ code }) => code !== UNUSED_EXPECTATION);
  const refused = said.flatMap(({ path, line, message }) => {
    const program = /^programs\/(\d+)\.ts$/.exec(path)?.[1];
    return program === undefined ? [] : [{ program: Number(program), line, message }];
  });
  const outside = said.find(({ path }) => !path.startsWith("programs/"));
  if (outside !== undefined)
    throw new Error(`the package does not compile: ${outside.path}(${outside.line}): ${outside.message}`);
  return refused.toSorted((one, other) => one.program - other.program || one.line - other.line);
}

interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

const PLACED = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+): (.*)$/;

/** A type that is written out at length says less than its name before it. */
function shortened(message: string): string {
  let text = message;
  for (let longer = ""; text.length > LONG && text !== longer;) {
    longer = text;
    text = text.replaceAll(/\{ (?!… \})[^{}]*\}/g, "{ … }");
  }
  return text;
}

const LONG = 160;

/** The folder is another one each time; readers know the package. */
const INSIDE = /import\("[^"]*\/packages\/(\w[\w-]*)\/src\/(?:index|(\w+))"\)/g;

/** Lines that go on belong to the one before: the last of them is the reason. */
function diagnosticsOf(output: string): readonly Diagnostic[] {
  const found: { path: string; line: number; code: string; message: string }[] = [];
  for (const text of output.split(/\r?\n/)) {
    const [, path = "", line = "0", code, message = ""] = PLACED.exec(text) ?? [];
    const last = found.at(-1);
    if (code !== undefined)
      found.push({ path: path.split(sep).join("/"), line: Number(line), code, message });
    else if (last !== undefined && text.startsWith(" ")) last.message = text.trim();
  }
  return found.map(({ path, line, code, message }) => ({
    path,
    line,
    code,
    message: shortened(inPackage(message)),
  }));
}

function inPackage(message: string): string {
  return message.replaceAll(
    INSIDE,
    (_, name: string, entry?: string) =>
      `import("@keysmith/${name}${entry === undefined ? "" : `/${entry}`}")`,
  );
}

function compile(folder: string): Promise<string> {
  const tsc = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin", "tsc");
  const args = [tsc, "--pretty", "false", "--project", "tsconfig.json"];
  const options = { cwd: folder, maxBuffer: 2 ** 26, timeout: TIMEOUT_MS };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      // Found faults are a status of its own; anything else never got to the point.
      if (error !== null && stdout.trim() === "")
        reject(new Error(`the compiler failed: ${stderr.trim() || error.message}`));
      else resolve(stdout);
    });
  });
}
