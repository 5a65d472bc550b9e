import type { Snapshot } from "../snapshot/snapshot.ts";
import type { TypeChange } from "../verdict/finding.ts";
import { Comparison } from "./compare.ts";
import { Places } from "./place.ts";
import { report } from "./report.ts";
import { compileStates, isSame, type Side, type States } from "./states.ts";
import { walkClient } from "./surface/client.ts";
import { walkExports } from "./surface/exports.ts";
import { walkMock } from "./surface/mock.ts";
import { walkOperations } from "./surface/operations.ts";
import { walkRaw } from "./surface/raw.ts";
import type { Note, Root, State, Surface } from "./surface/surface.ts";
import { unexplained } from "./unexplained.ts";

/**
 * What differs between two states of a package for somebody who compiles against it, by the compiler's own account of
 * both. Empty when their types are the same, whatever became of texts and comments.
 */
export async function typeChanges(before: Snapshot, after: Snapshot): Promise<readonly TypeChange[]> {
  if (isUnchanged(before, after)) return [];
  using states = compileStates(before, after);
  return walk(states, before, after);
}

/** Whether nothing that types are made of changed: then there is nothing to compile. */
function isUnchanged(before: Snapshot, after: Snapshot): boolean {
  const manifest = (snapshot: Snapshot): string | undefined => snapshot.files.get("package.json");
  return (
    manifest(before) === manifest(after) &&
    isSame(before.runtime, after.runtime) &&
    isSame(before.mock, after.mock) &&
    isSame(sourcesOf(before), sourcesOf(after))
  );
}

function sourcesOf({ files }: Snapshot): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => path.startsWith("src/")));
}

function walk(states: States, before: Snapshot, after: Snapshot): readonly TypeChange[] {
  const roots: Root[] = [];
  const notes: Note[] = [];
  const comparison = new Comparison();
  const surface: Surface = {
    before: stateOf(states, "before", before),
    after: stateOf(states, "after", after),
    states,
    comparison,
    root: ({ isEcho = false, ...root }, one, other, role) =>
      roots.push({ ...root, isEcho, unit: comparison.compare(one, other, role) }),
    note: ({ isEcho = false, ...note }) => notes.push({ ...note, isEcho }),
  };
  walkOperations(surface);
  walkClient(surface);
  walkRaw(surface);
  walkMock(surface);
  walkExports(surface, comparison.units());
  return [...report(comparison, roots, notes), ...unexplained(surface, comparison, roots)];
}

function stateOf(states: States, side: Side, snapshot: Snapshot): State {
  const read = new Map<string, ReturnType<State["exportsOf"]>>();
  return {
    side,
    snapshot,
    api: snapshot.api,
    places: new Places(snapshot),
    exportsOf(file) {
      const known = read.get(file) ?? states.exportsOf(states.path(side, file));
      read.set(file, known);
      return known;
    },
  };
}
