import type { Snapshot } from "../snapshot/snapshot.ts";
import type { TypeChange } from "../verdict/finding.ts";
import { Comparison } from "./compare.ts";
import { Places } from "./place.ts";
import { report } from "./report.ts";
import type { Side, States } from "./states.ts";
import { walkClient } from "./surface/client.ts";
import { walkExports } from "./surface/exports.ts";
import { walkMock } from "./surface/mock.ts";
import { walkOperations } from "./surface/operations.ts";
import { walkRaw } from "./surface/raw.ts";
import type { Note, Root, State, Surface } from "./surface/surface.ts";
import { unexplained } from "./unexplained.ts";

/** One state of a package, as far as its types go. */
export interface TypedState extends Pick<Snapshot, "api" | "files" | "runtime" | "mock"> {
  /** The OpenAPI document. */
  readonly document: Snapshot["source"]["document"];
}

/** Everything that users of a package would notice of its types, in the order they are walked in. */
export function walk(states: States, before: TypedState, after: TypedState): readonly TypeChange[] {
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

function stateOf(states: States, side: Side, snapshot: TypedState): State {
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
