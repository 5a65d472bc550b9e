import { isDeepStrictEqual } from "node:util";
import { formatPointer, type JsonObject, lookup, member, parsePointer } from "@keysmith/generator";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { Reach, type Uses, valueAt } from "./reach.ts";
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
  /**
   * Where a reference leads elsewhere now: the parts it leads to are as they were, and other ones. Undefined where the
   * part itself changed.
   */
  readonly turned: Turned | undefined;
}

export interface Turned {
  /** Of what has the reference now, in the new document. */
  readonly pointer: string;
  /** Names of what it led to, and of what it leads to; undefined where there was no reference. */
  readonly from: string | undefined;
  readonly to: string | undefined;
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
    const turned = turnedBy(difference, before.document, after.document);
    // Where it is new, what holds it is mostly not.
    const { pointer } = difference.before ?? difference.after ?? { pointer: "#" };
    const uses = turned
      ? [reach.after.of(turned.pointer)]
      : [
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
      turned,
    };
  });
}

/** A part that is said to have come, gone or changed, but is there in both documents as it was. */
function turnedBy(
  { usage, kind, before, after }: Difference,
  was: JsonObject,
  is: JsonObject,
): Turned | undefined {
  if (kind === "modified" && before?.pointer === after?.pointer) return undefined;
  const stays = before !== undefined && isUntouched(before.pointer, was, is);
  const stood = after !== undefined && isUntouched(after.pointer, was, is);
  if ((!stays && !stood) || !usage.startsWith("#/paths/")) return undefined;
  const tokens = parsePointer(usage);
  const found = lookup(is, tokens);
  const depth = found.found ? tokens.length : found.depth;
  const pointer = formatPointer(tokens.slice(0, depth));
  return { pointer, from: targetAt(was, pointer), to: targetAt(is, pointer) };
}

/** Whether the component that a part belongs to is the same in both documents. */
function isUntouched(pointer: string, was: JsonObject, is: JsonObject): boolean {
  const component = /^#\/components\/[^/]+\/[^/]+/.exec(pointer)?.[0];
  if (component === undefined) return false;
  const [old, now] = [was, is].map((document) => valueAt(document, component));
  return old !== undefined && isDeepStrictEqual(old, now);
}

function targetAt(document: JsonObject, pointer: string): string | undefined {
  const target = member(valueAt(document, pointer), "$ref");
  return typeof target === "string" ? parsePointer(target).at(-1) : undefined;
}

function travels(uses: readonly Uses[], direction: "request" | "response"): boolean {
  return uses.some(({ directions }) => directions.has(direction));
}
