import { isList, isObject, type JsonObject } from "../load/json.ts";
import type { Json } from "../read/model.ts";

/** A document with names that are nothing to a URI, and the way back for what is printed of it. */
export interface Disguised {
  readonly value: JsonObject;
  restored(text: string): string;
}

/**
 * openapi-typescript takes every name for a piece of a URI: a `%` in it is decoded, or ends the program; a `#` begins a
 * fragment, or becomes a slash. So names go in with a word in place of the sign, which the document has nowhere else and
 * which no identifier may hold.
 */
export function disguised(document: JsonObject): Disguised {
  if (!isMisread(document)) return { value: document, restored: (text) => text };
  const whole = JSON.stringify(document);
  let number = 0;
  while (whole.includes(`<${number}.`)) number++;
  const words = new Map(SIGNS.map((sign, index) => [sign, `<${number}.${index}>`]));
  return {
    value: hide(document, (text) => text.replaceAll(SIGN, (sign) => words.get(sign) ?? sign)),
    restored: (text) =>
      text.replaceAll(new RegExp(`<${number}\\.(\\d)>`, "g"), (_, index) => SIGNS[Number(index)] ?? ""),
  };
}

const SIGNS: readonly string[] = ["%", "#"];
const SIGN = /[%#]/g;

/** Members whose value is a name that becomes part of a path. */
const NAMES: ReadonlySet<string> = new Set(["name", "operationId"]);

function isMisread(value: Json): boolean {
  if (isList(value)) return value.some(isMisread);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) => /[%#]/.test(key) || (isNamed(key, inner) && /[%#]/.test(inner)) || isMisread(inner),
  );
}

function hide(value: JsonObject, hidden: (text: string) => string): JsonObject {
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
    // The first sign of a reference is the one that means something.
    const reference = key === "$ref" && typeof inner === "string" && inner.startsWith("#/");
    return [hidden(key), reference ? `#${hidden(inner.slice(1))}` : hideIn(inner, hidden)];
  });
  return Object.fromEntries(entries);
}

function hideIn(value: Json, hidden: (text: string) => string): Json {
  if (isList(value)) return value.map((item) => hideIn(item, hidden));
  if (isObject(value)) return hide(value, hidden);
  // Required names have to be those of the properties; in all other texts the sign comes back as it was.
  return typeof value === "string" ? hidden(value) : value;
}

function isNamed(key: string, value: Json): value is string {
  return NAMES.has(key) && typeof value === "string";
}
