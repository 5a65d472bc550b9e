import type { Problem } from "../problem.ts";

/** A problem whose line and column nobody has looked up yet. */
export interface Finding {
  readonly severity: Problem["severity"];
  readonly pointer: string;
  readonly message: string;
  readonly rule: string;
  /** Member of the object at `pointer` that is not there; if it was only misspelt, that is told instead. */
  readonly missing?: string;
}
