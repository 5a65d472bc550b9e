import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A step of a job, as far as it is tested. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job of a workflow. */
export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** A workflow of GitHub Actions. */
export interface Workflow {
  readonly file: string;
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** All workflows of a repository, by file name. */
export function readWorkflows(root: string): readonly Workflow[] {
  const folder = join(root, ".github/workflows");
  return globSync("*.{yml,yaml}", { cwd: folder })
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const { on, permissions, concurrency, jobs } = parse(text) as Workflow;
      return { file, text, on, permissions, concurrency, jobs };
    });
}

/** The steps of all jobs. */
export function stepsOf({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

/** What the steps with this action are given. */
export function inputsOf(
  steps: readonly Step[],
  action: string,
): readonly Readonly<Record<string, unknown>>[] {
  return steps.filter(({ uses }) => uses?.startsWith(`${action}@`)).map((step) => step.with ?? {});
}

/** Every command line: `run`, and the scripts that an action is given. */
export function commandsOf(steps: readonly Step[]): readonly string[] {
  return steps
    .flatMap((step) => [step.run, step.with?.["script"]])
    .filter((line): line is string => typeof line === "string");
}
