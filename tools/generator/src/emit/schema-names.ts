import { isList, isObject, type JsonObject } from "../load/json.ts";
import type { Json } from "../read/model.ts";

/** A document without percent signs in its names, and the way back for what is printed of it. */
export interface Disguised {
  readonly value: JsonObject;
  restored(text: string): string;
}

/**
 * openapi-typescript takes every name for a piece of a URI: a `%` in it is decoded, or ends the program. So names go in
 * with a word in place of the sign, which the document has nowhere else and which no identifier may hold.
 */
export function disguised(document: JsonObject): Disguised {
  if (!hasPercent(document)) return { value: document, restored: (text) => text };
  const whole = JSON.stringify(document);
  let number = 0;
  while (whole.includes(`<${number}>`)) number++;
  const word = `<${number}>`;
  return { value: hide(document, word), restored: (text) => text.replaceAll(word, "%") };
}

/** Members whose value is a name that becomes part of a path. */
const NAMES: ReadonlySet<string> = new Set(["name", "operationId"]);

function hasPercent(value: Json): boolean {
  if (isList(value)) return value.some(hasPercent);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) => key.includes("%") || (isNamed(key, inner) && inner.includes("%")) || hasPercent(inner),
  );
}

function hide(value: JsonObject, word: string): JsonObject {
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [
    key.replaceAll("%", word),
    isNamed(key, inner) ? inner.replaceAll("%", word) : hidden(inner, word),
  ]);
  return Object.fromEntries(entries);
}

function hidden(value: Json, word: string): Json {
  if (isList(value)) return value.map((item) => hidden(item, word));
  if (!isObject(value)) {
    // Required names have to be those of the properties; in all other texts the sign comes back as it was.
    return typeof value === "string" ? value.replaceAll("%", word) : value;
  }
  return hide(value, word);
}

function isNamed(key: string, value: Json): value is string {
  return NAMES.has(key) && typeof value === "string";
}
