import type { Drift } from "../drift.ts";
import { judgeForms } from "../judge/forms.ts";
import { judgeSightings } from "../judge/unseen.ts";
import { type Place, placeOf } from "../place.ts";
import type { Result, Verdict } from "../run/result.ts";
import type { Run } from "../run/run.ts";

/** A run as data: what `--json` prints, and what the table is made from. Without secrets. */
export interface Report {
  readonly provider: string;
  readonly document: string;
  /** Address that was called. */
  readonly server: string;
  /** Whether `--allow-writes` was given. */
  readonly writes: boolean;
  readonly requests: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** As the process ends: 0 no drift, 1 drift, 3 no drift was seen, but something was not verified. */
  readonly exitCode: 0 | 1 | 3;
  readonly checks: readonly ReportedCheck[];
  /** On the document as a whole. */
  readonly notes: readonly ReportedDrift[];
  /** What was made and could not be deleted. */
  readonly leftBehind: readonly string[];
}

export interface ReportedCheck {
  readonly operation: string;
  readonly check: string;
  readonly method: string;
  readonly path: string;
  /** Values of arguments that are secret, or that came from answers, are left out. */
  readonly arguments: readonly { readonly name: string; readonly value?: unknown; readonly from: string }[];
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly requests: number;
  readonly callers?: string;
  readonly drifts: readonly ReportedDrift[];
}

export interface ReportedDrift extends Drift {
  readonly place: Place;
}

export interface Facts {
  readonly server: string;
  readonly writes: boolean;
  readonly leftBehind: readonly string[];
}

export function createReport(run: Run, results: readonly Result[], facts: Facts): Report {
  const counts = { same: 0, drift: 0, unverified: 0, skipped: 0 };
  for (const { verdict } of results) counts[verdict] += 1;
  const { source, name } = run.provider;
  const reported = (drift: Drift): ReportedDrift => ({ ...drift, place: placeOf(source, drift) });
  const report: Report = {
    provider: name,
    document: source.file,
    server: facts.server,
    writes: facts.writes,
    requests: run.wire.sent,
    counts,
    exitCode: exitCodeOf(counts, facts.leftBehind),
    checks: results.map((result) => reportedCheck(run, result, reported)),
    notes: [...judgeSightings(run.judge), ...judgeForms(run.judge, run.provider.api.operations)].map(
      reported,
    ),
    leftBehind: facts.leftBehind,
  };
  return run.secrets.cleanData(report);
}

function exitCodeOf({ same, drift, unverified }: Report["counts"], leftBehind: readonly string[]): 0 | 1 | 3 {
  if (drift > 0) return 1;
  return unverified > 0 || same === 0 || leftBehind.length > 0 ? 3 : 0;
}

function reportedCheck(
  { secrets }: Run,
  result: Result,
  reported: (drift: Drift) => ReportedDrift,
): ReportedCheck {
  const { operation, args = new Map(), milliseconds, drifts, ...rest } = result;
  const isSecret = (name: string): boolean =>
    secrets.hides(name) ||
    operation.parameters.some((parameter) => parameter.argument === name && parameter.sensitive);
  return {
    ...rest,
    operation: operation.id,
    method: operation.method,
    path: operation.path,
    arguments: [...args].map(([name, { value, from, answered }]) =>
      answered === true ? { name, from } : { name, from, value: isSecret(name) ? "[redacted]" : value },
    ),
    ...(milliseconds !== undefined && { milliseconds: Math.round(milliseconds) }),
    drifts: drifts.map(reported),
  };
}
