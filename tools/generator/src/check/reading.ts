import { isObject, member, type JsonObject } from "../load/json.ts";
import type { Kind } from "../load/grammar.ts";
import { formatPointer } from "../load/pointer.ts";
import { targetOf } from "../load/reference.ts";
import { referenceOf } from "../load/walk.ts";
import type { Json } from "../read/model.ts";

/** An object and where it really stands, references followed. */
export interface Located {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Finds the object itself, or what its references lead to at last; `undefined`: nowhere, or in circles. */
export type Resolve = (kind: Kind, value: Json | undefined, pointer: string) => Located | undefined;

/** A {@link Resolve} for references within a document. */
export function resolver(document: JsonObject): Resolve {
  return (kind, start, from) => {
    let value = start;
    let pointer = from;
    const seen = new Set<string>();
    for (;;) {
      if (!isObject(value)) return undefined;
      const reference = referenceOf(kind, value);
      if (reference === undefined) return { value, pointer };
      const target = seen.has(reference) ? undefined : targetOf(document, reference);
      if (target === undefined) return undefined;
      seen.add(reference);
      value = target.value;
      pointer = formatPointer(target.tokens);
    }
  };
}

/** Members of an object whose keys are names by the specification's rules, `x-` extensions left out. */
export function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value).filter(([key]) => !key.startsWith("x-")) : [];
}

/** A member that is text, else `undefined`. */
export function textOf(value: Json | undefined, key: string): string | undefined {
  const text = member(value, key);
  return typeof text === "string" ? text : undefined;
}
