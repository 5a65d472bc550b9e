/** One thing wrong with a document, at its place. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** As the caller named it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** JSON pointer as a URI fragment, `#/paths/~1keys/get`. */
  readonly pointer: string;
  /** What is wrong, what was expected, what was found; one sentence or two. */
  readonly message: string;
  /** Which rule says so, `identical-paths`; `structure` for the official schema, `load` for what cannot be read. */
  readonly rule: string;
}

/** Thrown when a document is refused; carries every problem found, not the first. */
export class SpecProblems extends Error {
  override readonly name = "SpecProblems";
  readonly problems: readonly Problem[];
  /** What would have been said, had it not been refused. */
  readonly warnings: readonly Problem[];

  constructor(problems: readonly Problem[], warnings: readonly Problem[] = []) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
    this.warnings = warnings;
  }
}

/** `file:line:column  #/json/pointer  message`: the form editors and terminals turn into a link. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}  ${problem.pointer}  ${problem.message}`;
}
