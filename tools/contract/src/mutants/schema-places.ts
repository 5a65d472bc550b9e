import type { Json, JsonObject } from "@keysmith/generator";
import { isObject, member } from "../document/pointer.ts";
import type { Draft } from "./draft.ts";

/** A rule of a schema, and how to take it out of a copy. */
export interface Rule {
  /** `/name forgets maxLength` */
  readonly what: string;
  readonly remove: (schema: Json | undefined, draft: Draft) => void;
}

const RULES = [
  "type",
  "enum",
  "const",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "additionalProperties",
  "unevaluatedProperties",
];

/** Every rule of a schema, and of the schemas within. */
export function schemaPlaces(schema: Json | undefined, draft: Draft, place = "", depth = 0): readonly Rule[] {
  // Schemas may hold themselves.
  if (!isObject(schema) || depth > 6) return [];
  const required = schema["required"];
  const names: readonly string[] = Array.isArray(required) ? required.map(String) : [];
  const head = place === "" ? "" : `${place} `;
  return [
    ...RULES.filter((rule) => schema[rule] !== undefined && schema[rule] !== allowing(rule)).map(
      (rule): Rule => ({
        what: `${head}forgets ${rule}`,
        remove: (owner) => void (isObject(owner) && Reflect.deleteProperty(owner, rule)),
      }),
    ),
    ...names.map((name): Rule => ({
      what: `${head}forgets that ${name} is required`,
      remove: (owner) => {
        if (isObject(owner)) Object.assign(owner, { required: names.filter((other) => other !== name) });
      },
    })),
    ...inner(schema).flatMap(([label, keys]) => {
      const at = (owner: Json | undefined, each: Draft): Json | undefined =>
        each.follow(keys.reduce(member, owner));
      return schemaPlaces(at(schema, draft), draft, place + label, depth + 1).map(({ what, remove }) => ({
        what,
        remove: (owner: Json | undefined, each: Draft) => remove(at(owner, each), each),
      }));
    }),
  ];
}

/** The value with which a keyword is no rule. */
function allowing(rule: string): boolean {
  return rule !== "uniqueItems";
}

/** Schemas within a schema: how they are told, and the way to them. */
function inner(schema: JsonObject): readonly (readonly [label: string, keys: readonly string[]])[] {
  const properties = Object.keys(Object(schema["properties"]));
  return [
    ...properties.map((name) => [`/${name}`, ["properties", name]] as const),
    ["/*", ["items"]],
    ["/**", ["additionalProperties"]],
    ...["allOf", "anyOf", "oneOf"].flatMap((key) =>
      Object.keys(Object(schema[key])).map((index) => [` ${key} ${index}`, [key, index]] as const),
    ),
  ];
}
