import type { Operation } from "@keysmith/generator";
import type { Arguments, Cell } from "./cell.ts";

/** One cell without any credential, and where several are needed together, one without each of them. */
export function credentialCells(operation: Operation, args: Arguments): readonly Cell[] {
  const alternatives = operation.security.map((alternative) => alternative.map(({ scheme }) => scheme));
  const satisfied = (present: readonly string[]): boolean =>
    alternatives.some((needed) => needed.every((scheme) => present.includes(scheme)));
  // Anonymous access is allowed, or nothing is needed at all.
  if (satisfied([]) || alternatives.length === 0) return [];
  return alternatives.flatMap((needed) => {
    const lacking =
      needed.length === 1 ? [] : needed.map((left) => needed.filter((scheme) => scheme !== left));
    return [[], ...lacking]
      .filter((present) => !satisfied(present))
      .map((present): Cell => {
        const missing = needed.filter((scheme) => !present.includes(scheme));
        const rest = present.length === 0 ? "" : `, with ${present.join(" and ")}`;
        const title = `without credential ${missing.join(" and ")}${rest}`;
        return { kind: "credential", operation, title, needed, present, args };
      });
  });
}
