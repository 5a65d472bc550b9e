import { childOf, type Child, type Kind } from "../load/grammar.ts";
import { isList, isObject, type JsonObject, mapMembers } from "../load/json.ts";
import type { Json } from "../read/model.ts";
import { commentText } from "./typescript/comment.ts";

/**
 * A document whose texts can stand in the doc comments that openapi-typescript prints: those it takes as they are, so
 * that a description may add a tag, or a word that the compiler obeys. What needs no change is shared.
 */
export function withCommentTexts(document: JsonObject): JsonObject {
  return inObject("document", document);
}

/** Members that become comments as they are, and those of which the whole value does. */
const TEXTS: ReadonlySet<string> = new Set(["title", "summary", "description", "format"]);
const VALUES: ReadonlySet<string> = new Set(["default", "example"]);

/** Recursive, as deep as a document may be. */
function inObject(kind: Kind, value: JsonObject): JsonObject {
  return mapMembers(value, (inner, key) => {
    const child = childOf(kind, key);
    if (child !== undefined && !(kind === "schema" && key === "examples")) return inChild(child, inner);
    if (TEXTS.has(key) && typeof inner === "string") return commentText(inner);
    return VALUES.has(key) || (key === "examples" && isList(inner)) ? inValue(inner) : inner;
  });
}

function inChild({ kind, shape }: Child, value: Json): Json {
  const one = (inner: Json): Json => (isObject(inner) ? inObject(kind, inner) : inner);
  if (shape === "one") return one(value);
  if (isList(value)) return listed(value, one);
  return shape === "map" && isObject(value) ? mapMembers(value, one) : value;
}

function inValue(value: Json): Json {
  if (typeof value === "string") return commentText(value);
  if (isList(value)) return listed(value, inValue);
  if (!isObject(value)) return value;
  const odd = Object.keys(value).some((key) => commentText(key) !== key);
  const inside = mapMembers(value, inValue);
  return odd
    ? Object.fromEntries(Object.entries(inside).map(([key, inner]) => [commentText(key), inner]))
    : inside;
}

function listed(list: readonly Json[], change: (item: Json) => Json): readonly Json[] {
  const items = list.map(change);
  return items.some((item, index) => item !== list[index]) ? items : list;
}
