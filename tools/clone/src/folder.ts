import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killAll } from "./command.ts";

/** What ends a process before its time. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A folder for a while. */
export interface TemporaryFolder {
  readonly folder: string;
  remove(): void;
}

/**
 * Makes a folder that does not outlive this process: where somebody stops that, all commands that it runs end as well,
 * and the folder is gone.
 */
export function openTemporaryFolder(prefix: string): TemporaryFolder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  const remove = (): void => {
    for (const signal of SIGNALS) process.off(signal, leave);
    // What has just been ended may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const leave = (signal: NodeJS.Signals): void => {
    killAll();
    remove();
    // Nobody listens any more, so the process ends as it would have.
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, leave);
  return { folder, remove };
}
