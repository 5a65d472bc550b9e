import type { Level } from "../../src/verdict/level.ts";
import type { Edit } from "./edit.ts";

/**
 * What is expected of a change: `minor + major = major, minor` is minor on the wire and major for the compiler, which
 * makes it major from 1.0.0 on, and minor before.
 */
export type Expected = `${Level} + ${Level} = ${Level}, ${Level}`;

/** One edit of the base document, and what each axis says of it: of the edit (`forth`), and of its undoing (`back`). */
export interface Row {
  readonly edit: string;
  readonly change: Edit;
  readonly forth: Expected;
  readonly back: Expected;
  /** Where the verdict is not obvious. */
  readonly why?: string;
}

/** A direction of a row with its expectation taken apart. */
export interface Case {
  readonly title: string;
  readonly row: Row;
  readonly direction: "forth" | "back";
  readonly wire: Level;
  readonly type: Level;
  /** From 1.0.0 on. */
  readonly bump: Level;
  /** Before 1.0.0. */
  readonly early: Level;
}

/** Both directions of every row. */
export function cases(rows: readonly Row[]): readonly Case[] {
  return rows.flatMap((row) => [caseOf(row, "forth"), caseOf(row, "back")]);
}

function caseOf(row: Row, direction: Case["direction"]): Case {
  const [wire, type, bump, early] = row[direction].split(/ \+ | = |, /) as [Level, Level, Level, Level];
  return {
    title: direction === "forth" ? row.edit : `${row.edit}, undone`,
    row,
    direction,
    wire,
    type,
    bump,
    early,
  };
}
