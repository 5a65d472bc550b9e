import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Limits, runNode } from "../child.ts";
import type { Place } from "../place.ts";
import type { Failure } from "../result.ts";

const GENERATOR = resolve(import.meta.dirname, "../../../generator/src/main.ts");
const LIMITS: Limits = { seconds: 300, heapMb: 4096 };

export interface Generated {
  readonly milliseconds: number;
  readonly peakMb: number | undefined;
  /** Number of warnings by rule. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
}

/** What `--report` writes. */
interface Report {
  readonly problems: readonly {
    readonly severity: "error" | "warning";
    readonly rule: string;
    readonly message: string;
    readonly pointer: string;
  }[];
}

/** Makes the package with the command that people use. */
export async function generate(file: string, place: Place): Promise<Generated> {
  const report = join(place.usage, "report.json");
  const args = ["--spec", file, "--out", place.package, "--name", place.packageName, "--report", report];
  const { ok, stderr, ended, milliseconds, peakMb } = await runNode([GENERATOR, ...args], LIMITS);
  const { problems } = existsSync(report)
    ? (JSON.parse(readFileSync(report, "utf8")) as Report)
    : { problems: [] };
  const warnings = new Map<string, number>();
  for (const { rule } of problems.filter(({ severity }) => severity === "warning"))
    warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
  const refused = problems
    .filter(({ severity }) => severity === "error")
    .map(({ pointer, message }): Failure => ({ stage: "generate", pointer, message }));
  // Where the document has no problem, the generator has one, and its words are the failure.
  const broke: Failure = { stage: "generate", message: ended ?? stderr.trim().slice(0, 2000) };
  const failures = refused.length > 0 ? refused : [broke];
  return { milliseconds, peakMb, warnings: Object.fromEntries(warnings), failures: ok ? [] : failures };
}
