import { expect, test } from "vitest";
import { findings, red, verdictsOf } from "./check-document.ts";
import { brokenAnswers } from "./reasons/answers.ts";
import { brokenClients } from "./reasons/clients.ts";
import { brokenDefinitions } from "./reasons/definitions.ts";

/**
 * That everything broken is seen at all, mutants.test.ts proves. Here it is seen in the right cell and for the right
 * reason: one row for each thing that the suite has to say.
 */

test.each([...brokenAnswers, ...brokenClients, ...brokenDefinitions])(
  "%s turns the suite red",
  async (_, sabotage, cell, reason) => {
    const verdicts = await verdictsOf(sabotage, { only: cell.split(" ", 1)[0] });
    expect(red(verdicts)).toContain(cell);
    const verdict = verdicts.find((each) => `${each.cell.operation.id} ${each.cell.title}` === cell);
    expect(verdict?.findings.map(({ message }) => message).join("\n")).toMatch(reason);
    expect(findings(verdicts).every(({ culprit }) => culprit !== "spec")).toBe(true);
  },
);
