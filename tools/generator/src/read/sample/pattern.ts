import type { Constraints } from "../model.ts";
import { matches } from "./matches.ts";

/**
 * Text that a regular expression matches, for the expressions people write into documents: characters, classes, groups,
 * alternatives, repetitions, anchors. Nothing for what looks around, refers back or is not understood.
 *
 * @param index - Makes neighbours in a list differ, where a class gives a choice.
 */
export function matching(pattern: string, constraints: Constraints, index: number): string | undefined {
  const { minLength = 0, maxLength = longest } = constraints;
  if (pattern.length > longestPattern || !isPattern(pattern)) return undefined;
  // What repeats as often as one likes repeats once; more often where the text is then too short, else never.
  const once = generate(pattern, { repeats: 1, index });
  if (once === undefined) return undefined;
  for (const repeats of [1, minLength - once.length + 1, minLength, 0]) {
    const text = repeats < 0 ? undefined : generate(pattern, { repeats, index });
    if (text === undefined || text.length < minLength || text.length > maxLength) continue;
    if (matches(pattern, text) === true) return text;
  }
  return undefined;
}

/** Whether it is one to JavaScript; documents have those of other languages, too. */
function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

interface Wish {
  readonly repeats: number;
  readonly index: number;
}

/** Longer texts are not worth making. */
const longest = 10_000;

/** Longer patterns are none that people wrote. */
const longestPattern = 2000;

/** Stops at what it does not understand. */
class Unsupported extends Error {}

function generate(pattern: string, wish: Wish): string | undefined {
  const cursor: Cursor = { rest: pattern };
  try {
    const text = alternatives(cursor, wish);
    return cursor.rest === "" ? text : undefined;
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

interface Cursor {
  rest: string;
}

function take(cursor: Cursor, token: RegExp): RegExpExecArray | undefined {
  const found = token.exec(cursor.rest);
  if (found === null) return undefined;
  cursor.rest = cursor.rest.slice(found[0].length);
  return found;
}

/** The first alternative; the others are only read over. */
function alternatives(cursor: Cursor, wish: Wish): string {
  const text = sequence(cursor, wish);
  while (take(cursor, /^\|/)) sequence(cursor, wish);
  return text;
}

function sequence(cursor: Cursor, wish: Wish): string {
  let text = "";
  while (cursor.rest !== "" && !/^[|)]/.test(cursor.rest)) {
    if (take(cursor, /^[$^]/)) continue;
    const part = atom(cursor, wish);
    const times = repetitions(cursor, wish);
    if (part.length * times + text.length > longest) throw new Unsupported();
    text += part.repeat(times);
  }
  return text;
}

function repetitions(cursor: Cursor, { repeats }: Wish): number {
  const found = take(cursor, /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/);
  if (found === undefined) return 1;
  const [, sign, least, comma, most] = found;
  if (sign === "?") return Math.min(1, repeats);
  if (sign !== undefined) return sign === "+" ? Math.max(1, repeats) : repeats;
  const low = Number(least);
  if (comma === undefined) return low;
  return Math.max(low, Math.min(repeats, most === "" ? repeats : Number(most)));
}

function atom(cursor: Cursor, wish: Wish): string {
  if (take(cursor, /^\((?:\?:|\?<[A-Za-z_]\w*>|(?!\?))/)) {
    const text = alternatives(cursor, wish);
    if (!take(cursor, /^\)/)) throw new Unsupported();
    return text;
  }
  if (take(cursor, /^\./)) return choose(isAnything, wish);
  if (take(cursor, /^\[/)) return choose(characterClass(cursor), wish);
  const named = take(cursor, /^\\(?:[dDwWsS]|[pP]\{[^}]*\})/);
  if (named !== undefined) return choose(test(named[0]), wish);
  return character(cursor);
}

/** One character that stands for itself. */
function character(cursor: Cursor): string {
  const escaped = take(
    cursor,
    /^\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([nrtfv0])|([^\w\s]))/,
  );
  if (escaped !== undefined) {
    const [, long, short, byte, control, sign] = escaped;
    const code = long ?? short ?? byte;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    return control === undefined ? (sign ?? "") : (controls.get(control) ?? "");
  }
  const plain = take(cursor, /^[^\\()[\]{}*+?|]/u);
  if (plain === undefined) throw new Unsupported();
  return plain[0];
}

type Test = (character: string) => boolean;

function characterClass(cursor: Cursor): Test {
  const negated = take(cursor, /^\^/) !== undefined;
  const tests: Test[] = [];
  while (!take(cursor, /^\]/)) {
    const named = take(cursor, /^\\(?:[dDwWsS]|[pP]\{[^}]*\})/);
    tests.push(named === undefined ? range(cursor) : test(named[0]));
  }
  return (one) => tests.some((member) => member(one)) !== negated;
}

function range(cursor: Cursor): Test {
  const first = take(cursor, /^[()[{}*+?|]/)?.[0] ?? character(cursor);
  if (!/^-[^\]]/.test(cursor.rest)) return (one) => one === first;
  take(cursor, /^-/);
  const last = take(cursor, /^[()[{}*+?|]/)?.[0] ?? character(cursor);
  const [low, high] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
  return (one) => (one.codePointAt(0) ?? 0) >= low && (one.codePointAt(0) ?? 0) <= high;
}

function test(escape: string): Test {
  const expression = new RegExp(escape, "u");
  return (one) => expression.test(one);
}

function isAnything(): boolean {
  return true;
}

/** A character that passes, letters and digits first. */
function choose(passes: Test, { index }: Wish): string {
  const passing = candidates.filter(passes);
  const chosen = passing[index % passing.length];
  if (chosen === undefined) throw new Unsupported();
  return chosen;
}

/** All of ASCII that can be seen, and a letter of some other scripts. */
const candidates: readonly string[] = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_",
  ..." !\"#$%&'()*+,./:;<=>?@[\\]^`{|}~\t\n",
  ..."éñßжλאعあ字한",
];

const controls: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["f", "\f"],
  ["v", "\v"],
  ["0", "\0"],
]);
