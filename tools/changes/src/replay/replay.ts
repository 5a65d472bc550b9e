import { join } from "node:path";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { examplesOf } from "./examples/examples.ts";
import type { ReplayFinding } from "./finding.ts";
import type { Layout } from "./layout.ts";
import { inTemporaryFolder } from "./temporary.ts";
import {
  compileExamples,
  layOutWith,
  runCells,
  runExamples,
  type Broken,
  type Shown,
  type Trial,
} from "./trial.ts";

/**
 * What a release promised by its documentation and its contract tests, and the new state does not keep: the old examples
 * are compiled against the new package and run against its mock, and the old document's cells go through its client.
 * Whatever does not hold with the old package either is left out. In the order of the old document; additions, other
 * texts and other examples give nothing.
 *
 * Takes some seconds and two processes; nothing is left behind.
 */
export async function replay(before: Snapshot, after: Snapshot): Promise<readonly ReplayFinding[]> {
  try {
    return await inTemporaryFolder((folder) => replayIn(folder, before, after));
  } catch (error) {
    return [unreplayed("the last release", error)];
  }
}

async function replayIn(
  folder: string,
  before: Snapshot,
  after: Snapshot,
): Promise<readonly ReplayFinding[]> {
  const shown = { before, examples: examplesOf(before) };
  const now = layOutWith(join(folder, "after"), after, shown);
  let old: Layout | undefined;
  const oldLayout = (): Layout => (old ??= layOutWith(join(folder, "before"), before, shown, now.folder));
  const [compiled = [], ran = [], cells = []] = await Promise.all(
    [compileExamples, runExamples, runCells].map((trial) => lost(trial, shown, { now, oldLayout })),
  );
  // What does not compile is not run by anybody.
  const refused = new Set(compiled.flatMap(({ example }) => example ?? []));
  const running = ran.filter(({ example }) => example === undefined || !refused.has(example));
  return once(inOrder(shown, [...compiled, ...running, ...cells]).map(({ finding }) => finding));
}

interface Layouts {
  readonly now: Layout;
  /** Where all is well the old package is not even laid out. */
  readonly oldLayout: () => Layout;
}

/** What held in the old release and does not in the new one. */
async function lost(trial: Trial, shown: Shown, { now, oldLayout }: Layouts): Promise<readonly Broken[]> {
  let broken: readonly Broken[] = [];
  try {
    broken = await trial.run(now, shown);
    if (broken.length === 0) return [];
    const tried = new Set(broken.map(({ key }) => key));
    const never = new Set((await trial.run(oldLayout(), shown, tried)).map(({ key }) => key));
    return broken.filter(({ key }) => !never.has(key));
  } catch (error) {
    // Whether it ever held is not known then, and it is told all the same.
    const title = broken.length === 0 ? trial.title : `${trial.title} with the last release itself`;
    return [...broken, { key: title, example: undefined, finding: unreplayed(title, error) }];
  }
}

function unreplayed(title: string, error: unknown): ReplayFinding {
  const message = `could not be replayed: ${error instanceof Error ? error.message : String(error)}`;
  return { kind: "unreplayed", operation: undefined, title, where: undefined, message };
}

/** What is said of several examples of one operation is said of the first of them. */
function once(findings: readonly ReplayFinding[]): readonly ReplayFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ kind, operation, title, message }) => {
    const key = `${kind} ${operation} ${kind === "unreplayed" ? title : ""} ${message}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** By the operations of the old document, what belongs to none before them. */
function inOrder({ before }: Shown, broken: readonly Broken[]): readonly Broken[] {
  const operations = before.api.operations.map(({ method, path }) => `${method} ${path}`);
  const place = ({ finding }: Broken): number =>
    finding.operation === undefined ? -1 : operations.indexOf(finding.operation);
  return broken.toSorted((one, other) => place(one) - place(other));
}
