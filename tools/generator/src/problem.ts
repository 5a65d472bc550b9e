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
  const { file, line, column, pointer, message } = problem;
  return `${file}:${line}:${column}  ${shown(pointer, 400)}  ${shown(message, 1200)}`;
}

/** Text of a document on one line of a terminal: what would move the cursor or end the line appears as its escape. */
function shown(text: string, longest: number): string {
  // Of a name without end the beginning and the end, so that the sentence around it stays.
  const words = text.replaceAll(/\S{150,}/g, (word) => `${word.slice(0, 100)}…${word.slice(-30)}`);
  const short = words.length > longest ? `${words.slice(0, longest)}…` : words;
  return short.replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
