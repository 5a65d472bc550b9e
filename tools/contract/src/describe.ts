import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBench, type Bench } from "./bench.ts";
import { readContract } from "./contract.ts";
import { formatVerdict, isGreen, type Verdict } from "./finding.ts";
import { tryMutants } from "./mutants/control.ts";
import { judged } from "./mutants/judged.ts";
import { formatScore, scoreOf, type Score } from "./mutants/score.ts";
import { coverageOf } from "./report/coverage.ts";
import { fallen } from "./report/floor.ts";
import { writeReport } from "./report/report.ts";
import { runCell } from "./run/run.ts";
import type { Subject } from "./subject.ts";

/**
 * Proves a package against its document: every cell of the document becomes a test that goes through the package's
 * public API to a mock of the document, in this process. A last test holds the run against the committed report.
 *
 * @example
 * describeContract({
 *   spec: new URL("../openapi.yaml", import.meta.url),
 *   name: "automox",
 *   client: automox.createAutomox,
 *   package: automox,
 *   types: new URL("types.test-d.ts", import.meta.url),
 *   report: new URL("../docs/contract.md", import.meta.url),
 * });
 */
export function describeContract(subject: Subject): void {
  describe(`contract of ${subject.name}`, async () => {
    const contract = await readContract(subject.spec, subject.name);
    const told = { schemes: contract.api.schemes, place: contract.place };
    const verdicts: Verdict[] = [];
    let bench: Bench;
    beforeAll(async () => {
      bench = await startBench(subject, contract);
      // The compiler works while other cells run; what goes wrong is told where it is asked for.
      bench.compiled().catch(() => {});
    });
    afterAll(() => bench.close());

    for (const operation of contract.api.operations) {
      describe(`${operation.id}`, () => {
        for (const cell of contract.cells.filter((each) => each.operation === operation)) {
          test(`${cell.title}`, async (context) => {
            const verdict = await runCell(bench, cell);
            verdicts.push(verdict);
            if (cell.kind === "uncheckable" && cell.limit === "tools") context.skip(cell.reason);
            expect(verdict.findings.length).toSatisfy(none, formatVerdict(verdict, told));
          });
        }
      });
    }

    const { report } = subject;
    if (report === undefined) return;

    let score: Score | undefined;
    test(
      "the suite sees whatever is broken in the package, on the wire or in the mock",
      async (context) => {
        if (verdicts.length < contract.cells.length) context.skip("not every cell ran");
        if (!verdicts.every(isGreen)) context.skip("red cells come first");
        score = scoreOf(await tryMutants(subject, contract), judged[subject.name]);
        expect(score.problems.length).toSatisfy(none, formatScore(score));
      },
      MUTANTS_TIMEOUT_MS,
    );

    test(`docs/contract.md is what this run found; \`pnpm contract ${subject.name} --update\` writes it anew`, async (context) => {
      if (verdicts.length < contract.cells.length) context.skip("not every cell ran");
      if (!verdicts.every(isGreen)) context.skip("red cells come first");
      if (score === undefined || score.problems.length > 0) context.skip("mutants come first");
      const committed = existsSync(report) ? await readFile(report, "utf8") : undefined;
      const lost = fallen(committed ?? "", coverageOf(contract.cells, verdicts));
      expect(lost.length).toSatisfy(none, floorText(lost, subject.name));
      const text = await writeReport(contract, verdicts, { committed, ...(score && { mutation: score }) });
      await expect(text).toMatchFileSnapshot(fileURLToPath(report));
    });
  });
}

/** Thousands of mutants take seconds, and on a busy machine many of them. */
const MUTANTS_TIMEOUT_MS = 300_000;

/** The number alone: vitest prints what it compares, and the message has said it all. */
function none(findings: number): boolean {
  return findings === 0;
}

function floorText(lost: readonly string[], name: string): string {
  return [
    "less is checked than the committed docs/contract.md says, and that only rises:",
    ...lost.map((line) => `  ${line}`),
    `Find out which cells are gone. If the document itself promises less now, delete docs/contract.md and run \`pnpm contract ${name} --update\`: the difference shows it.`,
  ].join("\n");
}
