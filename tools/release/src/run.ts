import { execFile, spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";

/** Environment variables of a process, as Node.js has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a program runs. */
export interface Place {
  readonly cwd: string;
  readonly environment: Environment;
}

/** What a program printed, and how it ended: 0 is success, -1 that it could not be started. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** pnpm and changesets at the versions this repository pins, whatever repository they are run on. */
const PINNED = resolve(import.meta.dirname, "../../../node_modules/.bin");
/** Windows starts programs of npm packages through a shell only. */
const shell = process.platform === "win32";

/** Runs a program to its end and returns what it printed. Never throws. */
export function ask(program: string, args: readonly string[], { cwd, environment }: Place): Promise<Outcome> {
  return new Promise((done) => {
    const options = { cwd, env: withPinned(environment), shell, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, [...args], options, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code ?? -1);
      done({
        code: Number.isNaN(code) ? -1 : code,
        out: out.trimEnd(),
        err: err.trimEnd() || (error?.message ?? ""),
      });
    });
  });
}

/** Runs a program that talks to the person at the terminal. Returns its exit code. */
export function show(program: string, args: readonly string[], { cwd, environment }: Place): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env: withPinned(environment), shell, stdio: "inherit" });
    child.once("error", fail).once("close", (code) => void done(code ?? 1));
  });
}

function withPinned(environment: Environment): NodeJS.ProcessEnv {
  const name = Object.keys(environment).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return { ...environment, [name]: `${PINNED}${delimiter}${environment[name] ?? ""}` };
}
