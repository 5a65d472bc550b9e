/**
 * Words for values of answers. They say what a value is without quoting it: a server may put a secret anywhere, and
 * most of all where the document does not expect one.
 */

/** What a value is: `null`, `a number`, `a text like "9999-99-99"`, `an object { id, name }`. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return Number.isInteger(value) ? "an integer" : "a number with a fraction";
  if (typeof value === "string") return describeText(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? describeObject(value) : typeof value;
}

/** As {@link describe}, where the document has a choice of words: a mere word is shown. */
export function describeChoice(value: unknown): string {
  const isWord =
    typeof value === "string" &&
    /^[a-z]+(?:[_ -][a-z]+){0,4}$/i.test(value) &&
    value.length <= 32 &&
    value.split(/[_ -]/).every(isShort);
  return isWord || typeof value === "number" ? JSON.stringify(value) : describe(value);
}

/** Enough to see another way of writing a moment, an address or an id. */
function describeText(text: string): string {
  if (text === "") return "an empty text";
  const shape = shapeOf(text);
  return shape === undefined ? `a text of ${text.length} characters` : `a text like "${shape}"`;
}

/**
 * How a text is written: letters become `a` or `A`, digits `9`. Undefined for what could be a secret: of that not even the
 * pattern is told.
 */
export function shapeOf(text: string): string | undefined {
  const longestRun = Math.max(0, ...(text.match(/[\p{L}\d]+/gu) ?? []).map((run) => run.length));
  if (text.length > LONGEST_SHAPE || longestRun > LONGEST_RUN || /[^\x20-\x7e]/.test(text)) return undefined;
  return (
    text
      .replaceAll(/[a-z]/g, "a")
      // But for those that moments are written with.
      .replaceAll(/(?!(?<=\d)[TZ](?=\d|$))[A-Z]/g, "A")
      .replaceAll(/\d/g, "9")
  );
}

const LONGEST_SHAPE = 40;
const LONGEST_RUN = 12;
const SHOWN_NAMES = 8;

function describeObject(value: object): string {
  const names = Object.keys(value);
  if (names.length === 0) return "an object without members";
  const shown = names.slice(0, SHOWN_NAMES).map(shownName);
  return `an object { ${shown.join(", ")}${names.length > SHOWN_NAMES ? ", …" : ""} }`;
}

/** The name of a property, unless it looks like data: some servers key objects by what ought to be a value. */
export function shownName(name: string): string {
  const digits = name.match(/\d/g)?.length ?? 0;
  const words = name.split(/[^a-z]+|(?<=[a-z])(?=[A-Z])/i);
  const isName =
    /^[a-z_$@][\w.$@:-]*$/i.test(name) && name.length <= 48 && digits <= 4 && words.every(isShort);
  return isName ? name : `[a name of ${name.length} characters]`;
}

function isShort(word: string): boolean {
  return word.length <= 20;
}

/** A JSON pointer into an answer, as a URI fragment: names that look like data are left out. */
export function shownPointer(pointer: string): string {
  return `#${pointer
    .split("/")
    .map((key) => (/^(?:\d+|\*|)$/.test(key) ? key : shownName(key)))
    .join("/")}`;
}
