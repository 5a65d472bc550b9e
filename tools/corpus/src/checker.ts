import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { environment, type Limits } from "./child.ts";

const PROGRAM = join(import.meta.dirname, "programs/check.ts");

/** Processes that wait for a project. */
const idle: ChildProcess[] = [];

/**
 * Checks a project in a process that keeps what all projects share: for most documents, reading the declarations of the
 * language takes longer than all the rest.
 *
 * @param args - The compiler's module, and the folders whose files are the same for every project; these arguments are, too.
 * @returns What the compiler says, a line per mistake.
 */
export function checkProject(
  config: string,
  args: readonly string[],
  { seconds, heapMb }: Limits,
): Promise<readonly string[]> {
  const child = idle.pop() ?? start(args, heapMb);
  child.ref();
  child.channel?.ref();
  return new Promise((resolve) => {
    const end = (lines: readonly string[]): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(lines);
    };
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    child.once("error", (error) => end([error.message]));
    child.once("exit", (code, signal) => {
      end([`ended by ${signal ?? `exit code ${code}`} (limits: ${seconds} s, ${heapMb} MB)`]);
    });
    child.once("message", (lines: readonly string[]) => {
      // Nobody has to end it: it goes when the channel to this process does.
      child.unref();
      child.channel?.unref();
      idle.push(child);
      end(lines);
    });
    child.send(config);
  });
}

function start(args: readonly string[], heapMb: number): ChildProcess {
  return fork(PROGRAM, args, { execArgv: [`--max-old-space-size=${heapMb}`], env: environment });
}
