import type { Json } from "../read/model.ts";

/**
 * A JSON object as it stands in a document. Its keys come from whoever wrote the document, `__proto__` and
 * `constructor` included: read them with {@link member}, never with a bare index.
 */
export type JsonObject = { readonly [key: string]: Json };

/** True for objects; lists and `null` are none. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

/** `Array.isArray`, but it understands read-only lists. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value's own member of that name; `undefined` where there is none or the value has no members. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!isList(value)) {
    // Mostly there is nothing of the name, and then nothing was inherited either.
    const found = (value as JsonObject)[key];
    return found === undefined || !Object.hasOwn(value, key) ? undefined : found;
  }
  if (!Object.hasOwn(value, key)) return undefined;
  // A list owns `length` as well, and answers to "00" no more than JSON pointers do.
  return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
}

/** The object with each member replaced; the same object when nothing changes. Own members only, `__proto__` included. */
export function mapMembers(object: JsonObject, replace: (inner: Json, key: string) => Json): JsonObject {
  const changed = new Map<string, Json>();
  for (const [key, inner] of Object.entries(object)) {
    const replaced = replace(inner, key);
    if (replaced !== inner) changed.set(key, replaced);
  }
  if (changed.size === 0) return object;
  const entries = Object.entries(object).map(([key, inner]): [string, Json] => [
    key,
    changed.has(key) ? (changed.get(key) ?? null) : inner,
  ]);
  return Object.fromEntries(entries);
}

/** What was found, for messages: the value itself when it is short, else its kind. */
export function describe(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (isList(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isObject(value)) return Object.keys(value).length === 0 ? "an empty object" : "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** `` `a`, `b` or `c` ``; an empty list is "nothing". */
export function listed(names: readonly string[], conjunction: "and" | "or"): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop();
  if (last === undefined) return "nothing";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${conjunction} ${last}`;
}

/** For messages: the members of an object, the first few of many. */
export function membersOf(value: Json): string {
  const names = isObject(value) ? Object.keys(value) : [];
  const shown = names.slice(0, 8);
  return names.length > shown.length
    ? `${shown.map((name) => `\`${name}\``).join(", ")}, …`
    : listed(shown, "and");
}
