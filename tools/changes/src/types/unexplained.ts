import type { TypeChange } from "../verdict/finding.ts";
import { operationPointer } from "./place.ts";
import { sharesRuntime } from "./surface/exports.ts";
import { operationPairs, routeOf, type Surface } from "./surface/surface.ts";

/**
 * The compiler's word on each operation as a whole. Where the new function does not fit the place of the old one and
 * nothing that was found says why, that is a finding: what the walk does not know must not be lost.
 *
 * With another runtime nothing fits, as its classes are others: there the walk has compared them as they are built.
 */
export function unexplained(surface: Surface, changes: readonly TypeChange[]): readonly TypeChange[] {
  if (!sharesRuntime(surface)) return [];
  const breaking = changes.filter(({ level }) => level === "major");
  if (breaking.some(({ rule }) => rule.startsWith("type/option-"))) return [];
  const explained = new Set(breaking.flatMap(({ operations }) => operations));
  const [old, now] = [
    surface.before.exportsOf("src/operations.ts"),
    surface.after.exportsOf("src/operations.ts"),
  ];
  return operationPairs(surface).flatMap(({ name, before, after }): TypeChange[] => {
    const [one, other] = [old.get(name)?.shape, now.get(name)?.shape];
    if (!before || !after || !one || !other || explained.has(routeOf(after))) return [];
    if (surface.states.isAssignable(other, one)) return [];
    return [
      {
        rule: "type/unexplained",
        level: "major",
        what: `${name} is another function`,
        message: `The compiler does not take the new ${name} for the old one.`,
        operations: [routeOf(after)],
        place: { side: "after", pointer: operationPointer(after) },
        before: one.text,
        after: other.text,
      },
    ];
  });
}
