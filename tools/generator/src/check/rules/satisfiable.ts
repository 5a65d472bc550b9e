import { describe, isList, member } from "../../load/json.ts";
import type { Json } from "../../read/model.ts";
import { at, type Context } from "../context.ts";

const BOUNDS = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
] as const;

/** Legal, but no value fits: a lower bound above its upper one, listed values of another type. */
export function satisfiable({ nodes, warning }: Context): void {
  for (const node of nodes("schema")) {
    const { value } = node;
    for (const [lower, upper] of BOUNDS) {
      const least = member(value, lower);
      const most = least === undefined ? undefined : member(value, upper);
      if (typeof least !== "number" || typeof most !== "number" || least <= most) continue;
      warning(
        at(node, lower),
        `\`${lower}\` is ${least} and \`${upper}\` is ${most}, so no value fits. Swap them.`,
      );
    }
    const values = member(value, "enum");
    if (!isList(values)) continue;
    const types = typesOf(value);
    for (const [index, one] of values.entries()) {
      if (types === undefined || types.some((type) => hasType(one, type))) continue;
      const quotes = types.includes("string") && typeof one !== "object" ? " Put it in quotes." : "";
      warning(
        at(node, "enum", index),
        `\`enum\` lists ${describe(one)}, which is not of type ${types.join(" or ")}.${quotes}`,
      );
    }
  }
}

/** Types a schema names; `undefined`: none, so any. */
function typesOf(schema: Json): readonly string[] | undefined {
  const type = member(schema, "type");
  const types = (isList(type) ? type : [type]).filter((one) => typeof one === "string");
  if (types.length === 0) return undefined;
  return member(schema, "nullable") === true ? [...types, "null"] : types;
}

function hasType(value: Json, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return isList(value);
  if (type === "object") return typeof value === "object" && value !== null && !isList(value);
  return typeof value === type;
}
