import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { TypeChange } from "../../verdict/finding.ts";
import type { TypedState } from "../walk.ts";

/** What the process of the compiler is asked. */
export interface Question {
  readonly before: TypedState;
  readonly after: TypedState;
}

/** What it answers, to the question of that number. */
export type Answer = { readonly number: number } & (
  | { readonly changes: readonly TypeChange[] }
  | { readonly failure: string }
);

interface Pending {
  resolve(changes: readonly TypeChange[]): void;
  reject(reason: Error): void;
}

/** The process, while there is one, and the questions it has not answered. */
let asked: { readonly child: ChildProcess; readonly pending: Map<number, Pending> } | undefined;
let count = 0;

/**
 * Asks the compiler in a process of its own, one for all questions: its API answers while everything else waits, and
 * what it writes to standard error when it is closed is for nobody. The process ends with ours, and does not keep ours.
 */
export function askCompiler(question: Question): Promise<readonly TypeChange[]> {
  asked ??= begin();
  const { child, pending } = asked;
  const number = ++count;
  return new Promise((resolve, reject) => {
    pending.set(number, { resolve, reject });
    hold(child, true);
    child.send({ number, ...question }, (error) => {
      if (!error) return;
      pending.delete(number);
      reject(error);
    });
  });
}

function begin(): NonNullable<typeof asked> {
  const child = fork(join(import.meta.dirname, "answer.ts"), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  const pending = new Map<number, Pending>();
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4000)));
  child.on("message", (answer: Answer) => {
    const found = pending.get(answer.number);
    pending.delete(answer.number);
    if (pending.size === 0) hold(child, false);
    if ("changes" in answer) found?.resolve(answer.changes);
    else found?.reject(new Error(answer.failure));
  });
  const end = (why: string): void => {
    asked = undefined;
    for (const { reject } of pending.values())
      reject(new Error(`The compiler's process ended before it answered (${why}).\n${said}`));
    pending.clear();
  };
  child.on("error", ({ message }) => end(message));
  child.on("exit", (code, signal) => end(String(signal ?? code)));
  return { child, pending };
}

/** Whether our process waits for the other one. */
function hold(child: ChildProcess, isWaiting: boolean): void {
  const handles = [child, child.channel, child.stderr as unknown] as readonly (
    | { ref?(): void; unref?(): void }
    | undefined
  )[];
  for (const handle of handles)
    if (isWaiting) handle?.ref?.();
    else handle?.unref?.();
}
