import { format } from "oxfmt";
import type { Contract } from "../contract.ts";
import type { Verdict } from "../finding.ts";
import { COLUMNS, coverageOf, sumOf, type Coverage, type Tally } from "./coverage.ts";
import { JUDGES } from "./judges.ts";
import { mutationPart, mutationText, type Mutation } from "./mutation.ts";

export interface ReportOptions {
  /** What came of the mutants. Default: what the committed report says of them. */
  readonly mutation?: Mutation;
  /** The report as it stands; undefined when there is none. */
  readonly committed?: string | undefined;
}

/**
 * `docs/contract.md` of a package: how much of its document is proven, what cannot be, and what judged it. The same
 * verdicts give the same text.
 */
export async function writeReport(
  { api, cells }: Pick<Contract, "api" | "cells">,
  verdicts: readonly Verdict[],
  { mutation, committed = "" }: ReportOptions = {},
): Promise<string> {
  const coverage = coverageOf(cells, verdicts);
  const parts = [
    `<!-- Written by the contract suite: \`pnpm contract ${api.name} --update\`. -->`,
    `# What is proven of the ${api.typeName} client`,
    `${summary(coverage)} Each cell is a promise of the [document](../openapi.yaml) that this package is made from, checked through the package's public API against a mock of the same document.`,
    table(coverage),
    ...uncheckable(coverage),
    "## What judges it",
    JUDGES,
    mutation === undefined ? mutationPart(committed) : mutationText(mutation),
  ];
  const text = parts.filter((part) => part !== "").join("\n\n");
  // As the repository's own check of formats has it for pages of packages.
  const { code } = await format("contract.md", `${text}\n`, { printWidth: 110, proseWrap: "never" });
  return code;
}

function summary({ all, uncheckable: left }: Coverage): string {
  const said = `${all.checked} of ${all.total} cells are checked`;
  const open = all.total - left.length - all.checked;
  return [
    said,
    ...(left.length > 0 ? [`${left.length} cannot be, for the reasons below`] : []),
    ...(open > 0 ? [`${open} are not`] : []),
  ]
    .join("; ")
    .concat(".");
}

function table(coverage: Coverage): string {
  return [
    row(["Operation", ...COLUMNS]),
    row(["---", ...COLUMNS.map(() => "--:")]),
    ...coverage.rows.map(({ operation, tallies }) =>
      row([`\`${operation}\``, ...COLUMNS.map((column) => share(tallies[column]))]),
    ),
    row(["all", ...COLUMNS.map((column) => share(sumOf(coverage, column)))]),
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Nothing where nothing is promised. */
function share({ checked, total }: Tally): string {
  return total === 0 ? "" : `${checked}/${total}`;
}

function uncheckable({ uncheckable: cells }: Coverage): readonly string[] {
  if (cells.length === 0) return [];
  const rows = cells.map(({ operation, title, reason, pointer }) =>
    row([`\`${operation.name}\``, escaped(title), escaped(reason), `\`${pointer.replaceAll("|", "%7C")}\``]),
  );
  const header = [row(["Operation", "Cell", "Why", "Promised at"]), row(["---", "---", "---", "---"])];
  return ["## What cannot be checked", [...header, ...rows].join("\n")];
}

/** Text of a document within a cell of a table. */
function escaped(text: string): string {
  return text.replaceAll(/[|<>*_[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}
