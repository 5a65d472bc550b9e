/** Small readers of JSON text, shared by the search for faults and the search for places. */

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const PLAIN = /"[ !#-[\]-\uffff]*"/y;
const WORD = /[^\s,:{}[\]"]+/y;

/** Offset of the first character at or after `at` that is no white space. */
export function skipBlank(text: string, at: number): number {
  let next = at;
  while (isBlank(text.charCodeAt(next))) next++;
  return next;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Offset after the string opened at `at` when it has neither escapes nor control characters, as nearly every one. */
export function plainStringEnd(text: string, at: number): number | undefined {
  return matchEnd(PLAIN, text, at);
}

/** Offset after the number, `true`, `false` or `null` at `at`; `undefined` when there is none. */
export function scalarEnd(text: string, at: number): number | undefined {
  return matchEnd(SCALAR, text, at);
}

/** Offset after the quote that closes the string opened at `at`; `undefined` when none does. */
export function stringEnd(text: string, at: number): number | undefined {
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text[quote - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return quote + 1;
  }
  return undefined;
}

/** What stands at `at`, for a message: a word, one character, or the end. */
export function foundAt(text: string, at: number): string {
  if (at >= text.length) return "the end of the file";
  const end = matchEnd(WORD, text, at) ?? at + 1;
  return `\`${text.slice(at, Math.min(end, at + 30))}\``;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
