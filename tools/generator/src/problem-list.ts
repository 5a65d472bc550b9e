import { formatProblem, type Problem } from "./problem.ts";

/** A kind with a few more than are shown is shown whole: "and 1 more" saves nobody anything. */
const shown = 3;
const whole = 5;

/**
 * Problems for a terminal, one per line: of many of a kind only the first few, since a large document can have thousands.
 *
 * @param prefix - In front of each line.
 */
export function listProblems(problems: readonly Problem[], prefix = ""): string {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = `${problem.file} ${problem.rule} ${problem.message.replaceAll(/`[^`]*`|"[^"]*"|\d+/g, "")}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [problem]);
    else known.push(problem);
  }
  const lines = [...kinds.values()].flatMap((kind) => {
    const some = (kind.length > whole ? kind.slice(0, shown) : kind).map(formatProblem);
    const more = kind.length - some.length;
    return more === 0 ? some : some.concat(`… and ${more} more like it; --report FILE lists all`);
  });
  return lines.map((line) => `${prefix}${line}\n`).join("");
}
