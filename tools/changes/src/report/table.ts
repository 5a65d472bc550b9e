import Table from "cli-table3";
import colors from "picocolors";
import type { Difference } from "../compared.ts";
import type { Verdict } from "../verdict/finding.ts";
import type { Level } from "../verdict/level.ts";
import { oneLine, placeText, several, typesIn } from "./words.ts";
import { shareWidth, sum, wrap } from "./wrap.ts";

/** A line of a cell, in the colour of its level. */
interface Line {
  readonly text: string;
  readonly level?: Level | undefined;
}

/** What a table shows of a difference, by the title of the column. */
type Columns = ReadonlyMap<string, (difference: Difference) => readonly Line[]>;

const WIDE: Columns = new Map([
  ["operation", operationLines],
  ["what changed", whatLines],
  ["wire", ({ wire }) => verdictLines(wire)],
  ["type", ({ type }) => verdictLines(type)],
  ["bump", bumpLines],
  ["place", placeLines],
]);

/** The same, stacked. */
const NARROW: Columns = new Map([
  ["operation", operationLines],
  ["what changed", (difference) => [...whatLines(difference), ...placeLines(difference)]],
  ["wire and type", ({ wire, type }) => [...stackedLines(wire), ...stackedLines(type)]],
  ["bump", bumpLines],
]);

/** Where nobody says how much room there is, as in a file or in the log of a workflow. */
const USUAL = 120;
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
 * @param room - Columns of the terminal; undefined where there is none.
 */
export function formatTable(differences: readonly Difference[], room: number = USUAL): string {
  const wide = naturalWidths(WIDE, differences);
  const fits = sum(wide) + BORDER * wide.length + 1 <= room;
  const columns = fits ? WIDE : NARROW;
  const natural = fits ? wide : naturalWidths(NARROW, differences);
  const widths = shareWidth(natural, room - BORDER * natural.length - 1);
  const plain = !colors.isColorSupported;
  const table = new Table({
    head: [...columns.keys()].map((title, column) => wrap(title, widths[column] ?? 1)),
    style: { head: plain ? [] : ["bold"], border: plain ? [] : ["dim"] },
    colWidths: widths.map((width) => width + 2),
  });
  const inside = sum(widths) + BORDER * (widths.length - 1);
  for (const difference of differences) {
    table.push([...columns.values()].map((lines, column) => cell(lines(difference), widths[column] ?? 1)));
    const details = detailsOf(difference);
    if (details !== "") table.push([{ colSpan: columns.size, content: wrap(details, inside) }]);
  }
  return table.toString();
}

function naturalWidths(columns: Columns, differences: readonly Difference[]): readonly number[] {
  return [...columns].map(([title, lines]) =>
    Math.max(title.length, ...differences.flatMap(lines).map(({ text }) => text.length)),
  );
}

function cell(lines: readonly Line[], width: number): string {
  const wrapped = lines.flatMap(({ text, level }) => {
    // Line by line: a colour that goes over the end of a line colours the border too.
    const colour = level === undefined ? String : COLOURS[level];
    return wrap(text, width).split("\n").map(colour);
  });
  return lines.length === 0 ? "–" : wrapped.join("\n");
}

function operationLines({ operations }: Difference): readonly Line[] {
  const { shown, more } = several(operations);
  return [...shown.map(oneLine), ...more].map((text) => ({ text }));
}

function whatLines({ what }: Difference): readonly Line[] {
  return [{ text: oneLine(what) }];
}

function placeLines({ location }: Difference): readonly Line[] {
  return location === undefined ? [] : [{ text: placeText(location) }];
}

function bumpLines({ bump, level }: Difference): readonly Line[] {
  return [{ text: bump, level }];
}

function verdictLines(verdict: Verdict | undefined): readonly Line[] {
  if (verdict === undefined) return [];
  const { level, rule } = verdict;
  return [level, rule].map((text) => ({ text, level }));
}

function stackedLines(verdict: Verdict | undefined): readonly Line[] {
  if (verdict === undefined) return [];
  const { level, rule } = verdict;
  return [{ text: `${level} ${rule}`, level }];
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
