import { isList } from "../../load/json.ts";
import type { Json } from "../../read/model.ts";
import {
  anything,
  count,
  discriminator,
  externalDocs,
  type Expect,
  flag,
  names,
  namesByName,
  number,
  object,
  positive,
  schema30,
  schema31,
  schemaMap30,
  schemaMap31,
  schemas30,
  schemas31,
  someNames,
  someValues,
  text,
  type30,
  type31,
  values,
  xml,
} from "./expect.ts";

type Version = "3.0" | "3.1";

/** Several keywords that expect the same. */
function each(expect: Expect, ...keywords: readonly string[]): readonly (readonly [string, Expect])[] {
  return keywords.map((keyword) => [keyword, expect]);
}

const SHARED = [
  ...each(text, "$ref", "title", "description", "format", "pattern"),
  ...each(anything, "default", "example"),
  ...each(positive, "multipleOf"),
  ...each(number, "maximum", "minimum"),
  ...each(count, "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"),
  ...each(flag, "uniqueItems", "readOnly", "writeOnly", "deprecated"),
  ...each(someValues, "enum"),
  ...each(discriminator, "discriminator"),
  ...each(externalDocs, "externalDocs"),
  ...each(xml, "xml"),
];

const KEYWORDS: Readonly<Record<Version, ReadonlyMap<string, Expect>>> = {
  "3.0": new Map([
    ...SHARED,
    ...each(type30, "type"),
    ...each(flag, "nullable", "exclusiveMaximum", "exclusiveMinimum"),
    ...each(someNames, "required"),
    ...each(schemaMap30, "properties"),
    ...each(schema31, "additionalProperties"),
    ...each(schema30, "items", "not"),
    ...each(schemas30, "allOf", "anyOf", "oneOf"),
  ]),
  "3.1": new Map([
    ...SHARED,
    ...each(type31, "type"),
    ...each(number, "exclusiveMaximum", "exclusiveMinimum"),
    ...each(names, "required"),
    ...each(anything, "const"),
    ...each(values, "examples"),
    ...each(namesByName, "dependentRequired"),
    ...each(object, "$vocabulary"),
    ...each(count, "minContains", "maxContains"),
    ...each(schemaMap31, "properties", "patternProperties", "dependentSchemas", "$defs", "definitions"),
    ...each(schemas31, "allOf", "anyOf", "oneOf", "prefixItems"),
    ...each(
      schema31,
      "items",
      "not",
      "additionalProperties",
      "if",
      "then",
      "else",
      "contains",
      "propertyNames",
    ),
    ...each(schema31, "unevaluatedItems", "unevaluatedProperties", "contentSchema"),
    ...each(text, "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$comment"),
    ...each(text, "contentEncoding", "contentMediaType"),
  ]),
};

/** The keywords a Schema Object may have, with what each expects. */
export function keywordsOf(version: Version): ReadonlyMap<string, Expect> {
  return KEYWORDS[version];
}

/** What people write out of habit from the other version or from older drafts, and what to write instead. */
export function keywordAdvice(keyword: string, value: Json, version: Version): string {
  if (keyword === "required" && typeof value === "boolean") {
    return " List the names of required properties beside `properties`.";
  }
  const bound = `\`${keyword.replace("exclusiveM", "m")}\``;
  if (keyword.startsWith("exclusiveM") && typeof value === "boolean") {
    return ` In OpenAPI 3.1 it is the bound itself: give the number, in place of ${bound}.`;
  }
  if (keyword.startsWith("exclusiveM") && typeof value === "number") {
    return ` In OpenAPI 3.0 the number stands in ${bound}.`;
  }
  if (keyword === "items" && isList(value)) {
    return version === "3.1"
      ? " Write schemas by position as `prefixItems`."
      : " OpenAPI 3.0 has no tuples: use `items: { anyOf: […] }`.";
  }
  return typeof value === "string" && /^-?\d+(\.\d+)?$|^(true|false)$/.test(value)
    ? " Remove the quotes."
    : "";
}
