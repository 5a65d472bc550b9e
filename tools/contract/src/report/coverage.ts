import type { Cell, UncheckableCell } from "../cells/cell.ts";
import { isGreen, type Verdict } from "../finding.ts";

/** What a column of the table counts. */
export const COLUMNS = ["requests", "answers", "refusals", "credentials", "types", "pages", "calls"] as const;
export type Column = (typeof COLUMNS)[number];

const COLUMN_OF: Readonly<Record<UncheckableCell["instead"], Column>> = {
  request: "requests",
  function: "requests",
  response: "answers",
  refusal: "refusals",
  credential: "credentials",
  malformed: "credentials",
  type: "types",
  pages: "pages",
  repeat: "calls",
  silence: "calls",
  secrecy: "calls",
  server: "calls",
  source: "calls",
};

export interface Tally {
  /** Cells that ran and are green. */
  readonly checked: number;
  /** Cells that the document makes, checkable or not. */
  readonly total: number;
}

/** How much of what an operation promises is proven. */
export interface Row {
  readonly operation: string;
  readonly tallies: Readonly<Record<Column, Tally>>;
}

/** How much of what a document promises is proven: the cells come from the document, whether or not they ran. */
export interface Coverage {
  /** In the order of the document. */
  readonly rows: readonly Row[];
  readonly all: Tally;
  readonly uncheckable: readonly UncheckableCell[];
}

export function coverageOf(cells: readonly Cell[], verdicts: readonly Verdict[]): Coverage {
  const green = new Set(verdicts.filter(isGreen).map(({ cell }) => cell));
  const isChecked = (cell: Cell): boolean => cell.kind !== "uncheckable" && green.has(cell);
  const tally = (some: readonly Cell[]): Tally => ({
    checked: some.filter(isChecked).length,
    total: some.length,
  });
  const operations = [...new Set(cells.map(({ operation }) => operation))];
  return {
    rows: operations.map((operation) => {
      const own = cells.filter((cell) => cell.operation === operation);
      const of = (column: Column): Tally => tally(own.filter((cell) => columnOf(cell) === column));
      return {
        operation: operation.name,
        tallies: {
          requests: of("requests"),
          answers: of("answers"),
          refusals: of("refusals"),
          credentials: of("credentials"),
          types: of("types"),
          pages: of("pages"),
          calls: of("calls"),
        },
      };
    }),
    all: tally(cells),
    uncheckable: cells.filter((cell) => cell.kind === "uncheckable"),
  };
}

function columnOf(cell: Cell): Column {
  return COLUMN_OF[cell.kind === "uncheckable" ? cell.instead : cell.kind];
}

/** The sum of a column. */
export function sumOf({ rows }: Coverage, column: Column): Tally {
  return rows.reduce(
    (sum, { tallies }) => ({
      checked: sum.checked + tallies[column].checked,
      total: sum.total + tallies[column].total,
    }),
    { checked: 0, total: 0 },
  );
}
