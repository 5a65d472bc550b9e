import colors from "picocolors";
import { generate, type Outcome } from "./generate.ts";
import { nextSteps } from "./next-steps.ts";
import { type Request, takeOrder, UsageError } from "./order.ts";
import { SpecProblems } from "./problem.ts";
import type { ProblemFile } from "./problem-file.ts";
import { listProblems } from "./problem-list.ts";
import { Refusal } from "./workspace/refusal.ts";

/** Makes what the request asks for and says what became of it. Returns the exit code. */
export async function runOnce(request: Request, from: string, problems?: ProblemFile): Promise<number> {
  const order = takeOrder(request, from);
  problems?.begin();
  const outcomes = await generate({ ...order, told: (spec, found) => problems?.add(spec, found) });
  reportOutcomes(outcomes, order.catalogue);
  return outcomes.some((outcome) => outcome.state === "stale") ? 1 : 0;
}

/** Runs an action; what it refuses is said on stderr, without a stack trace. Returns the exit code. */
export async function reportRefusals(action: () => Promise<number>): Promise<number> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof SpecProblems) {
      const count = error.problems.length;
      process.stderr.write(
        `${listProblems(error.problems)}\n${count} problem${count === 1 ? "" : "s"}; nothing was written.\n`,
      );
      return 1;
    }
    if (error instanceof Refusal || isDiskError(error)) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\nRun with --help for the options.\n`);
      return 2;
    }
    throw error;
  }
}

/** A folder without permission, a full disk: its message names the path, and a stack trace adds nothing. */
function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}

/** @param root - Of the workspace they are in, whose package manager has to know of new packages. */
export function reportOutcomes(outcomes: readonly Outcome[], root?: string): void {
  const width = Math.max(...outcomes.map((outcome) => outcome.name.length), 0);
  for (const outcome of outcomes) {
    process.stderr.write(listProblems(outcome.warnings, "warning: "));
    const time = `${Math.round(outcome.milliseconds)} ms`;
    process.stdout.write(
      `${outcome.name.padEnd(width)}  ${COLOURS[outcome.state](outcome.state.padEnd(9))}  ${details(outcome)}${colors.dim(time)}\n`,
    );
    if (outcome.state === "stale") process.stdout.write(staleFiles(outcome));
  }
  if (root !== undefined) process.stdout.write(nextSteps(outcomes, root));
}

const COLOURS = {
  written: colors.green,
  unchanged: colors.dim,
  removed: colors.yellow,
  stale: colors.red,
} as const;

function details(outcome: Outcome): string {
  if (outcome.state !== "written") return "";
  return `${outcome.files.length} file${outcome.files.length === 1 ? "" : "s"}  `;
}

function staleFiles(outcome: Outcome): string {
  const list = outcome.files.map((file) => `  ${file}\n`).join("");
  return `${list}  Generate without --check, and commit the result.\n`;
}
