import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import colors from "picocolors";
import { type Task, tally, type TestReport } from "./tally.ts";
import { TASKS } from "./tasks.ts";

/**
 * `pnpm test`: everything that can fail, through turbo, so that what did not change since the last run is not run
 * again. The last line says how many checks passed and failed; the exit code is 1 when any failed.
 */

const root = resolve(import.meta.dirname, "../../..");

// A report that is older than this run would be counted as if its tests had run.
for (const report of testReports()) rmSync(report);
const run = runTurbo();
const { passed, failed } = tally(run.tasks, readReports());

for (const task of run.tasks.filter(({ execution }) => execution?.exitCode !== 0)) {
  const why = task.execution ? "failed" : "was not run, something before it failed";
  process.stdout.write(`${colors.red("✗")} ${task.taskId} ${why}\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = run.succeeded && failed === 0 && passed > 0 ? 0 : 1;

function runTurbo(): { tasks: readonly Task[]; succeeded: boolean } {
  const args = ["turbo", "run", ...TASKS, "--continue=dependencies-successful", "--summarize"];
  const before = new Set(summaries());
  const { status } = spawnSync("pnpm", [...args, "--output-logs=new-only", ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const summary = summaries().find((file) => !before.has(file));
  if (summary === undefined)
    throw new Error("turbo left no run summary: it did not get as far as running tasks.");
  const planned = (JSON.parse(readFileSync(summary, "utf8")) as { tasks: readonly Task[] }).tasks;
  rmSync(summary);
  // A package without the script has the task all the same, as a point that others depend on; it ran nothing.
  const tasks = planned.filter((task) => task.command !== "<NONEXISTENT>");
  return { tasks, succeeded: status === 0 };
}

function summaries(): string[] {
  return globSync(".turbo/runs/*.json", { cwd: root }).map((file) => join(root, file));
}

function testReports(): string[] {
  return globSync("{packages,tools}/*/.report/tests.json", { cwd: root }).map((file) => join(root, file));
}

function readReports(): Map<string, TestReport> {
  return new Map(
    testReports().map((file) => {
      const manifest = join(dirname(file), "../package.json");
      const { name } = JSON.parse(readFileSync(manifest, "utf8")) as { name: string };
      return [`${name}#test`, JSON.parse(readFileSync(file, "utf8")) as TestReport];
    }),
  );
}
