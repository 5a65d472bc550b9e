import { childPointer, type JsonObject } from "@keysmith/generator";
import type { Place } from "./finding.ts";

/** Where a place comes in a document; what belongs to no document comes last. */
export type Order = (place: Place | undefined) => number;

/**
 * The order of the new document. What stands in the old one only comes where its nearest neighbour before it does.
 */
export function orderOf(before: JsonObject, after: JsonObject): Order {
  const known = new Map<string, number>();
  let next = 0;
  number(after, "#", (pointer) => known.set(pointer, next++));
  let last = 0;
  let step = 0;
  number(before, "#", (pointer) => {
    const index = known.get(pointer);
    if (index !== undefined) [last, step] = [index, 0];
    // A document has fewer parts than this on end that went.
    else known.set(pointer, last + ++step / 1e6);
  });
  return (place) => {
    for (let { pointer } = place ?? { pointer: "" }; pointer !== "";) {
      const index = known.get(pointer);
      if (index !== undefined) return index;
      pointer = pointer.slice(0, Math.max(pointer.lastIndexOf("/"), 0));
    }
    return place ? 0 : Number.POSITIVE_INFINITY;
  };
}

function number(value: JsonObject[string], pointer: string, visit: (pointer: string) => void): void {
  visit(pointer);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) number(inner, childPointer(pointer, key), visit);
}
