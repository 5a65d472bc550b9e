import type { Constraints } from "../model.ts";
import type { Expression, Test } from "./expression.ts";
import { expressionOf, matches, type Trial } from "./matches.ts";

/**
 * Text that a regular expression matches, for the expressions people write into documents: characters, classes, groups,
 * alternatives, repetitions, anchors. What looks ahead is hoped for; nothing for what is not understood.
 *
 * @param index - Makes neighbours in a list differ, where a class gives a choice.
 */
export function matching(
  trial: Trial,
  pattern: string,
  constraints: Constraints,
  index: number,
): string | undefined {
  const { minLength = 0, maxLength = longest } = constraints;
  const expression = expressionOf(trial, pattern);
  if (expression === undefined) return undefined;
  // What repeats as often as one likes repeats once; more often where the text is then too short, else never.
  const once = generate(expression, { repeats: 1, index });
  if (once === undefined) return undefined;
  for (const repeats of new Set([1, minLength - once.length + 1, minLength, 0])) {
    const text = repeats < 0 ? undefined : generate(expression, { repeats, index });
    if (text === undefined || text.length < minLength || text.length > maxLength) continue;
    if (matches(trial, pattern, text) === true) return text;
  }
  return undefined;
}

interface Wish {
  readonly repeats: number;
  readonly index: number;
}

/** Longer texts are not worth making. */
const longest = 10_000;

function generate(expression: Expression, wish: Wish): string | undefined {
  switch (expression.kind) {
    case "character":
      return expression.text ?? choose(expression.passes, wish);
    case "edge":
    case "ahead":
      return "";
    case "sequence": {
      let text = "";
      for (const part of expression.parts) {
        const next = generate(part, wish);
        if (next === undefined || text.length + next.length > longest) return undefined;
        text += next;
      }
      return text;
    }
    case "choice": {
      const [first] = expression.options;
      return first && generate(first, wish);
    }
    case "repeat": {
      const { inner, least, most } = expression;
      const part = generate(inner, wish);
      const times = Math.max(least, Math.min(wish.repeats, most));
      return part === undefined || part.length * times > longest
        ? undefined
        : part.repeat(part === "" ? 0 : times);
    }
    default:
      return expression satisfies never;
  }
}

/** A character that passes, letters and digits first. */
function choose(passes: Test, { index }: Wish): string | undefined {
  const passing = candidates.filter(passes);
  return passing[index % passing.length];
}

/** All of ASCII that can be seen, and a letter of some other scripts. */
const candidates: readonly string[] = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_",
  ..." !\"#$%&'()*+,./:;<=>?@[\\]^`{|}~\t\n",
  ..."éñßжλאعあ字한",
];
