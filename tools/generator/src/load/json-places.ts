import { scalarEnd, skipBlank, stringEnd } from "./json-text.ts";
import type { Locator } from "./parsed.ts";

/** Where an entry of an object or a list stands. */
export interface JsonPlace {
  /** Where the name (or the list item) begins. */
  readonly start: number;
  /** Where the value begins. */
  readonly value: number;
}

/** Entries of objects and lists, by the offset of the opening bracket. */
export type JsonPlaces = Map<number, ReadonlyMap<string, JsonPlace>>;

/**
 * Finds places in a text that `JSON.parse` accepted. Each object and list is read at most once, and only when somebody
 * asks for something inside it: a thousand warnings about a large document cost little more than one.
 *
 * @param read - What has been read of it already. It grows.
 */
export function jsonLocator(text: string, read: JsonPlaces): Locator {
  return (tokens) => {
    let place: JsonPlace = { start: 0, value: skipBlank(text, 0) };
    for (const token of tokens) {
      const entries = read.get(place.value) ?? readEntries(text, place.value);
      read.set(place.value, entries);
      const next = entries.get(token);
      if (next === undefined) return { offset: place.start, exact: false };
      place = next;
    }
    return { offset: place.start, exact: true };
  };
}

function readEntries(text: string, open: number): ReadonlyMap<string, JsonPlace> {
  const entries = new Map<string, JsonPlace>();
  const named = text[open] === "{";
  if (!named && text[open] !== "[") return entries;
  let at = skipBlank(text, open + 1);
  while (text[at] !== "}" && text[at] !== "]" && at < text.length) {
    const start = at;
    let name = String(entries.size);
    if (named) {
      const end = stringEnd(text, at) ?? text.length;
      name = String(JSON.parse(text.slice(at, end)));
      at = skipBlank(text, skipBlank(text, end) + 1);
    }
    entries.set(name, { start, value: at });
    at = skipBlank(text, valueEnd(text, at));
    if (text[at] === ",") at = skipBlank(text, at + 1);
  }
  return entries;
}

/** Skips a value without looking into it. */
function valueEnd(text: string, start: number): number {
  const interesting = /["{}[\]]/g;
  interesting.lastIndex = start;
  let depth = 0;
  if (!/["{[]/.test(text[start] ?? "")) return scalarEnd(text, start) ?? text.length;
  for (;;) {
    if (!interesting.test(text)) return text.length;
    const char = text[interesting.lastIndex - 1];
    if (char === '"') interesting.lastIndex = stringEnd(text, interesting.lastIndex - 1) ?? text.length;
    else depth += char === "{" || char === "[" ? 1 : -1;
    if (depth === 0) return interesting.lastIndex;
  }
}
