import Table from "cli-table3";
import type { Result } from "./scenario/check.ts";

/** What became of one platform. */
export interface Column {
  readonly platform: string;
  readonly version: string;
  readonly results: readonly Result[];
  /** Checks that cannot hold there, and why. */
  readonly limits: Readonly<Record<string, string>>;
  /** Why it was not run. */
  readonly skipped?: string;
}

type Outcome = "ok" | "failed" | "limit" | "skipped" | "";

/** Prints platform × check, everything that needs an explanation, and the count. `true`: nothing failed. */
export function printReport(columns: readonly Column[], globals: readonly string[]): boolean {
  const checks = [...new Set(columns.flatMap(({ results }) => results.map(({ name }) => name)))];
  const table = new Table({
    head: ["check", ...columns.map(({ platform }) => platform)],
    style: { head: [], border: [], compact: true },
  });
  for (const check of checks) table.push([check, ...columns.map((column) => outcomeOf(column, check))]);
  print(table.toString());
  for (const { platform, version, skipped } of columns)
    print(`${platform}: ${version}${skipped === undefined ? "" : `, skipped: ${skipped}`}`);
  print(`globals of the bundle: ${globals.join(", ")}`);
  const outcomes = columns.flatMap((column) =>
    column.results.map(({ name, problem }) => ({ column, name, problem, outcome: outcomeOf(column, name) })),
  );
  const all = (wanted: Outcome): typeof outcomes => outcomes.filter(({ outcome }) => outcome === wanted);
  for (const { column, name, problem } of all("limit"))
    print(`limit: ${column.platform}, ${name}: ${column.limits[name]}; ${problem}`);
  for (const { column, name, problem } of all("failed"))
    print(`failed: ${column.platform}, ${name}: ${problem}`);
  const skipped = columns.filter((column) => column.skipped !== undefined).length;
  const missing = skipped > 0 ? `, ${skipped} platforms skipped` : "";
  const [passed, failed] = [all("ok").length, all("failed").length];
  print(`${passed} passed, ${failed} failed${missing}`);
  return failed === 0 && passed > 0;
}

function outcomeOf({ results, limits, skipped }: Column, check: string): Outcome {
  if (skipped !== undefined) return "skipped";
  const result = results.find(({ name }) => name === check);
  if (!result) return "";
  if (result.problem === undefined) return "ok";
  return limits[check] === undefined ? "failed" : "limit";
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
