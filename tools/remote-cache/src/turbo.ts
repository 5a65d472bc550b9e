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

/** The tasks that turbo would run, and runs not. */
export async function turboPlan(
  clone: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<readonly Task[]> {
  const command = ["pnpm", "--silent", "turbo", "run", "--dry=json", ...args];
  return tasksIn((await run(clone, command, environment)).stdout);
}

function tasksIn(summary: string): Task[] {
  const { tasks } = JSON.parse(summary) as { tasks: readonly Task[] };
  return tasks.filter(({ command }) => command !== "<NONEXISTENT>");
}
