import type { Constraints } from "../model.ts";

/**
 * A number within its bounds, 1 where that is one.
 *
 * @param index - Makes neighbours in a list differ, as far as the bounds have room.
 */
export function makeNumber(integer: boolean, constraints: Constraints, index: number): number | undefined {
  const low = Math.max(constraints.minimum ?? -Infinity, constraints.exclusiveMinimum ?? -Infinity);
  const high = Math.min(constraints.maximum ?? Infinity, constraints.exclusiveMaximum ?? Infinity);
  const step = stepOf(integer, constraints.multipleOf);
  const candidates = step === undefined ? between(low, high, index) : multiples(low, high, step, index);
  return candidates.find((value) => fits(value, constraints));
}

/** What all values are multiples of; nothing where any fraction will do. */
function stepOf(integer: boolean, multipleOf: number | undefined): number | undefined {
  if (multipleOf === undefined || multipleOf <= 0) return integer ? 1 : undefined;
  if (!integer || Number.isInteger(multipleOf)) return multipleOf;
  // The first whole multiple of a fraction: 3 of 1.5, 1 of 0.25.
  const count = Array.from({ length: 1000 }, (_, times) => times + 1).find((times) =>
    Number.isInteger(tidy(times * multipleOf)),
  );
  return count === undefined ? undefined : tidy(count * multipleOf);
}

function multiples(low: number, high: number, step: number, index: number): readonly number[] {
  const up = Number.isFinite(low) ? Math.ceil(tidy(low / step)) : undefined;
  const down = Number.isFinite(high) ? Math.floor(tidy(high / step)) : undefined;
  const starts = [
    1,
    ...(up === undefined ? [] : [up, up + 1]),
    ...(down === undefined ? [] : [down, down - 1]),
  ];
  return [...starts.map((start) => start + index), ...starts].map((count) => tidy(count * step));
}

function between(low: number, high: number, index: number): readonly number[] {
  if (Number.isFinite(low) && Number.isFinite(high)) {
    return [1 + index, tidy(low + ((high - low) * (index + 1)) / (index + 2)), low, high];
  }
  return Number.isFinite(low)
    ? [1 + index, low + index, low + 1 + index]
    : [1 + index, high - index, high - 1 - index];
}

function fits(value: number, constraints: Constraints): boolean {
  return (
    Number.isFinite(value) &&
    value >= (constraints.minimum ?? -Infinity) &&
    value <= (constraints.maximum ?? Infinity) &&
    value > (constraints.exclusiveMinimum ?? -Infinity) &&
    value < (constraints.exclusiveMaximum ?? Infinity)
  );
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
