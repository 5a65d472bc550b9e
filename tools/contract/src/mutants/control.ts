import type { Exchange, Mock } from "@keysmith/mock";
import { startBench, type Bench } from "../bench.ts";
import type { Cell } from "../cells/cell.ts";
import type { Contract } from "../contract.ts";
import { formatVerdict, isGreen } from "../finding.ts";
import { runCell } from "../run/run.ts";
import type { Subject } from "../subject.ts";
import { startMemory, type Memory } from "./memory.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsOf, runnable } from "./mutants.ts";
import { sabotage } from "./sabotage.ts";
import type { Sent } from "./sent.ts";

/** What came of a mutant. */
export interface Trial {
  readonly mutant: Mutant;
  /** The cell that turned red for it; undefined when it survived. */
  readonly caughtBy: Cell | undefined;
  /** What the cell found. */
  readonly findings: readonly string[];
}

/**
 * The negative control of a package: breaks one thing at a time, wherever the document says something, and looks whether
 * a cell turns red.
 *
 * @param make - Makes the mutants. Default: every one there is.
 */
export async function tryMutants(
  subject: Subject,
  contract: Contract,
  make: typeof mutantsOf = mutantsOf,
): Promise<readonly Trial[]> {
  const memory = await startMemory(contract.document, subject.name);
  try {
    const sent = await record(subject, contract, memory);
    const trials: Trial[] = [];
    for (const mutant of make(subject, contract, sent))
      trials.push(await tryMutant(subject, contract, memory, mutant));
    return trials;
  } finally {
    await memory.mock.close();
  }
}

/** What every cell sends with nothing broken. A cell that is red by itself cannot turn red for a mutant. */
async function record(
  subject: Subject,
  contract: Contract,
  memory: Memory,
): Promise<ReadonlyMap<Cell, Sent>> {
  let latest: Sent | undefined;
  const whole = sabotage(subject, { request: (each) => void (latest = each) }, memory.fetch);
  const bench = await startBench(whole.subject, contract, memory.mock);
  const sent = new Map<Cell, Sent>();
  const told = { schemes: contract.api.schemes, place: contract.place };
  for (const cell of runnable(contract)) {
    latest = undefined;
    const verdict = await runCell(bench, cell);
    if (!isGreen(verdict))
      throw new Error(
        `mutants can only be tried where every cell is green:\n${formatVerdict(verdict, told)}`,
      );
    if (latest !== undefined) sent.set(cell, latest);
  }
  return sent;
}

/** Runs the cells that could see a mutant, up to the first that does. */
async function tryMutant(
  subject: Subject,
  contract: Contract,
  memory: Memory,
  mutant: Mutant,
): Promise<Trial> {
  const { document, journal } = mutant.sabotage;
  const own = document === undefined ? undefined : await startMemory(document, subject.name);
  const { mock, fetch } = own ?? memory;
  const told = journal === undefined ? mock : withJournal(mock, journal);
  const broken = sabotage(subject, mutant.sabotage, fetch);
  try {
    const bench = await startBench(broken.subject, contract, told);
    const seen = await firstRed(bench, mutant.cells);
    if (seen === undefined && !broken.happened()) throw new Error(`${mutant.title}: no cell made it happen`);
    return { mutant, caughtBy: seen?.cell, findings: seen?.findings ?? [] };
  } finally {
    await own?.mock.close();
  }
}

function withJournal(mock: Mock, tell: (exchange: Exchange) => Exchange): Mock {
  return {
    ...mock,
    get exchanges() {
      return mock.exchanges.map(tell);
    },
  };
}

async function firstRed(
  bench: Bench,
  cells: readonly Cell[],
): Promise<{ readonly cell: Cell; readonly findings: readonly string[] } | undefined> {
  for (const cell of cells) {
    const { findings } = await runCell(bench, cell);
    // A suite that falls over has found nothing.
    const found = findings.filter(({ culprit }) => culprit !== "unknown").map(({ message }) => message);
    if (found.length > 0) return { cell, findings: found };
  }
  return undefined;
}
