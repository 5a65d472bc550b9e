import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@keysmith/clone";

/** A task of a run, as turbo's summary has it. */
export interface Task {
  /** `@keysmith/occam#test`. */
  readonly taskId: string;
  readonly hash: string;
  readonly command: string;
  readonly cache: { readonly status: "HIT" | "MISS"; readonly source?: "LOCAL" | "REMOTE" };
  /** `cache`: false where turbo.json says that it must run each time, as what asks git does. */
  readonly resolvedTaskDefinition: { readonly cache: boolean };
}

export interface TurboRun {
  /** Without the tasks of packages that have no such script. */
  readonly tasks: readonly Task[];
  readonly milliseconds: number;
}

/**
 * Runs turbo in a clone.
 *
 * @param args - Tasks and options, as after `turbo run`.
 * @throws Error with the end of what turbo said, when a task fails.
 */
export async function turboRun(
  clone: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<TurboRun> {
  rmSync(join(clone, ".turbo/runs"), { recursive: true, force: true });
  const command = ["pnpm", "--silent", "turbo", "run", "--summarize", "--output-logs=errors-only", ...args];
  const { milliseconds, stdout } = await run(clone, command, environment, 1800);
  const [summary] = globSync(".turbo/runs/*.json", { cwd: clone });
  if (summary === undefined) throw new Error(`turbo left no summary of its run:\n${stdout}`);
  return { tasks: tasksIn(readFileSync(join(clone, summary), "utf8")), milliseconds };
}

/** The tasks that turbo would run, and runs not. The lockfile may say what nobody has installed. */
export async function turboPlan(
  clone: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<readonly Task[]> {
  const turbo = [join(clone, "node_modules/.bin/turbo"), "--no-update-notifier", "run", "--dry=json"];
  const quiet = { TURBO_TELEMETRY_DISABLED: "1" };
  return tasksIn((await run(clone, [...turbo, ...args], { ...quiet, ...environment })).stdout);
}

function tasksIn(summary: string): Task[] {
  const { tasks } = JSON.parse(summary) as { tasks: readonly Task[] };
  return tasks.filter(({ command }) => command !== "<NONEXISTENT>");
}
