import type { TypeChange } from "../verdict/finding.ts";
import { reaches } from "../verdict/level.ts";
import type { Comparison } from "./compare.ts";
import { type Difference, pathOf, type Step, type Unit } from "./difference.ts";
import type { Note, Root } from "./surface/surface.ts";
import type { Side } from "./states.ts";

/** A change, and whether another one may say it better. */
interface Candidate {
  readonly change: TypeChange;
  readonly isEcho: boolean;
}

/** One difference, and every place where users meet it. */
interface Met {
  readonly difference: Difference;
  /** The named type that has it, and the way from there; undefined outside of named types. */
  readonly model: string | undefined;
  readonly path: string;
  readonly roots: { readonly root: Root; readonly steps: readonly Step[] }[];
}

/** What is to be said of all that was walked, each thing once. */
export function report(
  comparison: Comparison,
  roots: readonly Root[],
  notes: readonly Note[],
): readonly TypeChange[] {
  const met = meet(comparison, roots);
  const candidates = [
    ...notes.map(({ isEcho, ...change }) => ({ change, isEcho })),
    ...met.map((each) => ({ change: changeOf(each), isEcho: each.roots.every(({ root }) => root.isEcho) })),
  ];
  return together(withoutEchoes(candidates));
}

/** What is made of one part of the document is one change, however many types have it. */
function together(changes: readonly TypeChange[]): readonly TypeChange[] {
  const found = new Map<string, TypeChange>();
  for (const change of changes) {
    const { rule, level, place, message, what } = change;
    const key = place ? [rule, level, place.side, place.pointer].join(" ") : [rule, what, message].join(" ");
    const known = found.get(key);
    const operations = new Set([...(known?.operations ?? []), ...change.operations]);
    found.set(key, { ...(known ?? change), operations: [...operations] });
  }
  return [...found.values()];
}

/** Finds every place of every difference. */
function meet(comparison: Comparison, roots: readonly Root[]): readonly Met[] {
  const telling = comparison.unitsWithDifferences();
  const found = new Map<string, Met>();
  for (const root of roots) {
    const named = new Set<Unit>();
    const visit = (
      unit: Unit,
      from: readonly Step[],
      owner: readonly Step[],
      model: string | undefined,
      on: ReadonlySet<Unit>,
    ): void => {
      if (!telling.has(unit) || on.has(unit)) return;
      const name = unit.before.name === unit.after.name ? unit.before.name : undefined;
      if (name !== undefined) {
        if (named.has(unit)) return;
        named.add(unit);
        [owner, model] = [[], name];
      }
      for (const difference of unit.differences) {
        const path = pathOf([...owner, ...difference.steps]);
        const key = [model ?? root.label, path, difference.kind, unit.role, difference.message].join("\n");
        const known = found.get(key) ?? { difference, model, path, roots: [] };
        known.roots.push({ root, steps: [...from, ...difference.steps] });
        found.set(key, known);
      }
      // Without names, types can be met in very many ways: each once.
      const way = model === undefined && root.isEcho ? on : new Set([...on, unit]);
      if (way === on) (on as Set<Unit>).add(unit);
      for (const { steps, unit: inner } of unit.inside)
        visit(inner, [...from, ...steps], [...owner, ...steps], model, way);
    };
    visit(root.unit, [], [], undefined, new Set());
  }
  return [...found.values()];
}

function changeOf({ difference, model, path, roots }: Met): TypeChange {
  const ours = roots.some(({ root }) => !root.isEcho) ? roots.filter(({ root }) => !root.isEcho) : roots;
  const [first] = ours;
  const labels = new Set(ours.map(({ root }) => root.label));
  const subject = first?.root.subject ?? "export";
  const place = (side: Side): TypeChange["place"] => {
    const pointer = first?.root.place(side, first.steps);
    return pointer === undefined ? undefined : { side, pointer };
  };
  const gone = difference.kind === "removed";
  const { message, before, after } = difference;
  const level = first?.root.levelOf?.(difference, first.steps) ?? difference.level;
  const where =
    labels.size > 1 && model !== undefined
      ? `${model}${path === "" ? "" : path.startsWith("[") ? path : `.${path}`}`
      : [`${first?.root.label}`, pathOf(first?.steps ?? [])].filter((part) => part !== "").join(": ");
  return {
    rule: `type/${subject}-${difference.kind}`,
    level,
    what: `${where} ${message}`,
    message: `${path === "" ? (model ?? "It") : path} ${message}.`,
    operations: [...new Set(ours.flatMap(({ root }) => root.operations))],
    before,
    after,
    place: gone ? (place("before") ?? place("after")) : (place("after") ?? place("before")),
  };
}

/** Leaves out what is said better by another change: of the same place, of the same operations, and as grave. */
function withoutEchoes(candidates: readonly Candidate[]): readonly TypeChange[] {
  const kept = candidates.filter(({ isEcho }) => !isEcho).map(({ change }) => change);
  for (const { change, isEcho } of candidates) {
    if (!isEcho) continue;
    if (!kept.some((other) => says(other, change))) kept.push(change);
  }
  return kept;
}

function says(other: TypeChange, change: TypeChange): boolean {
  if (!reaches(other.level, change.level)) return false;
  const meets =
    change.operations.length === 0 || other.operations.some((one) => change.operations.includes(one));
  const pointer = change.place?.pointer;
  // What is said of an operation as a whole, or of what has no place, is said by whatever is said of its parts.
  const wide = pointer === undefined || /^#\/paths\/[^/]+\/[^/]+(?:\/responses)?$/.test(pointer);
  const rule = change.rule;
  if (rule === "type/raw-error-member-added" || rule === "type/raw-error-changed") return false;
  if (rule === "type/raw-path-removed") return other.rule === "type/operation-removed" && meets;
  return other.place?.pointer === pointer ? meets || pointer !== undefined : wide && meets;
}
