import Table from "cli-table3";
import colors from "picocolors";
import type { Difference } from "../compared.ts";
import type { Level } from "../verdict/level.ts";
import { oneLine, placeText, several, typesIn } from "./words.ts";
import { shareWidth, wrap } from "./wrap.ts";

const HEAD = ["operation", "what changed", "wire", "type", "bump", "place"];
/** A border between columns, and a blank on either side of each. */
const BORDER = 3;

const COLOURS: Readonly<Record<Level, (text: string) => string>> = {
  none: colors.dim,
  patch: (text) => text,
  minor: colors.yellow,
  major: colors.red,
};

/**
 * One row per difference, and under it its types before and after.
 *
 * @param columns - Of the terminal; undefined: as wide as it gets.
 */
export function formatTable(differences: readonly Difference[], columns: number | undefined): string {
  const rows = differences.map(cells);
  const natural = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => longestLine(row[column] ?? ""))),
  );
  const room = columns === undefined ? Infinity : columns - BORDER * HEAD.length - 1;
  const widths = shareWidth(natural, room);
  const plain = !colors.isColorSupported;
  const table = new Table({
    head: HEAD.map((title, column) => wrap(title, widths[column] ?? 1)),
    style: { head: plain ? [] : ["bold"], border: plain ? [] : ["dim"] },
    colWidths: widths.map((width) => width + 2),
  });
  const inside = widths.reduce((sum, width) => sum + width, 0) + BORDER * (widths.length - 1);
  for (const [index, difference] of differences.entries()) {
    table.push(
      (rows[index] ?? []).map((text, column) =>
        coloured(wrap(text, widths[column] ?? 1), column, difference),
      ),
    );
    const details = detailsOf(difference);
    if (details !== "") table.push([{ colSpan: HEAD.length, content: wrap(details, inside) }]);
  }
  return table.toString();
}

function cells({ operations, what, wire, type, bump, location }: Difference): readonly string[] {
  return [
    operations.length === 0 ? "–" : lines(operations),
    oneLine(what),
    wire === undefined ? "–" : `${wire.level}\n${wire.rule}`,
    type === undefined ? "–" : `${type.level}\n${type.rule}`,
    bump,
    location === undefined ? "–" : placeText(location),
  ];
}

function lines(operations: readonly string[]): string {
  const { shown, more } = several(operations);
  return [...shown.map(oneLine), ...more].join("\n");
}

function coloured(text: string, column: number, { wire, type, level }: Difference): string {
  const verdict = [undefined, undefined, wire?.level, type?.level, level][column];
  if (verdict === undefined) return text;
  // Line by line: a colour that goes over the end of a line colours the border too.
  return text.split("\n").map(COLOURS[verdict]).join("\n");
}

/** Of a type: a table is for a glance. */
const LINES = 12;

/** Under the row: types before and after, and who said that it may be less. */
function detailsOf(difference: Difference): string {
  const { before, after } = typesIn(difference.type ?? {}, LINES);
  return [
    ...(before === undefined ? [] : marked("-", before)),
    ...(after === undefined ? [] : marked("+", after)),
    ...difference.waivers.map(
      ({ rule, bump, reason }) => `waived: ${rule} counts as ${bump}: ${oneLine(reason)}`,
    ),
  ].join("\n");
}

function marked(mark: string, text: string): readonly string[] {
  return text.split("\n").map((line) => `${mark} ${line}`);
}

function longestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length));
}
