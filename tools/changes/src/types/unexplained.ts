import type { TypeChange } from "../verdict/finding.ts";
import { type Comparison, has } from "./compare.ts";
import type { Shape } from "./compiler/shape.ts";
import { sharesRuntime } from "./surface/exports.ts";
import { placeOf, type Root, type Surface } from "./surface/surface.ts";

/**
 * The compiler's word on all that was walked, as a whole: where it tells two types apart and the walk does not, that is
 * a finding. What the walk does not know must not be lost.
 *
 * With another runtime nothing fits, as its classes are others: there the walk has compared them as they are built.
 */
export function unexplained(
  surface: Surface,
  comparison: Comparison,
  roots: readonly Root[],
): readonly TypeChange[] {
  if (!sharesRuntime(surface)) return [];
  const telling = comparison.unitsWithDifferences();
  const fits = (source: Shape, target: Shape): boolean =>
    source.id === target.id || surface.states.isAssignable(source, target);
  return roots.flatMap(({ unit, label, operations, place }): TypeChange[] => {
    const { before, after, role } = unit;
    const [source, target] = role === "get" ? [after, before] : [before, after];
    const breaks = !fits(source, target);
    // The compiler takes no interface for an object of any names, but what is given is written anew.
    const isOpened = role === "give" && has(unit, ({ kind }) => kind === "open-added");
    const explains = isOpened || has(unit, ({ level }) => level === "major");
    if (breaks ? explains : telling.has(unit) || fits(target, source)) return [];
    return [
      {
        rule: "type/unexplained",
        level: breaks ? "major" : "minor",
        what: `${label} is of another type`,
        message: breaks ? `The compiler does not take one for the other.` : `Its type is another one.`,
        operations,
        place: placeOf("after", place("after", [])),
        before: before.text,
        after: after.text,
      },
    ];
  });
}
