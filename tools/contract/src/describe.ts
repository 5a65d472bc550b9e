import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBench, type Bench } from "./bench.ts";
import { readContract } from "./contract.ts";
import { formatVerdict } from "./finding.ts";
import { runCell } from "./run/run.ts";
import type { Subject } from "./subject.ts";

/**
 * Proves a package against its document: every cell of the document becomes a test that goes through the package's
 * public API to a mock of the document, in this process.
 *
 * @example
 * describeContract({
 *   spec: new URL("../openapi.yaml", import.meta.url),
 *   name: "automox",
 *   client: automox.createAutomox,
 *   package: automox,
 * });
 */
export function describeContract(subject: Subject): void {
  describe(`contract of ${subject.name}`, async () => {
    const contract = await readContract(subject.spec, subject.name);
    const told = { schemes: contract.api.schemes, place: contract.place };
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
            if (cell.kind === "uncheckable" && cell.limit === "tools") context.skip(cell.reason);
            const verdict = await runCell(bench, cell);
            expect(verdict.findings.length).toSatisfy(none, formatVerdict(verdict, told));
          });
        }
      });
    }
  });
}

/** The number alone: vitest prints what it compares, and the message has said it all. */
function none(findings: number): boolean {
  return findings === 0;
}
