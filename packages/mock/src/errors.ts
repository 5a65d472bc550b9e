import type { Source } from "./document/source.ts";

/**
 * A mock could not start: an unknown provider, an unusable document, a taken port. Or a test said to it what the document
 * does not have: an operation, a status, an example. The message says what there is, and what to do.
 */
export class MockError extends Error {
  override readonly name: string = "MockError";
}

/** No provider of that name; the message names the known ones. */
export class UnknownProviderError extends MockError {
  override readonly name = "UnknownProviderError";
}

/** One thing that keeps a document from being served, at its place. */
export interface SpecProblem {
  /** JSON pointer as a URI fragment, `#/components/schemas/Key/properties/name`. */
  readonly pointer: string;
  readonly message: string;
}

/** The document cannot be served; carries every problem found, not the first. */
export class SpecError extends MockError {
  override readonly name = "SpecError";
  readonly problems: readonly SpecProblem[];

  constructor(source: Source, problems: readonly SpecProblem[]) {
    super(
      problems
        .map(({ pointer, message }) => `${source.placeOf(keysIn(pointer))}  ${pointer}  ${message}`)
        .join("\n"),
    );
    this.problems = problems;
  }
}

function keysIn(pointer: string): readonly string[] {
  const escaped = pointer.split("/").slice(1);
  return escaped.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A value that a caller gave, as a message shows it. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
