import { type JsonObject, lookup, parsePointer } from "@keysmith/generator";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { Reach, type Uses } from "./reach.ts";
import type { Difference } from "./redocly.ts";

/** A difference with what a rule needs to rate it. */
export interface Change extends Difference {
  /** The whole part as it was, and as it is; undefined where it is not. */
  readonly was: Value;
  readonly is: Value;
  /** What uses the part, before or after. */
  readonly operations: readonly string[];
  /** A caller writes it. */
  readonly inRequest: boolean;
  /** A caller reads it. */
  readonly inResponse: boolean;
  /** What a name or an index in the part's pointer stands for: `parameters` of `…/parameters/3`. */
  readonly holder: string;
  /** What held it before: the responses that an operation had. */
  readonly holderBefore: Value;
}

export type Value = JsonObject[string] | undefined;

/** Looks up what differs in both documents. */
export function changesOf(
  found: readonly Difference[],
  before: Snapshot["source"],
  after: Snapshot["source"],
): readonly Change[] {
  const reach = { before: new Reach(before.document), after: new Reach(after.document) };
  return found.map((difference) => {
    // Where it is new, what holds it is mostly not.
    const { pointer } = difference.before ?? difference.after ?? { pointer: "#" };
    const uses = [
      ...(difference.after ? [reach.after.of(difference.after.pointer)] : []),
      ...(difference.before ? [reach.before.of(difference.before.pointer)] : []),
    ];
    return {
      ...difference,
      was: difference.before && valueAt(before.document, difference.before.pointer),
      is: difference.after && valueAt(after.document, difference.after.pointer),
      operations: [...new Set(uses.flatMap(({ operations }) => operations))],
      inRequest: travels(uses, "request"),
      inResponse: travels(uses, "response"),
      holder: parsePointer(pointer).at(-2) ?? "",
      holderBefore: valueAt(before.document, pointer.slice(0, pointer.lastIndexOf("/"))),
    };
  });
}

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(document: JsonObject, pointer: string): Value {
  const found = lookup(document, parsePointer(pointer));
  return found.found ? found.value : undefined;
}

function travels(uses: readonly Uses[], direction: "request" | "response"): boolean {
  return uses.some(({ directions }) => directions.has(direction));
}
