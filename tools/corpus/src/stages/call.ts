import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Limits, runNode } from "../child.ts";
import type { Place } from "../place.ts";
import type { Plan } from "../planned.ts";
import type { Failure, Stage } from "../result.ts";

const LIMITS: Limits = { seconds: 300, heapMb: 4096 };
const PROGRAMS = join(import.meta.dirname, "../programs");

/** What the program that calls prints. */
export interface Exercised {
  readonly imported: boolean;
  readonly calls: number;
  readonly problems: readonly Problem[];
}

export interface Problem {
  /** JSON pointer of the operation that was called. */
  readonly pointer?: string;
  readonly message: string;
}

/** Writes the program that uses the package. Returns the number of operations, or what went wrong. */
export async function planCalls(file: string, place: Place): Promise<number | string> {
  const { ok, stderr, ended } = await runNode(
    [join(PROGRAMS, "plan.ts"), file, place.package, place.packageName, place.usage],
    LIMITS,
  );
  if (!ok) return ended ?? stderr.trim().slice(0, 2000);
  return (JSON.parse(readFileSync(join(place.usage, "plan.json"), "utf8")) as Plan).operations;
}

export interface Called {
  /** Of the two stages, those that went well. */
  readonly done: readonly Stage[];
  readonly calls: number;
  readonly failures: readonly Failure[];
}

/** Imports the built package in a fresh process and calls every operation. */
export async function callAll(place: Place): Promise<Called> {
  const { ok, stdout, stderr, ended } = await runNode([join(PROGRAMS, "exercise.ts"), place.usage], LIMITS);
  if (!ok)
    return {
      done: [],
      calls: 0,
      failures: [{ stage: "import", message: ended ?? stderr.trim().slice(0, 2000) }],
    };
  const { imported, calls, problems } = JSON.parse(stdout) as Exercised;
  const stage = imported ? "call" : "import";
  const failures = problems.map(({ pointer, message }): Failure => {
    return pointer === undefined ? { stage, message } : { stage, message, pointer };
  });
  if (!imported) return { done: [], calls, failures };
  return { done: failures.length === 0 ? ["import", "call"] : ["import"], calls, failures };
}
