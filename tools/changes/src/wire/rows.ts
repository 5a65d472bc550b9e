import { childPointer } from "@keysmith/generator";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Place, Verdict, WireChange } from "../verdict/finding.ts";
import { LEVELS } from "../verdict/level.ts";
import type { Change } from "./change.ts";
import { rate } from "./rate.ts";
import { REQUIREMENT } from "./single.ts";
import { subject } from "./subject.ts";
import { words } from "./words.ts";

/** What happened to one part of a document. */
interface Event {
  readonly change: Change;
  readonly verdict: Verdict;
  readonly place: Place;
}

/** One row for all that happened to one part of a document; documentation apart. */
export function rowsOf(
  changes: readonly Change[],
  before: Snapshot["source"],
  after: Snapshot["source"],
): readonly WireChange[] {
  const groups = new Map<string, Event[]>();
  for (const change of changes) {
    const verdict = rate(change);
    if (verdict.level === "none") continue;
    const kind = verdict.rule === "wire/documentation" ? "documentation of " : "";
    const key = kind + partOf(change);
    groups.set(key, [...(groups.get(key) ?? []), { change, verdict, place: placeOf(change) }]);
  }
  return [...groups.values()].flatMap((events) => {
    const sorted = events.toSorted(byLevel);
    const [first] = sorted;
    if (!first) return [];
    const { document } = first.place.side === "before" ? before : after;
    const said = sorted.map(({ change }) => words(change));
    return {
      ...first.verdict,
      what: subject(document, pointerOf(first.change)) + joined(said),
      operations: [...new Set(events.flatMap(({ change }) => change.operations))],
      place: first.place,
    };
  });
}

/** `: type "a" → "b"`, `: required` → `: type "a" → "b", required`. */
function joined(words: readonly string[]): string {
  const [first = "", ...others] = words;
  return [first, ...others.map((text) => text.replace(/^:? /, ""))].join(", ");
}

function byLevel(one: Event, other: Event): number {
  return LEVELS.indexOf(other.verdict.level) - LEVELS.indexOf(one.verdict.level);
}

/** A parameter and its schema are one part. */
function partOf(change: Change): string {
  return pointerOf(change).replace(/(\/(?:parameters|headers)\/[^/]+)\/schema$/, "$1");
}

function pointerOf({ before, after }: Change): string {
  return (after ?? before)?.pointer ?? "#";
}

/** The member that changed where it still is, or where it was; the part itself when it came or went as a whole. */
function placeOf({ typeName, kind, property, before, after }: Change): Place {
  const own = kind === "modified" && property !== undefined && property !== "key" && typeName !== REQUIREMENT;
  const gone = !after || (own && after.value === undefined && before !== undefined);
  const side = gone ? "before" : "after";
  const pointer = (gone ? before : after)?.pointer ?? "#";
  return { side, pointer: own ? childPointer(pointer, property) : pointer };
}
