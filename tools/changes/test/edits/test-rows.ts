import { test } from "vitest";
import { judge } from "../../src/judge.ts";
import type { Finding } from "../../src/verdict/finding.ts";
import { bumpFor, highest } from "../../src/verdict/level.ts";
import { edited } from "./documents.ts";
import { cases, type Row } from "./row.ts";

/**
 * Tests both directions of each row. A document that is refused before or after an edit fails its test. Several at once:
 * what is said of the wire comes from a process of its own, and the compiler works meanwhile.
 */
export function testRows(rows: readonly Row[]): void {
  test.concurrent.for(cases(rows))("$title", { timeout: 120_000 }, async (row, { expect }) => {
    const states = await Promise.all([edited(), edited(row.row.change)]);
    const [before, after] = row.direction === "forth" ? states : [states[1], states[0]];
    const findings = await judge(before, after);
    const { wire, type, bump, early } = row;
    expect(verdictOf(findings), told(findings)).toEqual({ wire, type, bump, early });
  });
}

function verdictOf(findings: readonly Finding[]): object {
  const level = highest(findings.map((finding) => finding.level));
  return {
    wire: highest(findings.flatMap((finding) => finding.wire?.level ?? [])),
    type: highest(findings.flatMap((finding) => finding.type?.level ?? [])),
    bump: bumpFor(level, "1.0.0"),
    early: bumpFor(level, "0.1.0"),
  };
}

/** The rows and what decided them, for whoever reads why a verdict is not the expected one. */
function told(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ what, wire, type, section }) => [
    `${section}: ${what}`,
    ...(wire ? [`  wire ${wire.level} by ${wire.rule}: ${wire.message}`] : []),
    ...(type ? [`  type ${type.level} by ${type.rule}: ${type.message}`] : []),
  ]);
  return lines.join("\n") || "no finding";
}
