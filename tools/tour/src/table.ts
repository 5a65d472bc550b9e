import Table from "cli-table3";
import colors from "picocolors";
import type { Stop } from "./call.ts";

/** One operation of one provider, called. */
export interface Row {
  readonly provider: string;
  readonly stop: Stop;
}

export function printTable(rows: readonly Row[]): void {
  const plain = !colors.isColorSupported;
  const table = new Table({
    head: ["provider", "operation", "method and path", "status", "ms", "result"],
    style: { head: plain ? [] : ["bold"], border: plain ? [] : ["dim"], compact: true },
    colAligns: ["left", "left", "left", "right", "right", "left"],
  });
  for (const { provider, stop } of rows) {
    table.push([
      provider,
      stop.operation.name,
      `${stop.operation.method} ${stop.operation.path}`,
      stop.status ?? "–",
      stop.milliseconds.toFixed(0),
      stop.passed ? `${colors.green("✓")} ${stop.result}` : `${colors.red("✗")} ${stop.result}`,
    ]);
  }
  process.stdout.write(`${table.toString()}\n`);
}
