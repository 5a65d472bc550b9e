import type { Member, Shape } from "../compiler/shape.ts";
import type { Step } from "../difference.ts";
import type { Side } from "../states.ts";
import type { Kept } from "./operations.ts";
import { placeOf, routeOf, type Surface } from "./surface.ts";

type Members = ReadonlyMap<string, Member>;

/** What is documented for a status, range or `default`: itself, before its range, before `default`. */
export function documentedFor(status: string, members: Members): [key: string, member: Member] | undefined {
  for (const key of [status, `${status.charAt(0)}XX`, "default"]) {
    const member = members.get(key);
    if (member) return [key, member];
  }
  return undefined;
}

/** Bodies of errors by status. A status that was not documented has a body of which nothing is known. */
export function walkErrors(surface: Surface, pair: Kept, before: Shape, after: Shape): void {
  const [old, now] = [membersOf(before), membersOf(after)];
  const operations = [routeOf(pair.after)];
  const compare = (from: [string, Member], to: [string, Member]): void => {
    const keys = { before: from[0], after: to[0] };
    const place = (side: Side, steps: readonly Step[]): string | undefined =>
      surface[side].places.answer(pair[side], keys[side], steps);
    const label = `error ${from[0]} of ${pair.name}`;
    surface.root({ label, subject: "error", operations, place }, from[1].shape, to[1].shape, "get");
  };
  for (const [status, member] of old) {
    const found = documentedFor(status, now);
    if (found) compare([status, member], found);
    else
      surface.note({
        rule: "type/error-status-removed",
        level: "major",
        what: `error ${status} of ${pair.name} removed`,
        message: `Nothing is known of the body of a ${status} any more.`,
        operations,
        place: placeOf("before", surface.before.places.answer(pair.before, status, [])),
        before: member.shape.text,
      });
  }
  for (const [status, member] of now) {
    if (old.has(status)) continue;
    const known = documentedFor(status, old);
    if (known) compare(known, [status, member]);
    surface.note({
      rule: "type/error-status-added",
      level: "minor",
      what: `error ${status} of ${pair.name} added`,
      message: `The body of a ${status} is known.`,
      operations,
      place: placeOf("after", surface.after.places.answer(pair.after, status, [])),
      after: member.shape.text,
    });
  }
}

function membersOf({ form }: Shape): Members {
  return form.kind === "object" ? form.properties : new Map();
}
