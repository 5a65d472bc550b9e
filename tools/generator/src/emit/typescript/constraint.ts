import type { Constraints } from "../../read/model.ts";

/** Constraints in words, one sentence per matter: `At least 1, at most 500.` Empty when there are none. */
export function constraintSentences(constraints: Constraints): readonly string[] {
  if (Object.keys(constraints).length === 0) return [];
  const { minLength, maxLength, minItems, maxItems, minProperties, maxProperties } = constraints;
  return [
    sentence(amount(constraints)),
    sentence(count(minLength, maxLength, "character", "characters")),
    sentence(count(minItems, maxItems, "item", "items")),
    sentence(constraints.uniqueItems === true ? ["no item twice"] : []),
    sentence(count(minProperties, maxProperties, "property", "properties")),
    constraints.pattern === undefined ? undefined : `Matches ${codeSpan(constraints.pattern)}.`,
    constraints.format === undefined ? undefined : `Format: ${constraints.format}.`,
  ].filter((text) => text !== undefined);
}

/** A code span that shows exactly this text, on one line. */
export function codeSpan(text: string): string {
  const shown = text.replaceAll("\n", String.raw`\n`).replaceAll("\r", String.raw`\r`);
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const mark = "`".repeat(longest + 1);
  const air = shown === "" || /^`|`$/.test(shown) ? " " : "";
  return mark + air + shown + air + mark;
}

function amount(constraints: Constraints): readonly string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  return [
    minimum === undefined ? "" : `at least ${minimum}`,
    exclusiveMinimum === undefined ? "" : `more than ${exclusiveMinimum}`,
    maximum === undefined ? "" : `at most ${maximum}`,
    exclusiveMaximum === undefined ? "" : `less than ${exclusiveMaximum}`,
    multipleOf === undefined ? "" : `a multiple of ${multipleOf}`,
  ].filter((text) => text !== "");
}

function count(
  least: number | undefined,
  most: number | undefined,
  one: string,
  many: string,
): readonly string[] {
  if (least !== undefined && least === most) return [`exactly ${counted(least, one, many)}`];
  if (least !== undefined && most !== undefined) return [`${least} to ${counted(most, one, many)}`];
  if (least !== undefined) return [`at least ${counted(least, one, many)}`];
  return most === undefined ? [] : [`at most ${counted(most, one, many)}`];
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function sentence(clauses: readonly string[]): string | undefined {
  const text = clauses.join(", ");
  return text === "" ? undefined : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
