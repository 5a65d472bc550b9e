import { isObject, type JsonObject, member } from "../../load/json.ts";
import { has, membersAt } from "../document.ts";
import type { Json } from "../model.ts";
import type { Context, Direction } from "./context.ts";
import { annotations } from "./keywords.ts";
import { normalSchema } from "./schema.ts";

/** Properties nobody listed; nothing where nothing is said of them, or that there are none. */
export function otherProperties(
  context: Context,
  schema: JsonObject,
  direction: Direction,
  listed: readonly Json[],
): Json | undefined {
  const patterns = membersAt(schema, "patternProperties");
  const types = patterns.map(([, value]) => normalSchema(context, value, direction));
  const rest = restOf(schema);
  if (types.length === 0 && (rest === undefined || rest === false)) return undefined;
  if (isObject(rest)) types.unshift(normalSchema(context, rest, direction));
  // Where names that no pattern knows are left open, they may hold anything.
  const open =
    rest === true || (rest === undefined && !patterns.some(([pattern]) => matchesAll.test(pattern)));
  return open || types.some((type) => !isSimple(type) && listed.length > 0) ? true : signature(types, listed);
}

/**
 * TypeScript has an index signature speak of the listed properties too, so it has to admit their types. Where that would
 * repeat whole objects it admits anything instead.
 */
function signature(types: readonly Json[], listed: readonly Json[]): Json {
  if (types.includes(true)) return true;
  const kinds = new Set(types.map(kindOf));
  const missing = listed.filter((property) => !kinds.has(kindOf(property)));
  if (missing.some((property) => !isSimple(property))) return true;
  const all = [...types, ...new Map(missing.map((property) => [kindOf(property), bare(property)])).values()];
  return all.length === 1 ? (all[0] ?? true) : { anyOf: all };
}

/** What the schema says of properties it does not list; `unevaluatedProperties` means that where nothing stands beside it. */
function restOf(schema: JsonObject): Json | undefined {
  const additional = member(schema, "additionalProperties");
  if (additional !== undefined) return additional;
  return ["allOf", "anyOf", "oneOf", "if", "$ref", "dependentSchemas"].some((keyword) => has(schema, keyword))
    ? undefined
    : member(schema, "unevaluatedProperties");
}

const matchesAll = /^\^?(?:\.[*+]|\(\.[*+]\))?\$?$/;

/** Printed in a word or two. */
function isSimple(schema: Json): boolean {
  if (!isObject(schema)) return true;
  const parts = member(schema, "anyOf");
  if (Array.isArray(parts)) return parts.length <= 3 && parts.every(isSimple);
  if (has(schema, "allOf") || has(schema, "properties") || has(schema, "enum") || has(schema, "const")) {
    return has(schema, "enum") || has(schema, "const");
  }
  const items = member(schema, "items");
  if (has(schema, "prefixItems") || isObject(member(schema, "additionalProperties"))) return false;
  return items === undefined || isSimple(items);
}

/** Without what is said besides the type: a property's description is not the signature's. */
function bare(schema: Json): Json {
  if (!isObject(schema)) return schema;
  if (has(schema, "$ref")) return { allOf: [schema] };
  const said = annotations(schema);
  const format = member(schema, "format") === "binary" ? { format: "binary" } : {};
  return { ...Object.fromEntries(Object.entries(schema).filter(([name]) => !has(said, name))), ...format };
}

/** Equal for schemas whose types are; texts of a list are texts. */
function kindOf(schema: Json): string {
  if (!isObject(schema)) return String(schema);
  const values = member(schema, "enum") ?? [member(schema, "const") ?? null];
  if (
    (has(schema, "enum") || has(schema, "const")) &&
    Array.isArray(values) &&
    values.every((value) => typeof value === "string")
  ) {
    return JSON.stringify({ type: "string" });
  }
  return JSON.stringify(bare(schema)).replaceAll('"integer"', '"number"');
}
