import { resolve } from "node:path";
import { type Limits, runNode } from "../child.ts";
import type { Place } from "../place.ts";
import type { Failure } from "../result.ts";

const GENERATOR = resolve(import.meta.dirname, "../../../generator/src/main.ts");
const LIMITS: Limits = { seconds: 300, heapMb: 4096 };

export interface Generated {
  readonly milliseconds: number;
  readonly peakMb: number | undefined;
  readonly warnings: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
}

/** Makes the package with the command that people use. */
export async function generate(file: string, place: Place): Promise<Generated> {
  const args = ["--spec", file, "--out", place.package, "--name", place.packageName];
  const { ok, stderr, ended, milliseconds, peakMb } = await runNode([GENERATOR, ...args], LIMITS);
  const failures = ok ? [] : failuresIn(ended ?? stderr);
  return { milliseconds, peakMb, warnings: warningsIn(stderr), failures };
}

/** `file:line:column  #/pointer  message`, one problem a line. */
const PROBLEM = /^(?!warning: ).*:\d+:\d+ {2}(?<pointer>#\S*) {2}(?<message>.+)$/gm;
const WARNING = /^warning: .*:\d+:\d+ {2}#\S* {2}(?<message>.+)$/gm;

/** Problems of the document; where there are none, the generator broke and its words are the failure. */
function failuresIn(stderr: string): readonly Failure[] {
  const problems = [...stderr.matchAll(PROBLEM)].map(({ groups }): Failure => {
    const { pointer = "", message = "" } = groups ?? {};
    return { stage: "generate", pointer, message };
  });
  return problems.length > 0 ? problems : [{ stage: "generate", message: stderr.trim().slice(0, 2000) }];
}

/** Warnings that differ in nothing but what the document calls things are of one kind. */
function warningsIn(stderr: string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { groups } of stderr.matchAll(WARNING)) {
    const kind = (groups?.["message"] ?? "").replaceAll(/`[^`]*`|"[^"]*"/g, "`…`").replaceAll(/\d+/g, "…");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
