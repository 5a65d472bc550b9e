import * as fc from "fast-check";
import { expect, test } from "vitest";
import { matches, newTrial } from "../src/read/sample/matches.ts";
import { matching } from "../src/read/sample/pattern.ts";

/** Patterns of documents, tried without the engine of the language, which may never come back. */

const { pattern } = fc.letrec<{ readonly pattern: string; readonly part: string; readonly atom: string }>(
  (tie) => ({
    pattern: fc
      .array(fc.array(tie("part"), { maxLength: 4 }), { minLength: 1, maxLength: 2 })
      .map((options) => options.map((parts) => parts.join("")).join("|")),
    part: fc
      .tuple(tie("atom"), fc.constantFrom("", "", "", "?", "*", "+", "*?", "{2}", "{1,}", "{0,2}", "{2,3}?"))
      .map(([atom, times]) => atom + (/^(?:[$^]|\\[bB]|\(\?[=!])/.test(atom) ? "" : times)),
    atom: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("a", "b", "1", " ", "-", ".", "[ab]", "[^a]", "[\\]\\d]", "\\d", "\\w", "\\W", "\\s"),
      fc.constantFrom("^", "$", "\\b", "\\B", "\\.", "\\x61", "\\u0062", "\\u{1f511}", "\\p{Lu}"),
      tie("pattern").map((inner) => `(${inner})`),
      tie("pattern").map((inner) => `(?:${inner})`),
      tie("pattern").map((inner) => `(?=${inner})`),
      tie("pattern").map((inner) => `(?!${inner})`),
    ),
  }),
);
const text = fc.array(fc.constantFrom(..."aab1A -.]\n"), { maxLength: 8 }).map((parts) => parts.join(""));

/** The same ones in every run: from some patterns the engine of the language itself never comes back. */
const SEED = 2026;

test("a text matches where the language says so", () => {
  fc.assert(
    fc.property(pattern, text, (expression, one) => {
      expect(matches(newTrial(), expression, one)).toBe(new RegExp(expression, "u").test(one));
    }),
    { numRuns: 3000, seed: SEED },
  );
});

test("what takes two places in a text is one character", () => {
  // Not among the mixtures: V8 looks for word boundaries in the middle of it.
  expect(matches(newTrial(), String.raw`^.[🔑-🔓]\u{1f511}🔑$`, "🔑🔒🔑🔑")).toBe(true);
  expect(matches(newTrial(), "^..$", "🔑")).toBe(false);
});

test("a text that is made matches", () => {
  fc.assert(
    fc.property(pattern, fc.nat(5), (expression, index) => {
      const made = matching(newTrial(), expression, {}, index);
      expect(made === undefined || new RegExp(expression, "u").test(made)).toBe(true);
    }),
    { numRuns: 1000, seed: SEED },
  );
});

test.each([
  [String.raw`^[a-z]+(-[a-z]+)*$`, "a-a"],
  [String.raw`^(?!-)[a-z0-9-]{1,63}(?<!-)$`, undefined],
  [String.raw`^(?=.*\d)[a-z\d]{2,}$`, undefined],
  [String.raw`^(?!xn--)[a-z]{3}$`, "aaa"],
  [String.raw`^(\w+)@\1$`, undefined],
  [String.raw`^\+?[1-9]\d{1,14}$`, "+10"],
  [String.raw`^(?<year>\d{4})-(0[1-9]|1[0-2])$`, "0000-01"],
  ["(", undefined],
])("%s: %s", (expression, made) => {
  expect(matching(newTrial(), expression, {}, 0)).toBe(made);
});

test("what takes too long is left open, for one text and for all together", () => {
  const trial = newTrial();
  const long = "x".repeat(5000);
  expect(matches(trial, "(?=x*y)", long)).toBeUndefined();
  expect(matches(trial, "^(?:(?:x+)+)+y$", long)).toBe(false);
  expect(matches(trial, "^x+$", long)).toBe(true);
  for (let index = 0; trial.left > 0 && index < 200; index++) matches(trial, `(?=x*y${index})`, long);
  expect(trial.left).toBe(0);
  expect(matches(trial, "^x$", "x")).toBeUndefined();
});

test("a pattern meets a text once", () => {
  const trial = newTrial();
  matches(trial, "^(a|b)+$", "abab");
  const { left } = trial;
  matches(trial, "^(a|b)+$", "abab");
  expect(trial.left).toBe(left);
});
