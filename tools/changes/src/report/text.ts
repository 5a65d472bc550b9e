import colors from "picocolors";
import type { Written } from "../changeset/write.ts";
import type { Compared } from "../compare.ts";
import { type Comparison, type LostPromise, packageName } from "../compared.ts";
import type { Telling } from "./report.ts";
import { formatTable } from "./table.ts";
import { baseText, conclusion, isTold, lostText, oneLine, UNEXPLAINED } from "./words.ts";

/** For people: a table per package that differs, a line for each, and what was done. */
export function formatText({ comparisons }: Compared, { columns, written, failures }: Telling): string {
  const told = comparisons.filter(({ state }) => state !== "same");
  const parts = [
    ...told.map((one) => formatComparison(one, columns)),
    ...unchangedLines(comparisons),
    ...(written ?? []).map(writtenLine),
    ...(failures?.length === 0
      ? [colors.green("Everything is generated, and recorded as it should be.")]
      : []),
  ];
  return parts.map((part) => `${part}\n`).join("");
}

function formatComparison(comparison: Comparison, columns: number | undefined): string {
  const line = colors.bold(`${packageName(comparison.name)}: ${conclusion(comparison)}`);
  if (!isTold(comparison)) return line;
  const { differences, lost } = comparison;
  const table = differences.length === 0 ? [] : [formatTable(differences, columns)];
  return [...table, ...lost.map(lostLine), line].join("\n");
}

/** A promise of the last release, and what became of it. */
function lostLine(promise: LostPromise): string {
  const where = promise.operation === undefined ? "" : `${oneLine(promise.operation)}, `;
  const fault = promise.unexplained ? `\n  ${UNEXPLAINED}` : "";
  return `${colors.red("no longer holds")}  ${where}${oneLine(lostText(promise))}${fault}`;
}

/** One line for all that have the same base: of a hundred packages most do not differ. */
function unchangedLines(comparisons: readonly Comparison[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { state, name, base } of comparisons) {
    if (state !== "same") continue;
    // Releases differ by their names only.
    const since = base.kind === "release" ? "their releases" : baseText(base);
    names.set(since, [...(names.get(since) ?? []), name]);
  }
  return [...names].map(([since, own]) => colors.dim(`No change since ${since}: ${own.join(", ")}`));
}

function writtenLine({ state, file }: Written): string {
  if (state !== "left") return `${state.padEnd(9)} ${file}`;
  return `${state.padEnd(9)} ${file}: nothing asks for it any more, but it has text or packages of yours. Delete it, or move those into a changeset of their own.`;
}
