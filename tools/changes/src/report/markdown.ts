import type { Compared } from "../compare.ts";
import { type ComparedPackage, type Comparison, type Difference, packageName } from "../compared.ts";
import { misfitLine } from "../weigh.ts";
import { codeBlock, inlineCode, plainText, tableCell } from "./markup.ts";
import {
  conclusion,
  isTold,
  lostText,
  placeText,
  several,
  typesIn,
  UNEXPLAINED,
  verdictText,
} from "./words.ts";

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
  if (!isTold(comparison)) return `${heading}\n\n${sentence}.`;
  const tables = comparison.differences.length === 0 ? [] : [table(comparison), ...details(comparison)];
  return [heading, `${sentence}.`, ...tables, ...lost(comparison)].join("\n\n");
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
    operationsCell(operations),
    `${tableCell(plainText(what))}${waived.join("")}`,
    tableCell(plainText(verdictText(wire))),
    tableCell(plainText(verdictText(type))),
    bump,
    location === undefined ? "" : tableCell(inlineCode(placeText(location))),
  ];
}

function operationsCell(operations: readonly string[]): string {
  const { shown, more } = several(operations);
  const lines = shown.map((operation) => tableCell(inlineCode(operation)));
  return lines.concat(more).join("<br>");
}

/** Types are long, and few readers need them: they are folded away. */
function details({ differences }: ComparedPackage): readonly string[] {
  const blocks = differences.flatMap((difference) => {
    const block = typesBlock(difference.type ?? {});
    return block === undefined ? [] : [`${plainText(difference.what)}\n\n${block}`];
  });
  if (blocks.length === 0) return [];
  return [`<details>\n<summary>Types before and after</summary>\n\n${blocks.join("\n\n")}\n\n</details>`];
}

/** What examples and tests of the last release show. */
function lost({ lost: promises }: ComparedPackage): readonly string[] {
  if (promises.length === 0) return [];
  const items = promises.map((promise) => {
    const where = promise.operation === undefined ? "" : `${inlineCode(promise.operation)}, `;
    return `- ${where}${plainText(lostText(promise))}${promise.unexplained ? ` ${UNEXPLAINED}` : ""}`;
  });
  return [`No longer holds of the last release:\n\n${items.join("\n")}`];
}

/** Types before and after as a block of code; undefined where none changed. */
export function typesBlock(types: Parameters<typeof typesIn>[0]): string | undefined {
  const { before, after } = typesIn(types);
  // As declarations: a formatter of Markdown formats code in it, and would join bare types to something else.
  const lines = [
    ...(before === undefined ? [] : [`type Before = ${before};`]),
    ...(after === undefined ? [] : [`type After = ${after};`]),
  ];
  return lines.length === 0 ? undefined : codeBlock(lines.join("\n"));
}
