import { git, run } from "@keysmith/clone";
import { TASKS } from "@keysmith/checks/tasks";
import { compareOutputs } from "./outputs.ts";
import { type Task, type TurboRun, turboRun } from "./turbo.ts";

/** Two clones of one repository, and what both need to share a cache. */
export interface Machines {
  readonly first: string;
  readonly second: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** One command in both clones. */
export interface Step {
  readonly name: string;
  readonly tasks: number;
  /** Of those, how many the second clone got from the server. */
  readonly restored: number;
  readonly firstMs: number;
  readonly secondMs: number;
}

export interface Proof {
  readonly steps: readonly Step[];
  /** The tasks of the second clone. */
  readonly tasks: readonly Task[];
  /** The last line of `pnpm test` in the second clone, which ran no test. */
  readonly tally: string;
  /** How many files the tasks left behind, equal in both clones. */
  readonly files: number;
  /** What is not as it should be, in sentences. */
  readonly problems: readonly string[];
}

/**
 * Generates, builds and tests in the first clone, then in the second: there no task may run, what the tasks made must be
 * there to the byte, nothing else may have changed, and `pnpm test` must count as many tests.
 *
 * @param packages - Only the tests of these; default: of all.
 */
export async function prove(machines: Machines, packages: readonly string[] = []): Promise<Proof> {
  const { first, second, environment } = machines;
  const filters = packages.map((name) => `--filter=${name}`);
  const commands = [["generate"], ["build"], [...TASKS, ...filters]];
  const steps: Step[] = [];
  const problems: string[] = [];
  const seen = new Map<string, Task>();
  const runs: TurboRun[] = [];
  for (const command of commands) runs.push(await turboRun(first, command, environment));
  const tallies = [await tallyOf(first, filters, environment)];
  for (const [index, command] of commands.entries()) {
    const before = runs[index] ?? { tasks: [], milliseconds: Number.NaN };
    const { tasks, milliseconds } = await turboRun(second, command, environment);
    const fresh = tasks.filter(
      ({ taskId, resolvedTaskDefinition }) => resolvedTaskDefinition.cache && !seen.has(taskId),
    );
    for (const task of fresh) seen.set(task.taskId, task);
    problems.push(...fresh.filter((task) => !isRestored(task)).map((task) => explain(task, before.tasks)));
    steps.push({
      name: index === 2 ? "test" : command.join(" "),
      tasks: fresh.length,
      restored: fresh.filter(isRestored).length,
      firstMs: before.milliseconds,
      secondMs: milliseconds,
    });
  }
  tallies.push(await tallyOf(second, filters, environment));
  if (tallies[0] !== tallies[1]) problems.push(`pnpm test says ${tallies.join(" in the first clone, ")}.`);
  for (const clone of [first, second]) {
    const changed = await git(clone, "status", "--porcelain");
    if (changed !== "") problems.push(`The tasks changed files of the repository in ${clone}:\n${changed}`);
  }
  const { files, differences } = compareOutputs(first, second);
  problems.push(...differences);
  return { steps, tasks: [...seen.values()], tally: tallies[1] ?? "", files, problems };
}

export function isRestored({ cache }: Task): boolean {
  return cache.status === "HIT" && cache.source === "REMOTE";
}

function explain({ taskId, hash, cache }: Task, before: readonly Task[]): string {
  const earlier = before.find((task) => task.taskId === taskId)?.hash;
  if (cache.status === "HIT") return `${taskId} came from a local cache: the second clone was not fresh.`;
  return earlier === hash
    ? `${taskId} was run again: the server did not have it.`
    : `${taskId} was run again: its inputs are ${hash} here, and were ${earlier} in the first clone.`;
}

async function tallyOf(
  clone: string,
  filters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const { stdout } = await run(clone, ["pnpm", "--silent", "test", ...filters], environment, 1800);
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}
