import type { Json, JsonObject } from "@keysmith/generator";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value's own member; undefined where there is none. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: Json | undefined = Reflect.get(value, key);
  return found;
}

/** The members of a list, or none. */
export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The members of an object, or none. */
export function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** `["paths", "/keys"]` -> `#/paths/~1keys`: for people, so braces and spaces stay. */
export function pointerOf(tokens: readonly string[]): string {
  return `#${tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`;
}

/** The opposite of {@link pointerOf}. */
export function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Keys of a `$ref`: a fragment is part of a URI, so `%7B` stands for `{`. */
export function keysOf(reference: string): readonly string[] {
  try {
    return tokensOf(decodeURIComponent(reference));
  } catch {
    return tokensOf(reference);
  }
}

/** A pointer as a `$ref` spells it. */
export function referenceTo(pointer: string): string {
  return `#${encodeURI(pointer.slice(1)).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
}
