import Table from "cli-table3";
import type { Measurement } from "./measure.ts";

/** Times of one run; the first row is the measure of the others. `more`: a column beside them. */
export function printTimes(
  title: string,
  measurements: readonly Measurement[],
  unit: string,
  per = 1,
  more?: readonly [head: string, cells: readonly string[]],
): void {
  const [base] = measurements;
  if (!base) return;
  const number = (value: number): string => `${(value / per).toFixed(per === 1 ? 0 : 2)} ${unit}`;
  printTable(
    title,
    ["what", "median", "fastest", "slowest", "ratio", ...(more ? [more[0]] : [])],
    measurements.map(({ name, median, fastest, slowest }, row) => [
      name,
      ...[median, fastest, slowest].map(number),
      (median / base.median).toFixed(2),
      ...(more ? [more[1][row] ?? ""] : []),
    ]),
  );
}

export function printTable(title: string, head: string[], rows: readonly string[][]): void {
  const table = new Table({
    head,
    colAligns: ["left", ...head.slice(1).map(() => "right" as const)],
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  process.stdout.write(`${title}\n${table.toString()}\n\n`);
}
