import type { Compared } from "../compare.ts";
import { type ComparedPackage, type Comparison, type Difference, packageName } from "../compared.ts";
import { misfitLine } from "../weigh.ts";
import { codeBlock, inlineCode, plainText, tableCell } from "./markup.ts";
import { conclusion, placeText, typesOf, verdictText } from "./words.ts";

/** First line of a comment: by it a workflow finds the comment it wrote before. */
export const COMMENT_MARKER = "<!-- keysmith changes -->";

/** What changed, as a comment on a pull request. */
export function formatMarkdown({ comparisons, notices, misfits }: Compared): string {
  const told = comparisons.filter(({ state }) => state !== "same");
  const same = comparisons.filter(({ state }) => state === "same");
  const parts = [
    COMMENT_MARKER,
    "## API changes",
    ...[...notices, ...misfits.map(misfitLine)].map((notice) => `> [!NOTE]\n> ${plainText(notice)}`),
    ...told.map(formatPackage),
    ...(told.length === 0 ? ["No package changes for those who use it."] : []),
    ...(told.length > 0 && same.length > 0
      ? [`No change: ${same.map(({ name }) => inlineCode(packageName(name))).join(", ")}.`]
      : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function formatPackage(comparison: Comparison): string {
  const heading = `### ${inlineCode(packageName(comparison.name))}`;
  const said = conclusion(comparison);
  const sentence = plainText(`${said.charAt(0).toUpperCase()}${said.slice(1)}`);
  if (comparison.state !== "differs" || comparison.differences.length === 0)
    return `${heading}\n\n${sentence}.`;
  return [heading, `${sentence}.`, table(comparison), ...details(comparison)].join("\n\n");
}

function table({ differences }: ComparedPackage): string {
  const head = ["operation", "what changed", "wire", "type", "bump", "place"];
  const rows = [head, head.map(() => "---"), ...differences.map(cells)];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cells(difference: Difference): readonly string[] {
  const { operations, what, wire, type, bump, location, waivers } = difference;
  const waived = waivers.map(
    ({ rule, reason }) => `<br>waived: ${tableCell(inlineCode(rule))}, ${tableCell(plainText(reason))}`,
  );
  return [
    operations.map((operation) => tableCell(inlineCode(operation))).join("<br>"),
    `${tableCell(plainText(what))}${waived.join("")}`,
    tableCell(plainText(verdictText(wire))),
    tableCell(plainText(verdictText(type))),
    bump,
    location === undefined ? "" : tableCell(inlineCode(placeText(location))),
  ];
}

/** Types are long, and few readers need them: they are folded away. */
function details({ differences }: ComparedPackage): readonly string[] {
  const blocks = differences.flatMap((difference) => {
    const block = typesBlock(difference);
    return block === undefined ? [] : [`${plainText(difference.what)}\n\n${block}`];
  });
  if (blocks.length === 0) return [];
  return [`<details>\n<summary>Types before and after</summary>\n\n${blocks.join("\n\n")}\n\n</details>`];
}

/** Types of a difference as a block of code; undefined where none changed. */
export function typesBlock(difference: Difference): string | undefined {
  const { before, after } = typesOf(difference);
  const lines = [
    ...(before === undefined ? [] : ["// before", before]),
    ...(after === undefined ? [] : ["// after", after]),
  ];
  return lines.length === 0 ? undefined : codeBlock(lines.join("\n"));
}
