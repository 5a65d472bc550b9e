import type { Json, JsonObject } from "@keysmith/generator";
import { isObject, list, member } from "../../document/pointer.ts";
import type { Site } from "./sites.ts";

/**
 * Values that may break a keyword, made from one that keeps it; the most natural first. Which of them do, and whether
 * they break nothing else, is for the validator to say.
 */
export function candidates(site: Site, value: Json): readonly Json[] {
  const { schema, keyword } = site;
  const limit = Number(schema[keyword]);
  switch (keyword) {
    case "type":
      return ["text", 1.5, true, { a: 1 }, [1], null];
    case "enum":
    case "const":
      return others(value, list(schema["enum"]));
    case "format":
      return [...badFormats(String(schema["format"])), `not-a-${String(schema["format"])}`, "", "§"];
    case "pattern":
      return typeof value === "string"
        ? [`${value}!`, "!", "x", "0", "§", "", "x".repeat(value.length), `${value} `, ` ${value}`]
        : [];
    case "minimum":
      return [limit - 1, limit - 0.5];
    case "maximum":
      return [limit + 1, limit + 0.5];
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return [limit];
    case "multipleOf":
      return typeof value === "number" ? [value + 1, value - 1, value + limit / 2] : [];
    case "minLength":
      return typeof value === "string" ? [value.slice(0, limit - 1), "x".repeat(limit - 1)] : [];
    case "maxLength":
      return typeof value === "string"
        ? [value.padEnd(limit + 1, value.at(-1) ?? "x"), "x".repeat(limit + 1), "0".repeat(limit + 1)]
        : [];
    case "minItems":
    case "maxItems":
    case "uniqueItems":
    case "contains":
    case "unevaluatedItems":
      return Array.isArray(value) ? lists(keyword, schema, value) : [];
    case "anyOf":
    case "oneOf":
    case "not":
      return [...whole, ...(Array.isArray(schema[keyword]) ? [] : list(member(schema["not"], "enum")))];
    default:
      return isObject(value) ? objects(site, value) : [];
  }
}

/** Of every type one; nothing is likely to take them all. */
const whole: readonly Json[] = ["not one of these", -0.5, true, [[]], { notOneOfThese: true }, null, 0, ""];

function others(value: Json, allowed: readonly Json[]): readonly Json[] {
  const numbers = [value, ...allowed].filter((each) => typeof each === "number");
  if (typeof value === "number") return [Math.max(...numbers) + 1, Math.min(...numbers) - 1];
  if (typeof value === "boolean") return [!value];
  if (typeof value === "string") return [`not-${value}`, `${value}x`, "not one of these"];
  return whole;
}

/** What only a format refuses: numbers out of range, and texts that are nearly right. */
function badFormats(format: string): readonly Json[] {
  switch (format) {
    case "int32":
      return [2 ** 31];
    case "date":
      return ["2024-02-30"];
    case "date-time":
      return ["2024-02-30T00:00:00Z"];
    default:
      return [];
  }
}

function lists(keyword: string, schema: JsonObject, value: readonly Json[]): readonly Json[] {
  const limit = Number(schema[keyword]);
  const first = value[0] ?? null;
  switch (keyword) {
    case "minItems":
      return [value.slice(0, Math.max(limit - 1, 0))];
    case "maxItems":
      // Different ones first: they may have to be unique.
      return [
        [...value, ...Array.from({ length: limit + 1 }, (_, index) => variant(first, index))].slice(
          0,
          limit + 1,
        ),
        Array.from({ length: limit + 1 }, () => first),
      ];
    case "uniqueItems":
      return [
        [...value, first],
        [first, first],
        [...value.slice(1), ...value.slice(1, 2)],
      ];
    case "contains":
      return [[], ["nothing of the kind"], [null]];
    default:
      return [[...value, "one more"]];
  }
}

function variant(value: Json, index: number): Json {
  if (typeof value === "number") return value + index + 1;
  return typeof value === "string" ? `${value}${index + 1}` : value;
}

function objects({ schema, keyword, name = "", trigger = "" }: Site, value: JsonObject): readonly Json[] {
  const limit = Number(schema[keyword]);
  const without = (left: string): JsonObject =>
    Object.fromEntries(Object.entries(value).filter(([key]) => key !== left));
  switch (keyword) {
    case "required":
      return [without(name)];
    case "dependentRequired":
      return [without(name), { ...without(name), [trigger]: "x" }];
    case "additionalProperties":
    case "unevaluatedProperties":
      return [{ ...value, unknownProperty: "x" }];
    case "minProperties":
      return [Object.fromEntries(Object.entries(value).slice(0, limit - 1))];
    case "maxProperties":
      return [
        Object.fromEntries([
          ...Object.entries(value),
          ...Array.from({ length: limit + 1 }, (_, index) => [`more${index}`, Object.values(value)[0] ?? 1]),
        ]),
      ];
    case "propertyNames":
      return ["", " ", "§", "unknown property", "x".repeat(300)].map((key) =>
        Object.fromEntries([...Object.entries(value), [key, "x"]]),
      );
    default:
      return [];
  }
}
