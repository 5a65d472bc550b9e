import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Platform } from "./platforms.ts";
import { type Result, SECRET } from "./scenario/check.ts";
import { PRINTED } from "./scenario/secrets.ts";
import type { LocalServer } from "./server.ts";

/** A scenario that has not reported by then hangs. */
const REPORT_MS = 60_000;
/** A script that has not ended this long after its report never will, as far as its author is concerned. */
const END_MS = 3000;
/** What has been printed may take this long to arrive. */
const OUTPUT_MS = 500;

/** Runs the scenario on a platform. */
export async function launch(
  platform: Platform,
  installed: string,
  server: LocalServer,
  bundle: string,
): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-platforms-"));
  try {
    const files = {
      "scenario.js": bundle,
      "package.json": '{"type":"module"}',
      ...platform.files(server.origin),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const report = server.reportOf(platform.name);
    const { file, args, env } = platform.command({ installed, origin: server.origin, folder });
    const child = spawn(file, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return await follow(child, report, platform);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function follow(
  child: ChildProcess,
  report: Promise<readonly Result[]>,
  platform: Platform,
): Promise<readonly Result[]> {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  const exited = once(child, "exit").catch((error: unknown) => [String(error)]);
  try {
    const results = await Promise.race([
      report,
      exited.then(() => wait(OUTPUT_MS)),
      wait(REPORT_MS, undefined, { ref: false }),
    ]);
    if (!results) throw new Error(`no report. ${output.trim().split("\n").slice(-5).join(" | ")}`);
    const end = await Promise.race([
      exited,
      wait(platform.runsScripts ? END_MS : OUTPUT_MS, undefined, { ref: false }),
    ]);
    const judged = results.map((result) =>
      result.name === "printing shows no key" ? judge(result, output) : result,
    );
    return platform.runsScripts ? [...judged, endResult(end)] : judged;
  } finally {
    // Asked first: a browser that is killed leaves processes behind that go on writing.
    if (child.exitCode === null && child.signalCode === null) child.kill();
    if (!(await Promise.race([exited, wait(END_MS, undefined, { ref: false })]))) child.kill("SIGKILL");
    await exited;
  }
}

/** What the platform has made of what was printed. */
function judge(result: Result, output: string): Result {
  if (result.problem !== undefined) return result;
  if (!output.includes(PRINTED)) return { ...result, problem: "nothing was printed" };
  if (!output.includes(SECRET)) return result;
  const line = output.split("\n").find((one) => one.includes(SECRET));
  return { ...result, problem: `printed: ${line?.trim()}` };
}

function endResult(end: unknown[] | undefined): Result {
  const name = "script ends by itself";
  if (!end) return { name, problem: `still running ${END_MS} ms after its last call` };
  const [code] = end;
  return code === 0 ? { name } : { name, problem: `ended with ${String(code)}` };
}
