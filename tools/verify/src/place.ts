import type { Source } from "@keysmith/generator";
import type { Drift } from "./drift.ts";

/** Where to look in the document: what editors and terminals turn into a link. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly pointer: string;
}

export function placeOf(source: Source, { pointer }: Pick<Drift, "pointer">): Place {
  const { file, line, column } = source.problem("warning", pointer, "");
  return { file, line, column, pointer };
}
