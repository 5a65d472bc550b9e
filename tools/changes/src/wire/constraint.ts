import { member } from "@keysmith/generator";
import type { Value } from "./change.ts";

/** What becomes of the values that a schema takes. */
export type Effect = "same" | "fewer" | "more" | "others";

const LOWER = new Set(["minLength", "minItems", "minProperties", "minContains"]);
const UPPER = new Set(["maxLength", "maxItems", "maxProperties", "maxContains"]);
const ANY = new Set(["multipleOf", "pattern", "format", "const", "contentEncoding", "contentMediaType"]);
const FLAGS = new Map([
  ["uniqueItems", true],
  ["additionalProperties", false],
  ["unevaluatedProperties", false],
  ["unevaluatedItems", false],
  ["items", false],
]);
const BOUNDS = new Map([
  ["minimum", 1],
  ["exclusiveMinimum", 1],
  ["maximum", -1],
  ["exclusiveMaximum", -1],
]);

/** What a change of one constraint does; undefined for what is none, or not a plain one. */
export function effectOf(property: string, was: Value, is: Value): Effect | undefined {
  const sign = BOUNDS.get(property);
  if (sign !== undefined) return byBound(bound(was, sign), bound(is, sign), sign);
  const before = member(was, property);
  const after = member(is, property);
  const strict = FLAGS.get(property);
  if (strict !== undefined) {
    if (typeof before === "object" || typeof after === "object") return undefined;
    if ((before === strict) === (after === strict)) return "same";
    return after === strict ? "fewer" : "more";
  }
  const ordered = LOWER.has(property) ? 1 : UPPER.has(property) ? -1 : 0;
  if (ordered === 0 && !ANY.has(property)) return undefined;
  if (before === undefined || after === undefined) return after === undefined ? "more" : "fewer";
  if (ordered === 0 || typeof before !== "number" || typeof after !== "number") return "others";
  return after * ordered > before * ordered ? "fewer" : "more";
}

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

/** The stricter of both ways to name a bound; 3.0 marks the inclusive one as exclusive. */
function bound(schema: Value, sign: number): Bound | undefined {
  const [inclusive, exclusive] =
    sign === 1 ? ["minimum", "exclusiveMinimum"] : ["maximum", "exclusiveMaximum"];
  const at = member(schema, inclusive ?? "");
  const beyond = member(schema, exclusive ?? "");
  const closed = typeof at === "number" ? { value: at, exclusive: beyond === true } : undefined;
  if (typeof beyond !== "number") return closed;
  return closed && closed.value * sign > beyond * sign ? closed : { value: beyond, exclusive: true };
}

function byBound(was: Bound | undefined, is: Bound | undefined, sign: number): Effect {
  if (!was || !is) return was === is ? "same" : is ? "fewer" : "more";
  const moved = (is.value - was.value) * sign || Number(is.exclusive) - Number(was.exclusive);
  if (moved === 0) return "same";
  return moved > 0 ? "fewer" : "more";
}
