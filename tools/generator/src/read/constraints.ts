import { type JsonObject, member } from "../load/json.ts";
import { booleanAt, numberAt, textAt } from "./document.ts";
import type { Constraints } from "./model.ts";

const lowerBounds = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"] as const;
const upperBounds = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;

const limits: ReadonlySet<string> = new Set([
  ...lowerBounds,
  ...upperBounds,
  "format",
  "pattern",
  "multipleOf",
  "uniqueItems",
]);

/** What one schema says beyond its type, with the exclusive bounds of 3.0 (`exclusiveMinimum: true`) as numbers. */
export function constraintsOf(schema: JsonObject): Constraints {
  const said: { -readonly [Name in keyof Constraints]: Constraints[Name] } = {};
  if (!Object.keys(schema).some((keyword) => limits.has(keyword))) return said;
  const [format, pattern] = [textAt(schema, "format"), textAt(schema, "pattern")];
  const multipleOf = numberAt(schema, "multipleOf");
  if (format !== undefined) said.format = format;
  for (const name of [...lowerBounds, ...upperBounds]) {
    const bound = numberAt(schema, name);
    if (bound !== undefined) said[name] = bound;
  }
  if (said.minimum !== undefined && member(schema, "exclusiveMinimum") === true) {
    said.exclusiveMinimum = said.minimum;
    delete said.minimum;
  }
  if (said.maximum !== undefined && member(schema, "exclusiveMaximum") === true) {
    said.exclusiveMaximum = said.maximum;
    delete said.maximum;
  }
  if (multipleOf !== undefined) said.multipleOf = multipleOf;
  if (pattern !== undefined) said.pattern = pattern;
  if (booleanAt(schema, "uniqueItems") === true) said.uniqueItems = true;
  return said;
}

/** Constraints as a member of a type, which has its format already; no member where nothing is said. */
export function statedLimits(schema: JsonObject): { readonly constraints?: Constraints } {
  const { format: _, ...constraints } = constraintsOf(schema);
  return Object.keys(constraints).length === 0 ? {} : { constraints };
}

/** All of these at once: the tightest bounds, and of what cannot be combined the first. */
export function tightest(all: readonly Constraints[]): Constraints {
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return only;
  const together: { -readonly [Name in keyof Constraints]: Constraints[Name] } = {};
  for (const constraints of all.toReversed()) Object.assign(together, constraints);
  for (const name of lowerBounds) {
    const bounds = all.flatMap((constraints) => constraints[name] ?? []);
    if (bounds.length > 0) together[name] = Math.max(...bounds);
  }
  for (const name of upperBounds) {
    const bounds = all.flatMap((constraints) => constraints[name] ?? []);
    if (bounds.length > 0) together[name] = Math.min(...bounds);
  }
  return together;
}
