import { withFewTexts } from "./documentation.ts";
import type { Finding, Place, TypeChange, Verdict, WireChange } from "./finding.ts";
import { isIn } from "../wire/reach.ts";
import { highest, LEVELS } from "./level.ts";
import type { Order } from "./order.ts";
import { sectionOf } from "./section.ts";

/** What a part of a document refers to, and what that refers to. */
export type References = (side: Place["side"], pointer: string) => readonly string[];

/**
 * One row for each change of the document: what the wire says of it, and what becomes of types by it. A type that changes
 * for no reason on the wire has a row of its own.
 */
export function join(
  wire: readonly WireChange[],
  types: readonly TypeChange[],
  order: Order,
  references: References,
): readonly Finding[] {
  const rows = new Map<WireChange, TypeChange[]>(wire.map((change) => [change, []]));
  const alone: TypeChange[] = [];
  for (const change of types) {
    const row = explanation(change, wire, references);
    if (row) rows.get(row)?.push(change);
    else alone.push(change);
  }
  const findings = [
    ...[...rows].map(([change, explained]) => rowOf(change, gravest(explained), explained)),
    ...grouped(alone).map((group) => rowOf(undefined, gravest(group), group)),
  ];
  const sorted = findings.toSorted((one, other) => order(one.place) - order(other.place));
  return withFewTexts(merged(sorted));
}

/**
 * The change on the wire that a type changed by: at the same place, else within it, else around it as close as can be;
 * else one that refers to the place.
 */
function explanation(
  change: TypeChange,
  wire: readonly WireChange[],
  references: References,
): WireChange | undefined {
  const { place } = change;
  if (!place) return undefined;
  const ranked = wire
    .filter(({ rule }) => rule !== "wire/documentation" || isExample(place))
    .flatMap((candidate) => {
      const rank = nearness(place, candidate) ?? lead(change, candidate, references);
      return rank === undefined ? [] : [{ candidate, rank }];
    });
  return ranked.toSorted(
    (one, other) =>
      other.rank - one.rank || LEVELS.indexOf(other.candidate.level) - LEVELS.indexOf(one.candidate.level),
  )[0]?.candidate;
}

/**
 * Where a property, a body or an answer came, went or turned to another schema, the type that changed is that of the
 * schema: its place is the schema's, but there nothing changed. Less than what is near; undefined where nothing leads
 * there.
 */
function lead(
  { place, operations, rule }: TypeChange,
  candidate: WireChange,
  references: References,
): number | undefined {
  if (!place || operations.length === 0) return undefined;
  if (!operations.every((operation) => candidate.operations.includes(operation))) return undefined;
  const own = candidate.place.pointer;
  const isSameSide = candidate.place.side === place.side ? 0.25 : 0;
  // That a property is there says nothing of what it refers to.
  const isPresence = /-(?:optional|required|added|removed)$/.test(rule) && /\/properties\/[^/]+$/.test(own);
  if (isPresence && references(place.side, own)[1] === place.pointer) return 0.5 + isSameSide;
  const call = /^#\/(?:paths|webhooks)\/.*\/(?:requestBody|responses)(?=\/|$)/.exec(own)?.[0];
  if (call === undefined) return undefined;
  const leads = (from: string): boolean =>
    references(place.side, from).some((target) => isIn(place.pointer, target));
  if (leads(own)) return 0.5 + isSameSide;
  return leads(call) ? isSameSide : undefined;
}

/** Names of examples are types of the mock; no other text is. */
function isExample({ pointer }: Place): boolean {
  return /\/examples\/[^/]+$/.test(pointer);
}

/** The more, the nearer; undefined where one has nothing to do with the other. */
function nearness(place: Place, change: WireChange): number | undefined {
  const ranks = [change.place.pointer, change.formerly].flatMap((own) =>
    own === undefined ? [] : (nearnessTo(own, place, change) ?? []),
  );
  return ranks.length > 0 ? Math.max(...ranks) : undefined;
}

function nearnessTo(own: string, { pointer }: Place, { level, rule }: WireChange): number | undefined {
  if (own === pointer) return 2000;
  if (own.startsWith(`${pointer}/`)) return 1000 - steps(own) + steps(pointer);
  // A new bound on an object is no reason for what becomes of its properties; that it is new or gone is.
  const isWhole = /added|removed|name|second-success|unused/.test(rule) || level === "major";
  return pointer.startsWith(`${own}/`) && isWhole ? steps(own) : undefined;
}

function steps(pointer: string): number {
  return pointer.split("/").length;
}

function rowOf(
  wire: WireChange | undefined,
  type: TypeChange | undefined,
  types: readonly TypeChange[],
): Finding {
  const level = highest([wire, type].flatMap((verdict) => verdict?.level ?? []));
  const operations = [wire, ...types].flatMap((change) => change?.operations ?? []);
  return {
    what: wire?.what ?? type?.what ?? "",
    operations: [...new Set(operations)],
    wire: wire && verdictOf(wire),
    type: type && { ...verdictOf(type), before: type.before, after: type.after },
    level,
    section: sectionOf(level, wire, type),
    place: wire?.place ?? type?.place,
  };
}

function verdictOf({ level, rule, message }: Verdict): Verdict {
  return { level, rule, message };
}

/** Types that changed alike at one place, whichever operations they were met at. */
function grouped(changes: readonly TypeChange[]): readonly (readonly TypeChange[])[] {
  return groupedBy(changes, ({ place, what, rule }) => [place?.pointer, rule, what].join("\n"));
}

/** What happened alike in several places, such as a parameter that each path declares: told once. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  return groupedBy(findings, likeness).flatMap((group) => {
    const [first] = group;
    const operations = new Set(group.flatMap((finding) => finding.operations));
    return first ? Object.assign({}, first, { operations: [...operations] }) : [];
  });
}

function likeness({ what, wire, type, section }: Finding): string {
  return JSON.stringify([what, wire?.rule, wire?.message, type?.rule, type?.before, type?.after, section]);
}

function groupedBy<T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(list, keyOf).values()];
}

function gravest(changes: readonly TypeChange[]): TypeChange | undefined {
  const level = highest(changes.map((change) => change.level));
  return changes.find((change) => change.level === level);
}
