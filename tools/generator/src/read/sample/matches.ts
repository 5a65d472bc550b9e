import { type Expression, parseExpression } from "./expression.ts";

/** Tries texts against the patterns of one document, with so much effort in all. */
export interface Trial {
  /** Steps that may still be taken. */
  left: number;
  readonly expressions: Map<string, Expression | undefined>;
  readonly outcomes: Map<string, Map<string, boolean | undefined>>;
}

/** Steps for all texts of a document, and for one: a person's patterns need a few per character. */
const forAll = 5_000_000;
const forOne = 200_000;

export function newTrial(): Trial {
  return { left: forAll, expressions: new Map(), outcomes: new Map() };
}

export function expressionOf(trial: Trial, pattern: string): Expression | undefined {
  if (!trial.expressions.has(pattern)) trial.expressions.set(pattern, parseExpression(pattern));
  return trial.expressions.get(pattern);
}

/**
 * Whether a text matches a pattern; nothing where the pattern is not understood, or finding out takes too long. The
 * engine of the language would need longer than the universe has for some, and would not say so: this one follows all
 * ways through the text at once, and counts. So the outcome is the same on every machine.
 */
export function matches(trial: Trial, pattern: string, text: string): boolean | undefined {
  const outcomes = trial.outcomes.get(pattern) ?? new Map<string, boolean | undefined>();
  trial.outcomes.set(pattern, outcomes);
  if (!outcomes.has(text)) outcomes.set(text, attempt(trial, pattern, text));
  return outcomes.get(text);
}

function attempt(trial: Trial, pattern: string, text: string): boolean | undefined {
  const expression = expressionOf(trial, pattern);
  if (expression === undefined) return undefined;
  const characters = [...text];
  const allowed = Math.min(forOne, trial.left);
  const run: Run = { characters, left: allowed };
  try {
    return ends(expression, new Set([...characters.keys(), characters.length]), run).size > 0;
  } catch (error) {
    if (error instanceof Exhausted) return undefined;
    throw error;
  } finally {
    trial.left -= allowed - Math.max(0, run.left);
  }
}

class Exhausted extends Error {}

interface Run {
  readonly characters: readonly string[];
  left: number;
}

/** Places between characters. */
type Places = ReadonlySet<number>;

/** Where an expression may end that begins at one of these places. */
function ends(expression: Expression, starts: Places, run: Run): Places {
  run.left -= starts.size + 1;
  if (run.left < 0) throw new Exhausted();
  switch (expression.kind) {
    case "character": {
      const { passes } = expression;
      const passed = [...starts].filter((place) => {
        const one = run.characters[place];
        return one !== undefined && passes(one);
      });
      return new Set(passed.map((place) => place + 1));
    }
    case "edge":
      return new Set([...starts].filter((place) => isEdge(expression.sign, place, run.characters)));
    case "ahead": {
      const { inner, wanted } = expression;
      return new Set([...starts].filter((place) => ends(inner, new Set([place]), run).size > 0 === wanted));
    }
    case "sequence": {
      let places = starts;
      for (const part of expression.parts) if (places.size > 0) places = ends(part, places, run);
      return places;
    }
    case "choice":
      return new Set(expression.options.flatMap((option) => [...ends(option, starts, run)]));
    case "repeat":
      return repeatedEnds(expression, starts, run);
    default:
      return expression satisfies never;
  }
}

function repeatedEnds(
  { inner, least, most }: Extract<Expression, { kind: "repeat" }>,
  starts: Places,
  run: Run,
): Places {
  let places = starts;
  for (let times = 0; times < least; times++) {
    const before = places;
    const next = ends(inner, before, run);
    // Once more of the same leads nowhere else.
    if (next.size === places.size && [...next].every((place) => before.has(place))) break;
    places = next;
  }
  const all = new Set(places);
  for (let times = least; times < most && places.size > 0; times++) {
    places = new Set([...ends(inner, places, run)].filter((place) => !all.has(place)));
    for (const place of places) all.add(place);
  }
  return all;
}

function isEdge(sign: string, place: number, characters: readonly string[]): boolean {
  if (sign === "^") return place === 0;
  if (sign === "$") return place === characters.length;
  return (isWord(characters[place - 1]) !== isWord(characters[place])) === (sign === String.raw`\b`);
}

function isWord(one: string | undefined): boolean {
  return one !== undefined && /^\w$/.test(one);
}
