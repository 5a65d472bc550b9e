import type { JsonPlace, JsonPlaces } from "./json-places.ts";
import { foundAt, scalarEnd, skipBlank, plainStringEnd, stringEnd } from "./json-text.ts";
import { duplicateKey, MAX_DEPTH, MAX_TEXT, TOO_DEEP, TOO_LONG, type Fault } from "./parsed.ts";
import { formatPointer } from "./pointer.ts";

/** Where the reading has come to. */
interface Reader {
  readonly text: string;
  readonly path: (string | number)[];
  readonly faults: Fault[];
  readonly lineOf: (offset: number) => number;
  readonly places: JsonPlaces;
  at: number;
}

/** The search for a place would have to pass over all that stands beside it; deeper than that it is little. */
const NOTED_LEVELS = 3;

/** Thrown at the first syntax error: what follows it would be guesswork. */
const STOP = Symbol("stop");

/**
 * What is wrong with a JSON text: names used twice, too many levels, and the first syntax error, each at its exact
 * place. `JSON.parse` cannot say: of two equal names it keeps the last in silence, and many of its errors have no place.
 *
 * @param lineOf - line of an offset; asked only for messages
 * @param places - gets the places of the outermost entries, since the reader comes by them
 */
export function jsonFaults(
  text: string,
  lineOf: (offset: number) => number,
  places: JsonPlaces,
): readonly Fault[] {
  const reader: Reader = { text, path: [], faults: [], lineOf, places, at: skipBlank(text, 0) };
  try {
    readValue(reader);
    if (reader.at < text.length) {
      stop(
        reader,
        reader.at,
        `The document ends before ${foundAt(text, reader.at)}: a JSON file holds one value. Remove the rest.`,
      );
    }
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return reader.faults;
}

/** Reads one value and the white space after it. Recursive, and safe: {@link MAX_DEPTH} stops it. */
function readValue(reader: Reader): void {
  const { text, at } = reader;
  const char = text[at];
  if ((char === "{" || char === "[") && reader.path.length === MAX_DEPTH) stop(reader, at, TOO_DEEP);
  if (char === "{") readEntries(reader, at, "}", readProperty(reader, new Map(), noted(reader)));
  else if (char === "[") readEntries(reader, at, "]", readItem(reader, noted(reader)));
  else if (char === '"') readString(reader);
  else readScalar(reader, scalarEnd(text, at) ?? stop(reader, at, notAValue(text, at)));
}

function noted({ at, path, places }: Reader): Map<string, JsonPlace> | undefined {
  if (path.length >= NOTED_LEVELS) return undefined;
  const entries = new Map<string, JsonPlace>();
  places.set(at, entries);
  return entries;
}

/** `1e999` is a number to JSON's grammar, and infinite to everybody who reads it. */
function readScalar(reader: Reader, end: number): void {
  const { text, at } = reader;
  const written = text.slice(at, end);
  if (/[-\d]/.test(text[at] ?? "") && !Number.isFinite(Number(written))) {
    addFault(
      reader,
      at,
      `\`${foundAt(text, at).slice(1)} is too large: expected a finite number. Put it in quotes if text is meant.`,
    );
  }
  reader.at = skipBlank(text, end);
}

/** Reads what stands between brackets, entry by entry. */
function readEntries(
  reader: Reader,
  open: number,
  close: "}" | "]",
  readEntry: (index: number) => void,
): void {
  const { text } = reader;
  const unclosed = (): string =>
    `The ${close === "}" ? "object" : "list"} opened with \`${text[open]}\` on line ${reader.lineOf(open)} is not closed`;
  reader.at = skipBlank(text, open + 1);
  let index = 0;
  for (let comma = -1; text[reader.at] !== close || comma !== -1; index++) {
    if (comma !== -1 && text[reader.at] === close) {
      stop(
        reader,
        comma,
        `A comma before \`${close}\`: JSON allows none after the last entry. Remove the comma.`,
      );
    }
    if (reader.at >= text.length) {
      stop(reader, reader.at, `${unclosed()} when the file ends. Add \`${close}\`.`);
    }
    readEntry(index);
    comma = -1;
    if (text[reader.at] === ",") {
      comma = reader.at;
      reader.at = skipBlank(text, comma + 1);
    } else if (text[reader.at] !== close) {
      const rest = foundAt(text, reader.at);
      stop(
        reader,
        reader.at,
        `${unclosed()}: expected \`,\` or \`${close}\`, found ${rest}.${adviceAt(text, reader.at)}`,
      );
    }
  }
  reader.at = skipBlank(text, reader.at + 1);
}

function readItem(reader: Reader, entries: Map<string, JsonPlace> | undefined): (index: number) => void {
  return (index) => {
    entries?.set(String(index), { start: reader.at, value: reader.at });
    reader.path.push(index);
    readValue(reader);
    reader.path.pop();
  };
}

function readProperty(
  reader: Reader,
  names: Map<string, number>,
  entries: Map<string, JsonPlace> | undefined,
): () => void {
  return () => {
    const { text, at } = reader;
    if (text[at] !== '"') {
      stop(
        reader,
        at,
        `Expected a property name in double quotes, found ${foundAt(text, at)}.${adviceAt(text, at)}`,
      );
    }
    const name = readString(reader);
    reader.path.push(name);
    const first = names.get(name);
    if (first === undefined) names.set(name, at);
    else addFault(reader, at, duplicateKey(name, reader.lineOf(first)));
    if (text[reader.at] !== ":") {
      stop(
        reader,
        reader.at,
        `Expected \`:\` after the property name "${name}", found ${foundAt(text, reader.at)}.`,
      );
    }
    reader.at = skipBlank(text, reader.at + 1);
    entries?.set(name, { start: at, value: reader.at });
    readValue(reader);
    reader.path.pop();
  };
}

function readString(reader: Reader): string {
  const { text, at } = reader;
  const plain = plainStringEnd(text, at);
  const end =
    plain ??
    stringEnd(text, at) ??
    stop(reader, at, "The string that starts here is not closed. Add a double quote.");
  if (end - at > MAX_TEXT) stop(reader, at, TOO_LONG);
  reader.at = skipBlank(text, end);
  const inside = text.slice(at + 1, end - 1);
  // Only escapes and control characters need JSON.parse's judgement.
  if (plain !== undefined) return inside;
  try {
    return String(JSON.parse(text.slice(at, end)));
  } catch {
    if (inside.includes("\n")) {
      return stop(
        reader,
        at,
        "The string that starts here is not closed on its line. Add a double quote, or write line breaks as \\n.",
      );
    }
    return stop(
      reader,
      at,
      "The string has an escape or a control character that JSON does not know. Write a backslash as \\\\ and a tab as \\t.",
    );
  }
}

function notAValue(text: string, at: number): string {
  return `Expected a JSON value, found ${foundAt(text, at)}.${adviceAt(text, at)}`;
}

/** What people write by habit from JavaScript, YAML or Python, and what JSON has instead. */
function adviceAt(text: string, at: number): string {
  const rest = text.slice(at, at + 10);
  if (/^(\/\/|\/\*|#)/.test(rest)) return " JSON has no comments: remove it.";
  if (rest.startsWith("'")) return " JSON strings take double quotes.";
  if (/^(None|undefined)\b/.test(rest)) return " Write `null`.";
  if (/^(True|False)\b/.test(rest)) return " Write `true` or `false` in lower case.";
  if (/^[+-]?(NaN|Infinity|Inf)\b/.test(rest)) return " JSON numbers are finite.";
  if (/^[+.0]\.?\d/.test(rest)) return " Numbers begin with a digit other than a needless 0.";
  return /^[A-Za-z_$]/.test(rest) ? " Put text in double quotes." : "";
}

function addFault(reader: Reader, offset: number, message: string): void {
  reader.faults.push({ offset, pointer: formatPointer(reader.path.map(String)), message });
}

function stop(reader: Reader, offset: number, message: string): never {
  addFault(reader, offset, message);
  throw STOP;
}
