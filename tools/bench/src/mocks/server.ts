import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Kind, Serving } from "./serve.ts";

const SERVE = join(import.meta.dirname, "serve.ts");

/** Mocks in a process of their own. */
export interface Server extends Serving, AsyncDisposable {}

/** Serves documents and waits until all of them listen. Throws when the process ends before, with what it said. */
export async function serve(kind: Kind, documents: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, [SERVE, kind, ...documents], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const lines = createInterface(child.stdout);
  const [line]: string[] = await Promise.race([once(lines, "line"), ended.then(() => [])]);
  if (line === undefined) throw new Error(`The server of ${documents.join(", ")} ended before it listened.`);
  const serving: Serving = JSON.parse(line);
  return {
    ...serving,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}
