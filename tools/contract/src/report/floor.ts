import { COLUMNS, type Coverage } from "./coverage.ts";

/** What of the coverage has fallen since the committed report, a sentence for each; the floor only rises. */
export function fallen(committed: string, { rows }: Coverage): readonly string[] {
  const before = tableOf(committed);
  return rows.flatMap(({ operation, tallies }) =>
    COLUMNS.flatMap((column) => {
      const floor = before.get(operation)?.get(column) ?? 0;
      const { checked } = tallies[column];
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
