import { type ChildProcess, fork, type ForkOptions } from "node:child_process";

/** The answer to the question of a number. */
export type Answer<Reply> = { readonly number: number } & (
  | { readonly reply: Reply }
  | { readonly failure: string }
);

interface Pending<Reply> {
  resolve(reply: Reply): void;
  reject(reason: Error): void;
}

interface Running<Reply> {
  readonly child: ChildProcess;
  /** The questions it has not answered. */
  readonly pending: Map<number, Pending<Reply>>;
}

/**
 * A process that answers questions, one for all of them: what takes long to load is loaded once, and what it does to its
 * own process is done there. It begins with the first question, ends with ours, and does not keep ours.
 */
export class AskedProcess<Question extends object, Reply> {
  readonly #file: string;
  readonly #name: string;
  readonly #env: ForkOptions["env"];
  #running: Running<Reply> | undefined;
  #count = 0;

  /**
   * @param file - Its module, which calls `answer`.
   * @param name - What errors call it: `The compiler`.
   * @param env - Environment variables besides ours.
   */
  constructor(file: string, name: string, env: ForkOptions["env"] = {}) {
    this.#file = file;
    this.#name = name;
    this.#env = env;
  }

  /** @throws Error where it failed to answer, or ended, with what it said. */
  ask(question: Question): Promise<Reply> {
    const { child, pending } = (this.#running ??= this.#begin());
    const number = ++this.#count;
    return new Promise((resolve, reject) => {
      pending.set(number, { resolve, reject });
      hold(child, true);
      child.send({ number, question }, (error) => {
        if (!error) return;
        pending.delete(number);
        reject(error);
      });
    });
  }

  #begin(): Running<Reply> {
    const child = fork(this.#file, {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      execArgv: [],
      env: { ...process.env, ...this.#env },
    });
    const pending = new Map<number, Pending<Reply>>();
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4000)));
    child.on("message", (answer: Answer<Reply>) => {
      const found = pending.get(answer.number);
      pending.delete(answer.number);
      if (pending.size === 0) hold(child, false);
      if ("reply" in answer) found?.resolve(answer.reply);
      else found?.reject(new Error(answer.failure));
    });
    const end = (why: string): void => {
      this.#running = undefined;
      for (const { reject } of pending.values())
        reject(new Error(`${this.#name}'s process ended before it answered (${why}).\n${said}`));
      pending.clear();
    };
    child.on("error", ({ message }) => end(message));
    child.on("exit", (code, signal) => end(String(signal ?? code)));
    return { child, pending };
  }
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
