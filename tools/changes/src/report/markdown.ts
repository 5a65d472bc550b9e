import type { Compared } from "../compare.ts";
import { type ComparedPackage, type Comparison, type Difference, packageName } from "../compared.ts";
import { misfitLine } from "../weigh.ts";
import { codeBlock, inlineCode, plainText, sentenceText, tableCell } from "./markup.ts";
import {
  conclusion,
  isTold,
  lostText,
  placeText,
  several,
  type Types,
  typesIn,
  UNEXPLAINED,
  verdictText,
} from "./words.ts";

/** First line of a comment: by it a workflow finds the comment it wrote before. */
export const COMMENT_MARKER = "<!-- keysmith changes -->";

/**
 * What changed, as a comment on a pull request. Where that would be longer than GitHub takes, types are left out first,
 * then rows.
 */
export function formatMarkdown(compared: Compared): string {
  for (const size of SIZES) {
    const text = format(compared, size);
    if (text.length <= LONGEST) return text;
  }
  return `${COMMENT_MARKER}\n\n## API changes\n\nToo many for a comment: \`pnpm changes\` shows them.\n`;
}

/** GitHub takes 65,536 characters, and who puts a comment there may add to it. */
const LONGEST = 60_000;

/** How much of each package is told. */
interface Size {
  readonly types: boolean;
  readonly rows: number;
}

const SIZES: readonly Size[] = [
  { types: true, rows: Infinity },
  { types: false, rows: Infinity },
  { types: false, rows: 50 },
  { types: false, rows: 5 },
];

function format({ comparisons, notices, misfits }: Compared, size: Size): string {
  const told = comparisons.filter(({ state }) => state !== "same");
  const same = comparisons.filter(({ state }) => state === "same");
  const parts = [
    COMMENT_MARKER,
    "## API changes",
    ...[...notices, ...misfits.map(misfitLine)].map((notice) => `> [!NOTE]\n> ${sentenceText(notice)}`),
    ...told.map((one) => formatPackage(one, size)),
    ...(told.length === 0 ? ["No package changes for those who use it."] : []),
    ...(told.length > 0 && same.length > 0
      ? [`No change: ${same.map(({ name }) => inlineCode(packageName(name))).join(", ")}.`]
      : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function formatPackage(comparison: Comparison, { types, rows }: Size): string {
  const heading = `### ${inlineCode(packageName(comparison.name))}`;
  const said = conclusion(comparison);
  const sentence = sentenceText(`${said.charAt(0).toUpperCase()}${said.slice(1)}`);
  if (!isTold(comparison)) return `${heading}\n\n${sentence}.`;
  const tables =
    comparison.differences.length === 0
      ? []
      : [table(comparison.differences, rows), ...(types ? details(comparison) : [])];
  return [heading, `${sentence}.`, ...tables, ...lost(comparison, rows)].join("\n\n");
}

function table(differences: readonly Difference[], most: number): string {
  const head = ["operation", "what changed", "wire", "type", "bump", "place"];
  const rows = [head, head.map(() => "---"), ...differences.slice(0, most).map(cells)];
  const text = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  return differences.length <= most ? text : `${text}\n\nAnd ${differences.length - most} more.`;
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
function lost({ lost: promises }: ComparedPackage, most: number): readonly string[] {
  if (promises.length === 0) return [];
  const items = promises.slice(0, most).map((promise) => {
    const where = promise.operation === undefined ? "" : `${inlineCode(promise.operation)}, `;
    return `- ${where}${plainText(lostText(promise))}${promise.unexplained ? ` ${UNEXPLAINED}` : ""}`;
  });
  if (promises.length > most) items.push(`- and ${promises.length - most} more`);
  return [`No longer holds of the last release:\n\n${items.join("\n")}`];
}

/** Of a type. */
const LINES = 40;

/** Types before and after as a block of code; undefined where none changed. */
export function typesBlock(types: Types): string | undefined {
  const { before, after } = typesIn(types, LINES);
  // As declarations: a formatter of Markdown formats code in it, and would join bare types to something else.
  const lines = [
    ...(before === undefined ? [] : [`type Before = ${before};`]),
    ...(after === undefined ? [] : [`type After = ${after};`]),
  ];
  return lines.length === 0 ? undefined : codeBlock(lines.join("\n"));
}
