import type { Content, Operation, Response } from "../../read/model.ts";
import { literal } from "./literal.ts";
import { failures, successes } from "./shape.ts";
import { printType } from "./type.ts";

/**
 * Contents that are printed once though several media types have them. Names and plain types are the same to the compiler
 * anyway; of two objects with the same members it makes a union.
 */
export interface Contents {
  /** `body`, or a status. */
  readonly place: string | number;
  readonly contents: readonly Content[];
}

export function contentsAt(place: string | number, contents: readonly Content[]): Contents {
  return { place, contents };
}

/** What a type test has to pass over; no member, or one. */
export function repeatedIn(all: readonly Contents[]): readonly string[] {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const { place, contents } of all) {
    for (const { mediaType, type } of contents) {
      const text = printType(type);
      if (!text.includes("{")) continue;
      if (seen.has(text)) repeated.push(literal(`${place} ${mediaType}`));
      seen.add(text);
    }
  }
  return repeated.length === 0 ? [] : [repeated.join(" | ")];
}

export function repeatedResults(operation: Operation): readonly string[] {
  return repeatedIn(successes(operation).map(answer));
}

/** Each status has a type of its own. */
export function repeatedErrors(operation: Operation): readonly string[] {
  const repeated = failures(operation).flatMap((response) => repeatedIn([answer(response)]));
  return repeated.length === 0 ? [] : [repeated.join(" | ")];
}

function answer({ status, contents }: Response): Contents {
  return contentsAt(status, contents);
}
