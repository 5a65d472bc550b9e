import type { Json } from "../read/model.ts";
import { member } from "./json.ts";

/** Keys and indices that lead from the root to a value, decoded. */
export type Tokens = readonly string[];

/**
 * `["paths", "/keys"]` -> `#/paths/~1keys`. Only what a pointer itself needs is escaped: braces and spaces stay
 * readable, since these pointers are for people.
 */
export function formatPointer(tokens: Tokens): string {
  return `#${tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`;
}

/** The opposite of {@link formatPointer}. */
export function parsePointer(pointer: string): Tokens {
  return pointer
    .replace(/^#/, "")
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Pointer of a member of the value at `pointer`. */
export function childPointer(pointer: string, ...keys: readonly (string | number)[]): string {
  return pointer + formatPointer(keys.map(String)).slice(1);
}

/**
 * The fragment of a `$ref` as tokens; `undefined` when it is no JSON pointer (an anchor such as `#node`).
 * A fragment is part of a URI, so `%7B` stands for `{`; a stray `%` stands for itself.
 */
export function parseFragment(fragment: string): Tokens | undefined {
  if (fragment !== "" && !fragment.startsWith("/")) return undefined;
  return parsePointer(percentDecode(fragment));
}

/** A pointer as a `$ref` spells it, where `%` begins an escape. */
export function toFragment(pointer: string): string {
  return pointer.replaceAll("%", "%25");
}

/** `decodeURIComponent` that leaves malformed text alone. */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a walk along a pointer came to: the value, or the last value on the way that exists. */
export type Lookup =
  | { readonly found: true; readonly value: Json }
  | { readonly found: false; readonly last: Json; readonly depth: number };

/** Walks along `tokens` from `root`; `depth` of a failed walk is the index of the token that led nowhere. */
export function lookup(root: Json, tokens: Tokens): Lookup {
  let value = root;
  for (const [depth, token] of tokens.entries()) {
    const next = member(value, token);
    if (next === undefined) return { found: false, last: value, depth };
    value = next;
  }
  return { found: true, value };
}
