import { isList, isObject, type JsonObject, member } from "../../load/json.ts";
import { has, membersAt } from "../document.ts";

/** Keywords that say what a value may be; all others (descriptions, bounds, examples) stay where they are. */
const STRUCTURAL: ReadonlySet<string> = new Set(
  (
    "$ref $defs definitions $id $anchor $dynamicRef $dynamicAnchor $schema $vocabulary type nullable const enum properties " +
    "required additionalProperties patternProperties unevaluatedProperties propertyNames dependentRequired " +
    "dependentSchemas items prefixItems unevaluatedItems contains allOf anyOf oneOf not if then else discriminator"
  ).split(" "),
);

/** What a schema says besides what a value may be. */
export function annotations(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).filter(
      // A summary is no keyword of schemas, yet printed where it is a text.
      ([keyword, value]) => !STRUCTURAL.has(keyword) && (keyword !== "summary" || typeof value === "string"),
    ),
  );
}

/**
 * Whether keywords speak of the members of an object.
 *
 * @param required - What it requires, itself or for the schema around it.
 */
export function describesObject(schema: JsonObject, required: readonly string[]): boolean {
  return (
    required.length > 0 ||
    membersAt(schema, "properties").length > 0 ||
    membersAt(schema, "patternProperties").length > 0 ||
    says(schema, "additionalProperties") ||
    isObject(member(schema, "unevaluatedProperties"))
  );
}

export function describesList(schema: JsonObject): boolean {
  return has(schema, "items") || has(schema, "prefixItems");
}

/** Whether a schema may be a mere reference: in 3.0 nothing beside it counts, but people write `nullable` all the same. */
export function addsToReference(schema: JsonObject, old: boolean): boolean {
  if (member(schema, "nullable") === true) return true;
  return !old && Object.keys(schema).some((keyword) => keyword !== "$ref" && ADDING.has(keyword));
}

const ADDING: ReadonlySet<string> = new Set(
  "type const enum properties required additionalProperties patternProperties items prefixItems allOf anyOf oneOf".split(
    " ",
  ),
);

function says(schema: JsonObject, keyword: string): boolean {
  const value = member(schema, keyword);
  return value !== undefined && value !== false;
}

/** Types a schema names; `undefined`: none, so any. */
export function typesOf(schema: JsonObject): readonly string[] | undefined {
  const type = member(schema, "type");
  if (type === undefined) return undefined;
  return (isList(type) ? type : [type]).filter((one) => typeof one === "string");
}

/** Whether null is named as a type, or `nullable` says so: in 3.1 that means nothing, but people mean it. */
export function isNullable(schema: JsonObject): boolean {
  return member(schema, "nullable") === true || (typesOf(schema)?.includes("null") ?? false);
}
