import { isList, isObject, listed, member } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { childPointer, parsePointer } from "../../load/pointer.ts";
import type { Json } from "../../read/model.ts";
import type { Context } from "../context.ts";
import type { Located } from "../reading.ts";

/** What is known of a place in values of a schema. */
export interface Place {
  /** Types it may have; `undefined`: not told. */
  readonly types?: readonly string[];
  /** Why there can be no such place. */
  readonly missing?: string;
}

/**
 * Follows a JSON pointer into the values that a schema describes, as far as the schema tells: through references,
 * through every member of `allOf`, `anyOf` and `oneOf`. What a schema leaves open is not called missing.
 */
export function schemaAt(context: Context, schema: Located, pointer: string): Place {
  let schemas = expand(context, [schema]);
  for (const token of parsePointer(pointer)) {
    const next: Located[] = [];
    const names = new Set<string>();
    let open = schemas.length === 0;
    for (const one of schemas) {
      const inside = step(one, token);
      if (inside === "open") open = true;
      else if ("value" in inside) next.push(inside);
      else for (const name of inside) names.add(name);
    }
    if (next.length === 0) {
      if (open || names.size === 0) return {};
      return {
        missing: `there is no property \`${token}\`, only ${listed([...names], "and")}.${suggestion(token, names)}`,
      };
    }
    schemas = expand(context, next);
  }
  const types = schemas.flatMap(({ value }) => typesOf(member(value, "type")));
  return types.length === 0 ? {} : { types: [...new Set(types)] };
}

/** The schema one step further in; the names of properties where none fits; `open` where anything may be. */
function step({ value, pointer }: Located, token: string): Located | "open" | readonly string[] {
  const properties = member(value, "properties");
  const property = member(properties, token);
  if (isObject(property)) return { value: property, pointer: childPointer(pointer, "properties", token) };
  if (property !== undefined) return "open";
  for (const keyword of ["additionalProperties", "items"]) {
    if (keyword === "items" && !/^\d+$/.test(token)) continue;
    const inner = member(value, keyword);
    if (isObject(inner)) return { value: inner, pointer: childPointer(pointer, keyword) };
  }
  return isObject(properties) ? Object.keys(properties) : "open";
}

/** The schemas themselves and all that apply to the same value. */
function expand({ resolve }: Context, schemas: readonly Located[]): readonly Located[] {
  const all = new Map<Json, Located>();
  const pending = [...schemas];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const schema = resolve("schema", next.value, next.pointer);
    if (schema === undefined || all.has(schema.value)) continue;
    all.set(schema.value, schema);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const members = member(schema.value, keyword);
      if (!isList(members)) continue;
      for (const [index, value] of members.entries()) {
        if (isObject(value)) pending.push({ value, pointer: childPointer(schema.pointer, keyword, index) });
      }
    }
  }
  // A mere combination says nothing itself.
  return [...all.values()].filter(({ value }) =>
    ["type", "properties", "items", "additionalProperties"].some((key) => member(value, key) !== undefined),
  );
}

function typesOf(type: Json | undefined): readonly string[] {
  return (isList(type) ? type : [type]).filter((one) => typeof one === "string");
}
