import { fork } from "node:child_process";
import { join } from "node:path";
import type { Message, Task } from "./child/task.ts";

const MAIN = join(import.meta.dirname, "child/main.ts");

/** Milliseconds that a process may take; two of them run at a time, on a busy machine. */
const TIMEOUT_MS = 90_000;

/**
 * Has a process of its own do something, and gives what it said. It knows nothing of the environment of this one, and
 * is ended when it takes too long.
 *
 * @throws {Error} It failed, or never came to an end.
 */
export function runChild(task: Task): Promise<readonly Message[]> {
  return new Promise((resolve, reject) => {
    const said: Message[] = [];
    const child = fork(MAIN, [], {
      env: { PATH: process.env["PATH"], NODE_NO_WARNINGS: "1" },
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let complaint = "";
    child.stderr?.on("data", (chunk) => (complaint = `${complaint}${String(chunk)}`.slice(-2000)));
    const timer = setTimeout(() => {
      reject(new Error(`it took longer than ${TIMEOUT_MS / 1000} seconds`));
      child.kill("SIGKILL");
    }, TIMEOUT_MS);
    child.on("message", (message: Message) => said.push(message));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      const last = said.at(-1);
      if (last?.kind === "done") resolve(said);
      else if (last?.kind === "failed") reject(new Error(last.reason));
      else reject(new Error(`its process ended with ${code}: ${complaint.trim().split("\n").at(-1) ?? ""}`));
    });
    child.send(task);
  });
}
