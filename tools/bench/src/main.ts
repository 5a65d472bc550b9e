import { parseArgs } from "node:util";
import Table from "cli-table3";
import { measureGeneration } from "./generation.ts";
import type { Measurement } from "./measure.ts";

/** `pnpm bench [--rounds N]`: every figure of one table was taken in the same run; the ratios are what to quote. */

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(`--rounds takes a whole number from 1, found "${values.rounds}".\n`);
  process.exit(2);
}

print(
  "Generation (whole processes, median of turns; the first row is the measure)",
  measureGeneration(rounds),
);

function print(title: string, measurements: readonly Measurement[]): void {
  const [base] = measurements;
  if (!base) return;
  const table = new Table({
    head: ["what", "median", "fastest", "slowest", "ratio"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, medianMs, fastestMs, slowestMs } of measurements) {
    table.push([name, ms(medianMs), ms(fastestMs), ms(slowestMs), (medianMs / base.medianMs).toFixed(2)]);
  }
  process.stdout.write(`${title}\n${table.toString()}\n`);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
