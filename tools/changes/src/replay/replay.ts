import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { programOf } from "./examples/example.ts";
import { examplesOf } from "./examples/examples.ts";
import type { ReplayFinding } from "./finding.ts";
import { layOut, writePrograms, type Layout } from "./layout.ts";
import { inTemporaryFolder } from "./temporary.ts";
import { compileExamples, runCells, runExamples, type Broken, type Shown, type Trial } from "./trial.ts";

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
  const layouts = new Map<Snapshot, Layout>();
  const layoutOf = (snapshot: Snapshot): Layout => {
    const known = layouts.get(snapshot) ?? prepare(join(folder, `${layouts.size}`), snapshot, shown);
    layouts.set(snapshot, known);
    return known;
  };
  const [compiled = [], ran = [], cells = []] = await Promise.all(
    [compileExamples, runExamples, runCells].map((trial) => lost(trial, shown, { after, layoutOf })),
  );
  // What does not compile is not run by anybody.
  const refused = new Set(compiled.flatMap(({ example }) => example ?? []));
  const running = ran.filter(({ example }) => example === undefined || !refused.has(example));
  return once(inOrder(shown, [...compiled, ...running, ...cells]).map(({ finding }) => finding));
}

function prepare(folder: string, snapshot: Snapshot, { before, examples }: Shown): Layout {
  mkdirSync(folder);
  const layout = layOut(folder, snapshot);
  writePrograms(layout, new Map(examples.map((example, index) => [index, programOf(example)])));
  writeFileSync(join(folder, "before.yaml"), before.source.bundled);
  return layout;
}

interface States {
  readonly after: Snapshot;
  readonly layoutOf: (snapshot: Snapshot) => Layout;
}

/** What held in the old release and does not in the new one. Where all is well the old one is not even laid out. */
async function lost(trial: Trial, shown: Shown, { after, layoutOf }: States): Promise<readonly Broken[]> {
  try {
    const now = await trial.run(layoutOf(after), shown);
    if (now.length === 0) return [];
    const tried = new Set(now.map(({ key }) => key));
    const never = new Set((await trial.run(layoutOf(shown.before), shown, tried)).map(({ key }) => key));
    return now.filter(({ key }) => !never.has(key));
  } catch (error) {
    return [{ key: trial.title, example: undefined, finding: unreplayed(trial.title, error) }];
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
