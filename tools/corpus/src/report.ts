import Table from "cli-table3";
import colors from "picocolors";
import { type Result, type Stage, stages } from "./result.ts";
import { judge, type Verdict } from "./verdict.ts";

const HEAD = ["document", "version", "kB", "operations", "ms", "MB", "warnings", ...stages.slice(1)];

const SHOWN = 6;

/** Prints the table, what needs an explanation, and the count. `true`: nothing failed. */
export function printReport(results: readonly Result[]): boolean {
  const judged = results.map((result) => ({ result, verdict: judge(result) }));
  const table = new Table({
    head: HEAD,
    style: { head: [], border: [], compact: true },
    colAligns: ["left", "left", ...Array.from({ length: 5 }, () => "right" as const)],
  });
  for (const { result, verdict } of judged) table.push(row(result, verdict));
  print(table.toString());
  for (const [kind, count] of sums(results.map(({ warnings }) => warnings)))
    print(`${String(count).padStart(6)} × warning: ${kind}`);
  for (const [work, milliseconds] of sums(results.map(({ spent }) => spent)))
    print(`${rounded(milliseconds / 1000).padStart(6)} s ${work}`);
  for (const wanted of ["explained", "failed"] as const) {
    for (const { result, verdict } of judged.filter((one) => one.verdict.kind === wanted))
      print(`${wanted}: ${result.document.name}${shown(verdict.reasons)}`);
  }
  const count = (wanted: Verdict["kind"]): number =>
    judged.filter(({ verdict }) => verdict.kind === wanted).length;
  print(`${count("passed")} passed, ${count("explained")} explained, ${count("failed")} failed`);
  return count("failed") === 0 && results.length > 0;
}

/** The first ones: one cause often shows many times. All of them are in the file that `--json` writes. */
function shown(reasons: readonly string[]): string {
  const few =
    reasons.length > SHOWN ? [...reasons.slice(0, SHOWN), `and ${reasons.length - SHOWN} more`] : reasons;
  return few.map((reason) => `\n    ${reason}`).join("");
}

function row(result: Result, { kind }: Verdict): string[] {
  const { document, version, bytes, operations, generateMs, peakMb, warnings } = result;
  const total = Object.values(warnings).reduce((sum, count) => sum + count, 0);
  const first = kind === "explained" ? colors.yellow(document.name) : document.name;
  return [
    kind === "failed" ? colors.red(document.name) : first,
    version,
    rounded(bytes / 1000),
    rounded(operations),
    rounded(generateMs),
    rounded(peakMb),
    rounded(total),
    ...stages.slice(1).map((stage) => mark(result, stage)),
  ];
}

function mark({ done, failures, calls }: Result, stage: Stage): string {
  if (done.includes(stage)) return colors.green(stage === "call" ? `✓ ${calls}` : "✓");
  return failures.some((failure) => failure.stage === stage) ? colors.red("✗") : "";
}

function rounded(value: number | undefined): string {
  return value === undefined ? "" : String(Math.round(value));
}

/** The largest first. */
function sums(counts: readonly Readonly<Record<string, number>>[]): readonly (readonly [string, number])[] {
  const total = new Map<string, number>();
  for (const [kind, count] of counts.flatMap((one) => Object.entries(one)))
    total.set(kind, (total.get(kind) ?? 0) + count);
  return [...total].toSorted(([, a], [, b]) => b - a);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
