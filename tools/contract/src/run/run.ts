import type { Bench } from "../bench.ts";
import type { Cell } from "../cells/cell.ts";
import type { Finding, Verdict } from "../finding.ts";
import { classOf } from "../subject.ts";
import { judgeArguments } from "../judge/arguments.ts";
import { judgeSplits } from "../judge/split.ts";
import { runCredential } from "./credential.ts";
import { runMalformed } from "./malformed.ts";
import { runPages } from "./pages.ts";
import { runFunction, runRequest } from "./request.ts";
import { runRefusal } from "./refusal.ts";
import { runRepeat } from "./repeat.ts";
import { runResponse } from "./response.ts";
import { runSecrecy } from "./secrecy.ts";
import { runServer } from "./server.ts";
import { runSilence } from "./silence.ts";
import { runSource } from "./source.ts";
import { runType } from "./type.ts";

/** Checks one cell. Whatever keeps it from being checked is a finding too. */
export async function runCell(bench: Bench, cell: Cell): Promise<Verdict> {
  bench.forget();
  const findings = await judged(bench, cell).catch((error: unknown): readonly Finding[] => [
    isOwn(bench, error)
      ? // As a client that does not take the credential the document speaks of.
        { culprit: "client", message: "the package refuses what the document allows", got: error }
      : {
          culprit: "unknown",
          message: "the cell could not be checked",
          got: new Error("it failed", { cause: error }),
        },
  ]);
  return { cell, findings, exchanges: bench.exchanges() };
}

/** Whether the package itself says that something is wrong; anything else is a fault of the suite. */
function isOwn({ package: exports }: Bench, error: unknown): boolean {
  const own = classOf(exports, "KeysmithError");
  return own !== undefined && Object.prototype.isPrototypeOf.call(own.prototype, Object(error));
}

async function judged(bench: Bench, cell: Cell): Promise<readonly Finding[]> {
  const senseless = judgeArguments(bench, cell);
  if (senseless.length > 0) return senseless;
  const findings = await findingsOf(bench, cell);
  return [...findings, ...(await judgeSplits(bench, cell.operation))];
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
    case "malformed":
      return runMalformed(bench, cell);
    case "refusal":
      return runRefusal(bench, cell);
    case "repeat":
      return runRepeat(bench, cell);
    case "silence":
      return runSilence(bench, cell);
    case "secrecy":
      return runSecrecy(bench, cell);
    case "server":
      return runServer(bench, cell);
    case "source":
      return runSource(bench, cell);
    case "type":
      return runType(bench, cell);
    case "uncheckable":
      if (cell.limit === "tools") return [];
      return [{ culprit: "spec", message: `cannot be checked: ${cell.reason}` }];
    default:
      throw new TypeError(`unknown kind of cell: ${String(cell satisfies never)}`);
  }
}
