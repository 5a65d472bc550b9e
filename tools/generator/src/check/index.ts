import type { Source } from "../load/index.ts";
import { SpecProblems, type Problem } from "../problem.ts";
import { createContext, Enough } from "./context.ts";
import type { Finding } from "./finding.ts";
import { rules } from "./rules.ts";
import { checkStructure, type Structure } from "./structure/index.ts";

/**
 * Judges a document: by the official schema of its version, then by our rules.
 *
 * @returns warnings: what is legal but not carried over in full
 * @throws SpecProblems with every error, in the order of the files
 */
export function check(source: Source): readonly Problem[] {
  const structure = checkStructure(source.document, source.version);
  const findings: Finding[] = [];
  let name = "";
  const context = createContext(source, (finding) => void findings.push({ ...finding, rule: name }));
  try {
    for (const rule of rules) {
      name = kebabCase(rule.name);
      rule(context);
    }
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  const problems = [...structure.findings, ...withoutEchoes(findings, structure)]
    .map(({ severity, pointer, message, rule }) =>
      Object.assign(source.problem(severity, pointer, message), { rule }),
    )
    .toSorted(inOrder(source));
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (errors.length > 0) throw new SpecProblems(errors, warnings);
  return warnings;
}

/** `identicalPaths` -> `identical-paths`. */
function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A rule has nothing to add where the structure is wrong already, or to a name that is only misspelt. */
function withoutEchoes(
  findings: readonly Finding[],
  { findings: broken, misspelt }: Structure,
): readonly Finding[] {
  const places = new Set(broken.flatMap(({ pointer, missing }) => (missing === undefined ? [pointer] : [])));
  return findings.filter(
    ({ pointer, missing }) =>
      !places.has(pointer) && !(missing !== undefined && misspelt.has(`${pointer} ${missing}`)),
  );
}

/** The root file first, then the others by name; within a file from top to bottom. */
function inOrder(source: Source): (a: Problem, b: Problem) => number {
  const rank = ({ file }: Problem): string => (file === source.file ? "" : file);
  return (a, b) => {
    if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
    return a.line - b.line || a.column - b.column;
  };
}
