import type { Json, JsonObject } from "@keysmith/generator";
import type { Document, Spot } from "../../document/document.ts";
import { entries, isObject, list, member, pointerOf, tokensOf } from "../../document/pointer.ts";

/** One step from a value to a part of it. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  /** Each item of a list, or only the one of a tuple. */
  | { readonly kind: "item"; readonly index: number | undefined }
  /** Each property that is not among these. */
  | { readonly kind: "additional"; readonly known: readonly string[] };

/** A keyword of a schema that something can break. */
export interface Site {
  /** Of the schema that holds the keyword. */
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly keyword: string;
  /** Of keywords that list properties: the one. */
  readonly name?: string;
  /** Of `dependentRequired`: the property that asks for it. */
  readonly trigger?: string;
  /** Way from the whole value to the part that the keyword is about. */
  readonly path: readonly Step[];
}

/** Keywords that something can break; those of lists of names become a site per name. */
const ASSERTIONS = new Set(
  (
    "type enum const format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf " +
    "minItems maxItems uniqueItems contains unevaluatedItems minProperties maxProperties propertyNames required " +
    "dependentRequired additionalProperties unevaluatedProperties anyOf oneOf not"
  ).split(" "),
);

/** Keywords that say nothing about validity, or only with another one, or whose schemas are walked into. */
const SILENT = new Set(
  (
    "$ref $defs definitions $comment $schema $id $anchor $vocabulary title description default examples example " +
    "deprecated readOnly writeOnly nullable externalDocs xml contentEncoding contentMediaType contentSchema " +
    "minContains maxContains properties patternProperties items prefixItems allOf dependentSchemas if then else"
  ).split(" "),
);

/** Every keyword that a value of a request has to keep below a schema. Pure: it depends on the document alone. */
export function sitesOf(document: Document, start: Spot): readonly Site[] {
  const found = new Map<string, Site>();
  const add = (site: Site): void => {
    found.set(
      [site.pointer, site.keyword, site.trigger, site.name, JSON.stringify(site.path)].join(" "),
      site,
    );
  };
  const walk = (spot: Spot | undefined, path: readonly Step[], above: readonly string[]): void => {
    // A schema within itself is seen once.
    if (spot === undefined || above.includes(spot.pointer) || !isObject(spot.value)) return;
    const inside = [...above, spot.pointer];
    const { value: schema, pointer } = spot;
    walk("$ref" in schema ? document.follow(spot) : undefined, path, inside);
    for (const keyword of Object.keys(schema))
      for (const site of assertions(schema, keyword)) add({ pointer, schema, keyword, path, ...site });
    for (const [keys, step] of inner(schema))
      walk(
        document.at(pointer, ...keys),
        step === undefined ? path : [...path, step],
        step === undefined ? inside : above.concat(pointer),
      );
  };
  walk(start, [], []);
  return [...found.values()];
}

function assertions(schema: JsonObject, keyword: string): readonly Pick<Site, "name" | "trigger">[] {
  if (SILENT.has(keyword) || keyword.startsWith("x-")) return [];
  const value = schema[keyword];
  if (keyword === "required")
    return list(value)
      .map(String)
      .filter((name) => !isReadOnly(schema, name))
      .map((name) => ({ name }));
  if (keyword === "dependentRequired")
    return entries(value).flatMap(([trigger, names]) =>
      list(names).map((name) => ({ name: String(name), trigger })),
    );
  // An open object has nothing to break; what further properties must be is walked into.
  if (keyword === "additionalProperties" || keyword.startsWith("unevaluated"))
    return value === false ? [{}] : [];
  // Nothing is shorter or fewer than nothing.
  if (/^min(?:Length|Items|Properties)$/.test(keyword) && value === 0) return [];
  if (keyword === "uniqueItems") return value === true ? [{}] : [];
  return [{}];
}

/** Only answers have it: of a request it is not asked. */
function isReadOnly(schema: JsonObject, name: string): boolean {
  return member(member(schema["properties"], name), "readOnly") === true;
}

/** Whether the suite knows how to break a keyword. */
export function isKnown(keyword: string): boolean {
  return ASSERTIONS.has(keyword);
}

type Inner = readonly [keys: readonly string[], step: Step | undefined];

/** The schemas within a schema that its value, or a part of it, has to keep. */
function inner(schema: JsonObject): readonly Inner[] {
  const properties = entries(schema["properties"]).map(([name]) => name);
  const sent = properties.filter((name) => !isReadOnly(schema, name));
  const prefix = list(schema["prefixItems"]);
  return [
    ...sent.map((name): Inner => [["properties", name], { kind: "property", name }]),
    ...prefix.map((_, index): Inner => [["prefixItems", String(index)], { kind: "item", index }]),
    ...(isObject(schema["items"]) && prefix.length === 0
      ? [[["items"], { kind: "item", index: undefined }] satisfies Inner]
      : []),
    ...(isObject(schema["additionalProperties"])
      ? [[["additionalProperties"], { kind: "additional", known: properties }] satisfies Inner]
      : []),
    ...["allOf", "anyOf", "oneOf"].flatMap((keyword) =>
      list(schema[keyword]).map((_, index): Inner => [[keyword, String(index)], undefined]),
    ),
    ...["then", "else"].map((keyword): Inner => [[keyword], undefined]),
    ...entries(schema["dependentSchemas"]).map(([name]): Inner => [["dependentSchemas", name], undefined]),
    ...entries(schema["patternProperties"]).map(([pattern]): Inner => [
      ["patternProperties", pattern],
      { kind: "additional", known: properties },
    ]),
  ];
}

/** The parts of a value that a path leads to, each with the keys that lead there. */
export function partsAt(value: Json, path: readonly Step[]): readonly (readonly string[])[] {
  const [first, ...rest] = path;
  if (first === undefined) return [[]];
  return keysOf(value, first).flatMap((key) => {
    const part = member(value, key);
    return part === undefined ? [] : partsAt(part, rest).map((keys) => [key].concat(keys));
  });
}

function keysOf(value: Json, step: Step): readonly string[] {
  switch (step.kind) {
    case "property":
      return isObject(value) ? [step.name] : [];
    case "item":
      return list(value)
        .map((_, index) => String(index))
        .filter((index) => step.index === undefined || index === String(step.index));
    case "additional":
      return isObject(value) ? Object.keys(value).filter((key) => !step.known.includes(key)) : [];
    default:
      throw new TypeError(`unknown step: ${String(step satisfies never)}`);
  }
}

/** Where a keyword stands in the document. */
export function pointerOfSite({ pointer, keyword }: Site): string {
  return pointerOf([...tokensOf(pointer), keyword]);
}
