import { expect, test } from "vitest";
import type { Contract } from "../src/contract.ts";
import type { Verdict } from "../src/finding.ts";
import { coverageOf } from "../src/report/coverage.ts";
import { fallen } from "../src/report/floor.ts";
import { writeReport } from "../src/report/report.ts";
import { contractOf } from "./check-document.ts";
import { keysDocument } from "./keys-document.ts";

const contract = await contractOf(keysDocument);

/** Verdicts on every cell; those of some titles are red. */
function verdictsOn({ cells }: Pick<Contract, "cells">, ...red: readonly string[]): readonly Verdict[] {
  return cells.map((cell) => ({
    cell,
    findings: red.includes(cell.title) ? [{ culprit: "mock", message: "broken" } as const] : [],
    exchanges: [],
  }));
}

function rowOf(report: string, operation: string): readonly string[] {
  const line = report.split("\n").find((each) => each.startsWith(`| \`${operation}\``)) ?? "";
  return line
    .split("|")
    .slice(2, -1)
    .map((cell) => cell.trim());
}

test("a report counts what is checked of what the document promises", async () => {
  const report = await writeReport(contract, verdictsOn(contract));
  expect(report).toMatch(/\n\d+ of \d+ cells are checked; \d+ cannot be, for the reasons below\. /);
  expect(rowOf(report, "updateKey")).toEqual(["6/6", "3/3", "12/13", "5/5", "13/13", "", "2/2"]);
  expect(rowOf(report, "ping")).toEqual(["2/2", "1/1", "", "", "2/2", "", "2/2"]);
  expect(report).toMatch(
    /\| `createKey` \| refuses body\.colour that is no colour \| no validator knows the format `colour` \| `#\/components\/schemas\/NewKey\/properties\/colour\/format` \|/,
  );
});

test("what is red or did not run is promised all the same", async () => {
  const verdicts = verdictsOn(contract, "refuses query count above 5");
  const [, ...others] = verdicts;
  const { all, uncheckable } = coverageOf(contract.cells, others);
  expect(all).toEqual({
    checked: contract.cells.length - uncheckable.length - 2,
    total: contract.cells.length,
  });
  expect(await writeReport(contract, others)).toContain("; 2 are not. ");
});

test("the same verdicts give the same text, in whatever order they came", async () => {
  const report = await writeReport(contract, verdictsOn(contract));
  expect(await writeReport(contract, verdictsOn(contract).toReversed())).toBe(report);
});

test("the part on mutants is kept until there is a new one", async () => {
  const verdicts = verdictsOn(contract);
  const survivors = [{ mutant: "getKey: a header in capitals", reason: "no difference to a caller" }];
  const committed = await writeReport(contract, verdicts, { mutation: { caught: 39, made: 40, survivors } });
  expect(committed).toContain("Of 40 such mutants 39 turn a cell red: 97.5 %.");
  expect(committed).toContain("- getKey: a header in capitals: no difference to a caller\n");
  expect(await writeReport(contract, verdicts, { committed })).toBe(committed);
  const mutation = { caught: 40, made: 40, survivors: [] };
  const newer = await writeReport(contract, verdicts, { committed, mutation });
  expect(newer).toContain("Of 40 such mutants 40 turn a cell red: 100.0 %.");
  expect(newer).not.toContain("in capitals");
});

test("text of a document does not break the table", async () => {
  const [cell] = contract.cells;
  if (cell === undefined) throw new Error("the document has no cell");
  const odd = {
    ...cell,
    kind: "uncheckable",
    title: "a | b\n<c>",
    reason: "*d*",
    limit: "tools",
    instead: "response",
  } as const;
  const report = await writeReport({ api: contract.api, cells: [odd] }, []);
  expect(report).toContain(String.raw`| a \| b \<c\> | \*d\* |`);
});

test("the floor is what the committed report says of each operation", async () => {
  const verdicts = verdictsOn(contract);
  const committed = await writeReport(contract, verdicts);
  expect(fallen(committed, coverageOf(contract.cells, verdicts))).toEqual([]);
  expect(fallen("", coverageOf(contract.cells, verdicts))).toEqual([]);
  const cells = contract.cells.filter(({ title }) => title !== "refuses query count above 5");
  expect(fallen(committed, coverageOf(cells, verdicts))).toEqual([
    "createKey: 43 refusals were checked, now 42 are",
  ]);
});

test("an operation that is gone has fallen, too", async () => {
  const verdicts = verdictsOn(contract);
  const committed = await writeReport(contract, verdicts);
  const cells = contract.cells.filter(({ operation }) => operation.name !== "ping");
  expect(fallen(committed, coverageOf(cells, verdicts))).toEqual([
    "ping: 2 requests were checked, now 0 are",
    "ping: 1 answers were checked, now 0 are",
    "ping: 2 types were checked, now 0 are",
    "ping: 2 calls were checked, now 0 are",
  ]);
});
