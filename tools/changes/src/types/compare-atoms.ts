import type { Shape } from "./compiler/shape.ts";
import type { Difference, Role } from "./difference.ts";

/** What the comparison of unions needs of the walk it is part of. */
export interface Walk {
  report(difference: Omit<Difference, "steps">): void;
  /** Whether what was written against one type still compiles against the other. */
  fits(before: Shape, after: Shape): boolean;
}

/** Members of a union, or the type itself. */
function atomsOf(shape: Shape): readonly Shape[] {
  return shape.form.kind === "union" ? shape.form.members : [shape];
}

const NOTHING: ReadonlyMap<string, string> = new Map([
  ["null", "null"],
  ["undefined", "undefined"],
  ["void", "nothing"],
]);

/** `null`, `undefined`, `void`. */
function nothing({ form }: Shape): string | undefined {
  return form.kind === "primitive" && NOTHING.has(form.name) ? form.name : undefined;
}

/** What makes two atoms of two states the same without a look inside; undefined for what has an inside. */
function identityOf({ form, text }: Shape): string | undefined {
  if (form.kind === "primitive") return form.name;
  if (form.kind === "literal") return `literal ${form.value}`;
  return form.kind === "opaque" ? `opaque ${text}` : undefined;
}

function isAmong(identities: ReadonlySet<string | undefined>, atom: Shape): boolean {
  const identity = identityOf(atom);
  return identity !== undefined && identities.has(identity);
}

/**
 * Compares two types member by member and reports what is in one of them only.
 *
 * @returns Pairs of members that have an inside, to be compared there.
 */
export function compareAtoms(
  before: Shape,
  after: Shape,
  role: Role,
  walk: Walk,
): readonly (readonly [Shape, Shape])[] {
  let [gone, come] = [atomsOf(before), atomsOf(after)];
  const identities = [new Set(gone.map(identityOf)), new Set(come.map(identityOf))] as const;
  gone = gone.filter((atom) => !isAmong(identities[1], atom));
  come = come.filter((atom) => !isAmong(identities[0], atom));
  const same = new Set(gone.map(({ id }) => id).filter((id) => come.some((atom) => atom.id === id)));
  gone = gone.filter(({ id }) => !same.has(id));
  come = come.filter(({ id }) => !same.has(id));

  // A type that became `void` as a whole is not one that may be nothing: it changed.
  const nothingElse = [before, after].some((shape) => atomsOf(shape).every((atom) => nothing(atom)));
  if (!nothingElse || gone.length === 0 || come.length === 0)
    [gone, come] = compareNothing({ before, after, role, walk }, gone, come);

  const pairs = pairUp(gone, come, walk);
  gone = gone.filter((atom) => !pairs.some(([one]) => one === atom) && !isReplaced(atom, after, walk));
  come = come.filter((atom) => !pairs.some(([, other]) => other === atom) && !isFamiliar(atom, before, walk));
  compareRest({ before, after, role, walk }, gone, come);
  return pairs;
}

/** Whether what was written against a member that is gone compiles against one that is there. */
function isReplaced(gone: Shape, after: Shape, { fits }: Walk): boolean {
  return hasInside(gone) && atomsOf(after).some((atom) => isAlike(gone, atom) && fits(gone, atom));
}

/** Whether a new member is read as one that was there before. */
function isFamiliar(come: Shape, before: Shape, { fits }: Walk): boolean {
  return hasInside(come) && atomsOf(before).some((atom) => isAlike(atom, come) && fits(atom, come));
}

function isAlike(one: Shape, other: Shape): boolean {
  return one !== other && kindOf(one) === kindOf(other);
}

function possibility(kind: string): string {
  return kind === "null" ? "nullable" : "maybe-undefined";
}

/** Reports `null` and `undefined` that came or went, and leaves them out of both lists. */
function compareNothing(
  { before, after, role, walk }: Whole,
  gone: readonly Shape[],
  come: readonly Shape[],
): [readonly Shape[], readonly Shape[]] {
  const types = textsOf(before, after);
  for (const atom of come) {
    const kind = nothing(atom);
    if (kind)
      walk.report({
        kind: possibility(kind),
        level: role === "give" ? "minor" : "major",
        message: `may be ${NOTHING.get(kind)}`,
        ...types,
      });
  }
  for (const atom of gone) {
    const kind = nothing(atom);
    if (kind)
      walk.report({
        kind: `not-${possibility(kind)}`,
        level: role === "give" ? "major" : "minor",
        message: `is never ${NOTHING.get(kind)}`,
        ...types,
      });
  }
  return [gone.filter((atom) => !nothing(atom)), come.filter((atom) => !nothing(atom))];
}

/** Members that are one another's successors: of the same name, that fit, or that are the last of their kind. */
function pairUp(
  gone: readonly Shape[],
  come: readonly Shape[],
  walk: Walk,
): readonly (readonly [Shape, Shape])[] {
  const pairs: (readonly [Shape, Shape])[] = [];
  let [ours, theirs] = [gone.filter(hasInside), come.filter(hasInside)];
  const pair = (test: (one: Shape, other: Shape) => boolean): void => {
    for (const one of ours) {
      const other = theirs.find((candidate) => test(one, candidate));
      if (!other) continue;
      pairs.push([one, other]);
      ours = ours.filter((each) => each !== one);
      theirs = theirs.filter((each) => each !== other);
    }
  };
  pair((one, other) => one.name !== undefined && one.name === other.name);
  pair((one, other) => kindOf(one) === kindOf(other) && walk.fits(one, other));
  for (const kind of new Set(ours.map(kindOf))) {
    const [one, second] = ours.filter((each) => kindOf(each) === kind);
    const [other, otherSecond] = theirs.filter((each) => kindOf(each) === kind);
    if (one && other && !second && !otherSecond) pair((mine, found) => mine === one && found === other);
  }
  return pairs;
}

/** Whether there are types in a type, or in a member of it. */
export function hasInside({ form }: Shape): boolean {
  if (form.kind === "union") return form.members.some(hasInside);
  return form.kind === "array" || form.kind === "tuple" || form.kind === "generic" || form.kind === "object";
}

function kindOf({ form }: Shape): string {
  if (form.kind === "tuple") return `tuple ${form.elements.length}`;
  return form.kind === "generic" ? `generic ${form.target}` : form.kind;
}

interface Whole {
  readonly before: Shape;
  readonly after: Shape;
  readonly role: Role;
  readonly walk: Walk;
}

/** What has no counterpart on the other side. */
function compareRest(whole: Whole, gone: readonly Shape[], come: readonly Shape[]): void {
  const { before, after, role, walk } = whole;
  const refused = gone.filter((atom) => !isCovered(atom, after, role));
  const surplus = come.filter((atom) => !isCovered(atom, before, role));
  if (refused.length === 0 && surplus.length === 0) {
    if (role === "get" && gone.length + come.length > 0 && !isOpen(before))
      walk.report(changed(whole, "major"));
    return;
  }
  const literals = [...refused, ...surplus].every(({ form }) => form.kind === "literal");
  const unions = before.form.kind === "union" || after.form.kind === "union" || literals;
  const partly = gone.length < atomsOf(before).length || come.length < atomsOf(after).length || literals;
  if (!unions || !partly) {
    const widened = role === "give" && refused.length === 0;
    walk.report(changed(whole, widened ? "minor" : "major"));
    return;
  }
  const kind = literals ? "literal" : "member";
  const both = textsOf(before, after);
  if (refused.length > 0)
    walk.report({ kind: `${kind}-removed`, level: "major", message: `is never ${texts(refused)}`, ...both });
  if (surplus.length > 0) {
    const level = role === "give" || isOpen(before) ? "minor" : "major";
    walk.report({ kind: `${kind}-added`, level, message: `may be ${texts(surplus)}`, ...both });
  }
}

/** How both are printed, by their members where they have one name. */
function textsOf(before: Shape, after: Shape): { readonly before: string; readonly after: string } {
  const isNamed = before.text === after.text;
  const [one, other] = [before, after].map((shape) => (isNamed ? texts(atomsOf(shape), " | ") : shape.text));
  return { before: one ?? "", after: other ?? "" };
}

function texts(atoms: readonly Shape[], between = ", "): string {
  return atoms.map(({ text }) => text).join(between);
}

/** Whether a type takes an atom in although it does not name it: a `string` does any of its literals. */
function isCovered(atom: Shape, by: Shape, role: Role): boolean {
  const wide = atomsOf(by).flatMap(({ form }) => (form.kind === "primitive" ? [form.name] : []));
  if (role === "give" && (wide.includes("unknown") || wide.includes("any"))) return true;
  if (atom.form.kind !== "literal") return false;
  const { base } = atom.form;
  return wide.some((name) => name === base || name.startsWith(`${base} & `));
}

/** Whether a union says that there may be values it does not list. */
function isOpen(shape: Shape): boolean {
  return atomsOf(shape).some(({ form }) => form.kind === "primitive" && form.name.includes(" & "));
}

function changed({ before, after }: Whole, level: Difference["level"]): Omit<Difference, "steps"> {
  const message = `is ${after.text}, was ${before.text}`;
  return {
    kind: level === "minor" ? "widened" : "changed",
    level,
    message,
    before: before.text,
    after: after.text,
  };
}
