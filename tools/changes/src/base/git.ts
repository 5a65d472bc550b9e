import { spawn } from "node:child_process";
import { CompareError } from "../refusals.ts";

/** What a git command printed, and how it ended. */
export interface Answer {
  readonly succeeded: boolean;
  readonly output: Buffer;
  /** What it said on stderr, on one line. */
  readonly complaint: string;
}

/**
 * Runs git in a folder.
 *
 * @param input - What it reads.
 * @throws {CompareError} There is no git on this machine.
 */
export function git(folder: string, args: readonly string[], input = ""): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  // In English, since some of it is shown; and without a lock, since a person may be committing meanwhile.
  const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
  const child = spawn("git", ["-c", "core.quotePath=false", ...args], { cwd: folder, env });
  const output: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaint.push(chunk));
  child.once("error", (error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "there is none on PATH: install it" : error.message;
    reject(new CompareError(`What was released is read with git, and ${reason}.`));
  });
  child.once("close", (code) => {
    const said = Buffer.concat(complaint).toString().trim().replaceAll(/\s+/g, " ");
    resolve({ succeeded: code === 0, output: Buffer.concat(output), complaint: said });
  });
  // Git may end before it has read all; how it ended says why.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return promise;
}

/**
 * What a git command printed, as text.
 *
 * @throws {CompareError} When it failed.
 */
export async function ask(folder: string, args: readonly string[], input?: string): Promise<string> {
  const answer = await git(folder, args, input);
  if (!answer.succeeded) throw failed(args, answer);
  return answer.output.toString();
}

export function failed(args: readonly string[], { complaint }: Answer): CompareError {
  return new CompareError(`\`git ${args.slice(0, 2).join(" ")}\` failed: ${complaint}`);
}
