import { isDeepStrictEqual } from "node:util";
import { childPointer, isObject } from "@keysmith/generator";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { WireChange } from "../verdict/finding.ts";
import type { Value } from "./change.ts";
import { Reach } from "./reach.ts";
import { subject } from "./subject.ts";

/** Where a document keeps named examples: of bodies, parameters and headers, and for all of them. */
const HOLDER = /^(?:#\/components|.*\/(?:content|parameters|headers)\/[^/]+)\/examples$/;

/** Examples that show something else under their old names. Redocly does not look at the values. */
export function exampleChanges(before: Snapshot["source"], after: Snapshot["source"]): readonly WireChange[] {
  const reach = new Reach(after.document);
  return [...changed(before.document, after.document, "#")].map((pointer) => ({
    level: "patch",
    rule: "wire/documentation",
    message: "Nothing but documentation changes.",
    what: `${subject(after.document, pointer)} changed`,
    operations: reach.of(pointer).operations,
    place: { side: "after", pointer },
  }));
}

function* changed(was: Value, is: Value, pointer: string): Generator<string> {
  if (typeof was !== "object" || typeof is !== "object" || was === is) return;
  const old = new Map(Object.entries(was ?? {}));
  for (const [key, inner] of Object.entries(is ?? {})) {
    const at = childPointer(pointer, key);
    const known = old.get(key);
    if (!HOLDER.test(pointer)) yield* changed(known, inner, at);
    else if (isObject(known) && isObject(inner) && !isDeepStrictEqual(known["value"], inner["value"]))
      yield at;
  }
}
