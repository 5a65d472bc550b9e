import { COLUMNS, type Coverage } from "./coverage.ts";

/** What of the coverage has fallen since the committed report, a sentence for each; the floor only rises. */
export function fallen(committed: string, { rows }: Coverage): readonly string[] {
  const now = new Map(rows.map(({ operation, tallies }) => [operation, tallies]));
  // An operation that is gone is checked no more.
  return [...tableOf(committed)].flatMap(([operation, floors]) =>
    COLUMNS.flatMap((column) => {
      const floor = floors.get(column) ?? 0;
      const checked = now.get(operation)?.[column].checked ?? 0;
      return checked < floor ? [`${operation}: ${floor} ${column} were checked, now ${checked} are`] : [];
    }),
  );
}

/** Checked cells by operation and column, as a report has them. */
function tableOf(report: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const rows = report
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [header = [], ...others] = rows;
  return new Map(
    others.flatMap(([name = "", ...cells]) =>
      /^`.+`$/.test(name) && cells.some((cell) => COUNT.test(cell))
        ? [
            [
              name.slice(1, -1),
              new Map(
                cells.map((cell, index) => [header[index + 1] ?? "", Number(COUNT.exec(cell)?.[1] ?? 0)]),
              ),
            ],
          ]
        : [],
    ),
  );
}

const COUNT = /^(\d+)\/\d+$/;
