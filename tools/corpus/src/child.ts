import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Readable, Writable } from "node:stream";

/** As an address: `--import` takes `C:` for the scheme of one. */
const PEAK = pathToFileURL(join(import.meta.dirname, "programs/peak.ts")).href;

/** What a process may take. */
export interface Limits {
  readonly seconds: number;
  readonly heapMb: number;
}

/** Of all processes: what they say is read, or is shown in a report. */
export const environment: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1" };

export interface Ended {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
  /** Most memory it held at once; absent when it did not end by itself. */
  readonly peakMb: number | undefined;
  /** Why it was ended, if it was. */
  readonly ended: string | undefined;
}

/** Runs a program of Node.js in a process of its own: what hangs, or eats all memory, takes nothing else with it. */
export function runNode(
  args: readonly string[],
  { seconds, heapMb }: Limits,
  further: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const start = performance.now();
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, "--import", PEAK, ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    env: { ...environment, ...further },
  });
  const [stdout, stderr, peak] = [1, 2, 3].map((index) => collect(child.stdio[index]));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const kilobytes = Number(peak?.());
      resolve({
        ok: code === 0,
        stdout: stdout?.() ?? "",
        stderr: stderr?.() ?? "",
        milliseconds: performance.now() - start,
        peakMb: kilobytes > 0 ? kilobytes / 1024 : undefined,
        ended: signal === null ? undefined : `ended by ${signal} (limits: ${seconds} s, ${heapMb} MB)`,
      });
    });
  });
}

function collect(stream: Readable | Writable | null | undefined): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}
