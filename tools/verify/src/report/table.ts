import Table from "cli-table3";
import colors from "picocolors";
import type { Report, ReportedCheck } from "./report.ts";

const MARKS = {
  same: colors.green("✓"),
  drift: colors.red("✗"),
  unverified: colors.yellow("?"),
  skipped: colors.dim("–"),
};

/** One row per check. */
export function formatTable({ checks }: Report): string {
  const plain = !colors.isColorSupported;
  const table = new Table({
    head: ["", "operation", "check", "asked", "status", "ms", "result"],
    style: { head: plain ? [] : ["bold"], border: plain ? [] : ["dim"], compact: true },
    colAligns: ["left", "left", "left", "left", "right", "right", "left"],
    colWidths: [null, null, null, null, null, null, RESULT_WIDTH],
    wordWrap: true,
  });
  for (const check of checks) {
    table.push([
      MARKS[check.verdict],
      check.operation,
      check.check,
      `${check.method} ${check.path}`,
      check.status ?? "–",
      check.milliseconds ?? "–",
      resultOf(check),
    ]);
  }
  return table.toString();
}

const RESULT_WIDTH = 52;

function resultOf({ verdict, reason, drifts }: ReportedCheck): string {
  const found = drifts.filter(({ severity }) => severity === "drift").length;
  if (verdict === "drift") return `${found} difference${found === 1 ? "" : "s"}`;
  const notes = drifts.length === 0 ? "" : `, ${drifts.length} note${drifts.length === 1 ? "" : "s"}`;
  return verdict === "same" ? `as documented${notes}` : (reason ?? verdict);
}
