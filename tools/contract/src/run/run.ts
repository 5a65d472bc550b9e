import type { Bench } from "../bench.ts";
import type { Cell } from "../cells/cell.ts";
import type { Finding, Verdict } from "../finding.ts";
import { runCredential } from "./credential.ts";
import { runPages } from "./pages.ts";
import { runFunction, runRequest } from "./request.ts";
import { runResponse } from "./response.ts";

/** Checks one cell. Whatever keeps it from being checked is a finding too. */
export async function runCell(bench: Bench, cell: Cell): Promise<Verdict> {
  bench.forget();
  const findings = await findingsOf(bench, cell).catch((error: unknown): readonly Finding[] => [
    {
      culprit: "unknown",
      message: "the cell could not be checked",
      got: new Error("it failed", { cause: error }),
    },
  ]);
  return { cell, findings, exchanges: bench.exchanges() };
}

async function findingsOf(bench: Bench, cell: Cell): Promise<readonly Finding[]> {
  switch (cell.kind) {
    case "request":
      return runRequest(bench, cell);
    case "function":
      return runFunction(bench, cell);
    case "response":
      return runResponse(bench, cell);
    case "credential":
      return runCredential(bench, cell);
    case "pages":
      return runPages(bench, cell);
    case "uncheckable":
      return [{ culprit: "spec", message: `cannot be checked: ${cell.reason}` }];
    default:
      throw new TypeError(`unknown kind of cell: ${String(cell satisfies never)}`);
  }
}
