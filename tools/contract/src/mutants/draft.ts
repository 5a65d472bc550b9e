import type { Json, JsonObject, Operation } from "@keysmith/generator";
import { isObject, keysOf, list, member } from "../document/pointer.ts";

/** A copy of a document to change something in, with one operation left. */
export interface Draft {
  readonly operation: JsonObject;
  /** Its parameters, those of its path too. */
  readonly parameters: () => readonly JsonObject[];
  readonly body: () => JsonObject | undefined;
  /** What a reference leads to; anything else is itself. */
  readonly follow: (value: Json | undefined) => Json | undefined;
}

/** A copy of a document with one operation left, the smaller the sooner it is served, and one thing changed. */
export function draftOf(
  document: JsonObject,
  { path, method }: Operation,
  change: (draft: Draft) => void,
): JsonObject {
  const item = Object(member(document["paths"], path));
  const others = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
  others.delete(method.toLowerCase());
  const kept = Object.fromEntries(Object.entries(item).filter(([name]) => !others.has(name)));
  const copy: JsonObject = structuredClone({ ...document, paths: { [path]: Object(kept) } });
  const operation: JsonObject = Object(member(member(copy["paths"], path), method.toLowerCase()));
  const follow = (value: Json | undefined): Json | undefined => {
    const reference = member(value, "$ref");
    if (typeof reference !== "string") return value;
    return follow(keysOf(reference).reduce<Json | undefined>(member, copy));
  };
  change({
    operation,
    parameters: () =>
      [operation["parameters"], member(member(copy["paths"], path), "parameters")]
        .flatMap(list)
        .map(follow)
        .filter(isObject),
    body: () => {
      const body = follow(operation["requestBody"]);
      return isObject(body) ? body : undefined;
    },
    follow,
  });
  return copy;
}
