import { isList, isObject, listed, member } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import type { Json } from "../../read/model.ts";

/** What is wrong with a keyword's value: what was expected, and where inside the value. */
export interface Miss {
  readonly expected: string;
  /** Keys from the value to the part that is wrong; empty: the value itself. */
  readonly at: readonly string[];
  /** What to do about it, beginning with a space. */
  readonly advice?: string;
}

/** Judges the value of a keyword; an empty list: it is fine. */
export type Expect = (value: Json) => readonly Miss[];

function expects(expected: string, accepts: (value: Json) => boolean): Expect {
  return (value) => (accepts(value) ? [] : [{ expected, at: [] }]);
}

/** A list, or an object with any names, whose entries are each what they should be. */
function entries(expected: string, accepts: (value: Json) => boolean, entry: Expect): Expect {
  return (value) => {
    if (!accepts(value)) return [{ expected, at: [] }];
    return Object.entries(value ?? {}).flatMap(([key, one]) => within(key, entry(one)));
  };
}

/** An object with members of its own, each judged by name. */
function fields(expected: string, accepts: (value: Json) => boolean, known: Record<string, Expect>): Expect {
  return (value) => {
    if (!accepts(value)) return [{ expected, at: [] }];
    return Object.entries(known).flatMap(([key, expect]) => {
      const inner = member(value, key);
      return inner === undefined ? [] : within(key, expect(inner));
    });
  };
}

function within(key: string, misses: readonly Miss[]): readonly Miss[] {
  return misses.map(({ expected, at }) => ({ expected, at: [key, ...at] }));
}

const isText = (value: Json): boolean => typeof value === "string";
const isFilled = (value: Json): boolean => isList(value) && value.length > 0;
const isSchema = (value: Json): boolean => isObject(value) || typeof value === "boolean";
const areNames = (value: Json): boolean =>
  isList(value) && value.every(isText) && new Set(value).size === value.length;

export const anything: Expect = () => [];
export const text = expects("a string", isText);
export const flag = expects("`true` or `false`", (value) => typeof value === "boolean");
export const number = expects("a number", (value) => typeof value === "number");
export const positive = expects("a number above 0", (value) => typeof value === "number" && value > 0);
export const count = expects(
  "a whole number, 0 or more",
  (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
);
export const object = expects("an object", isObject);
export const values = expects("a list of values", isList);
export const someValues = expects("a list with at least one value", isFilled);
export const names = expects("a list of different property names", areNames);
export const someNames = expects(
  "a list of different property names, at least one",
  (value) => isFilled(value) && areNames(value),
);
export const namesByName = entries("an object with a list of names for each name", isObject, names);
export const externalDocs = fields("an object with `url`", (value) => isText(member(value, "url") ?? null), {
  description: text,
});
export const xml = fields("an object", isObject, {
  name: text,
  namespace: text,
  prefix: text,
  attribute: flag,
  wrapped: flag,
});

/** Schemas of OpenAPI 3.0: `true` and `false` are none. */
export const schema30 = expects("a schema, that is an object", isObject);
export const schemas30 = entries("a list of schemas, at least one", isFilled, schema30);
export const schemaMap30 = entries("an object with a schema for each name", isObject, schema30);

export const schema31 = expects("a schema, that is an object, `true` or `false`", isSchema);
export const schemas31 = entries("a list of schemas, at least one", isFilled, schema31);
export const schemaMap31 = entries("an object with a schema for each name", isObject, schema31);

const mapping = entries("an object with the name of a schema for each value", isObject, text);

export const discriminator = fields(
  "an object with `propertyName`",
  (value) => isText(member(value, "propertyName") ?? null),
  { mapping },
);

const TYPES = ["array", "boolean", "integer", "number", "object", "string"];

export const type30: Expect = (value) => {
  if (value === "null" || isList(value)) {
    return [{ expected: "one type", at: [], advice: " OpenAPI 3.0 writes null as `nullable: true`." }];
  }
  if (typeof value === "string" && TYPES.includes(value)) return [];
  return [{ expected: listed(TYPES, "or"), at: [], advice: meant(value, TYPES) }];
};

export const type31: Expect = (value) => {
  const all = [...TYPES, "null"];
  const given = isList(value) ? value : [value];
  const wrong = given.find((one) => typeof one !== "string" || !all.includes(one));
  if (wrong !== undefined) {
    const advice = wrong === null ? ' Put "null" in quotes.' : meant(wrong, all);
    return [{ expected: `${listed(all, "or")}, or a list of them`, at: [], advice }];
  }
  const distinct = given.length > 0 && new Set(given).size === given.length;
  return distinct ? [] : [{ expected: "a list of different types", at: [] }];
};

function meant(value: Json, types: readonly string[]): string {
  return typeof value === "string" ? suggestion(value, types) : "";
}
