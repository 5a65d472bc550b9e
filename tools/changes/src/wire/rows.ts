import { childPointer } from "@keysmith/generator";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Place, Verdict, WireChange } from "../verdict/finding.ts";
import { LEVELS } from "../verdict/level.ts";
import type { Change } from "./change.ts";
import { rate } from "./rate.ts";
import { REQUIREMENT } from "./single.ts";
import { subject } from "./subject.ts";
import { quoted, words } from "./words.ts";

/** Something that happened to a part of a document. */
interface Event {
  readonly change: Change;
  readonly verdict: Verdict;
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
    const isText = verdict.rule === "wire/documentation" && !change.turned;
    const key = `${isText ? "documentation of " : ""}${partOf(change)}`;
    groups.set(key, [...(groups.get(key) ?? []), { change, verdict }]);
  }
  return [...groups.values()].flatMap((events) => {
    const [first, ...others] = events.toSorted(byWeight);
    return first ? rowOf(first, others, before, after) : [];
  });
}

function rowOf(
  first: Event,
  others: readonly Event[],
  before: Snapshot["source"],
  after: Snapshot["source"],
): WireChange {
  const { change, verdict } = first;
  const place = placeOf(change);
  const { document } = place.side === "before" ? before : after;
  const events = [first, ...others];
  return {
    ...verdict,
    what: subject(document, pointerOf(change)) + said(events.map((event) => event.change)),
    operations: [...new Set(events.flatMap((event) => event.change.operations))],
    place,
    formerly: change.property === "key" ? change.before?.pointer : undefined,
  };
}

/** `: type string → integer` and `: required` → `: type string → integer, required`. */
function said(changes: readonly Change[]): string {
  const [first, ...others] = changes;
  if (first?.turned) {
    const { from, to } = first.turned;
    if (from === to) return " changed";
    return `: ${to === undefined ? "a body of its own" : `now ${quoted(to)}`}${from === undefined ? "" : `, was ${quoted(from)}`}`;
  }
  // Whether it was required says nothing more of what is gone.
  const rest = first?.kind === "removed" ? others.filter(({ typeName }) => typeName !== REQUIREMENT) : others;
  const texts = rest.map((change) => words(change).replace(/^:? /, ""));
  // Of a part that is compared with several, as after a new name of it, the same is said of each.
  const own = first ? words(first) : "";
  return [own, ...new Set(texts.filter((text) => text !== own.replace(/^:? /, "")))].join(", ");
}

/** The gravest first; of equals, that the part came or went before what else is said of it. */
function byWeight(one: Event, other: Event): number {
  const grave = LEVELS.indexOf(other.verdict.level) - LEVELS.indexOf(one.verdict.level);
  return grave || Number(one.change.kind === "modified") - Number(other.change.kind === "modified");
}

/** A parameter and its schema are one part. */
function partOf(change: Change): string {
  return pointerOf(change).replace(/(\/(?:parameters|headers)\/[^/]+)\/schema$/, "$1");
}

function pointerOf({ before, after, turned }: Change): string {
  return turned?.pointer ?? (after ?? before)?.pointer ?? "#";
}

/** The member that changed, or the part when it has no such member now, came as a whole or, in the old document, went. */
function placeOf({ typeName, kind, property, before, after, turned }: Change): Place {
  if (turned) return { side: "after", pointer: turned.pointer };
  const own = kind === "modified" && property !== undefined && property !== "key" && typeName !== REQUIREMENT;
  const side = after ? "after" : "before";
  const { pointer, value } = after ?? before ?? { pointer: "#", value: undefined };
  return { side, pointer: own && value !== undefined ? childPointer(pointer, property) : pointer };
}
