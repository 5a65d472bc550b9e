import type { Markdown } from "./markdown.ts";

/** A column: what stands above it, and what a row shows in it. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Markdown | undefined;
}

/** A table with the columns that say something: one that is empty in every row is left out. Nothing without rows. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Markdown | undefined {
  const filled = columns
    .map(({ title, cell }) => ({ title, cells: rows.map((row) => cellText(cell(row))) }))
    .filter(({ cells }) => cells.some((text) => text !== ""));
  if (filled.length === 0) return undefined;
  const lines = [
    filled.map(({ title }) => title),
    filled.map(() => "---"),
    ...rows.map((_, index) => filled.map(({ cells }) => cells[index] ?? "")),
  ];
  return { markdown: lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n") };
}

/** One line, with every pipe kept from ending the cell: those not yet escaped get a backslash, even in code spans. */
function cellText(cell: Markdown | undefined): string {
  if (cell === undefined) return "";
  const text = cell.markdown.trim();
  if (!/[\n\\|]/.test(text)) return text;
  return text
    .replaceAll(/(?<!\s)\s*\n\s*/g, " ")
    .replaceAll(/\\.|\|/g, (match) => (match === "|" ? String.raw`\|` : match));
}
