import { isObject, type JsonObject, member } from "../../load/json.ts";
import { has, objectAt, textsAt } from "../document.ts";
import type { Json } from "../model.ts";
import { annotations } from "./keywords.ts";
import type { Context, Direction, Scope } from "./context.ts";
import { declaredIn, mayBeMissing } from "./declared.ts";
import { otherProperties } from "./others.ts";
import { normalSchema } from "./schema.ts";

/**
 * The object a schema describes by itself.
 *
 * What it requires and another schema of the same value declares is declared here again, and what nobody declares is what
 * the schema's other properties are, or anything: it is there all the same.
 */
export function normalObject(
  context: Context,
  schema: JsonObject,
  direction: Direction,
  scope: Scope | undefined,
  required: readonly string[],
): JsonObject {
  const declared = objectAt(schema, "properties") ?? {};
  const properties = new Map<string, Json>();
  for (const [name, property] of Object.entries(declared)) {
    properties.set(name, normalSchema(context, property, direction));
  }
  const present: string[] = [];
  for (const name of new Set(required)) {
    const property = has(declared, name) ? member(declared, name) : declaredIn(context.root, scope, name);
    if (property !== undefined && mayBeMissing(context.root, property, direction)) continue;
    present.push(name);
    if (!properties.has(name)) {
      properties.set(name, normalSchema(context, property ?? anyOther(schema), direction));
    }
  }
  const others = otherProperties(context, schema, direction, [...properties.values()]);
  return {
    ...annotations(schema),
    type: "object",
    ...(properties.size === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(present.length === 0 ? {} : { required: present }),
    ...(others === undefined ? {} : { additionalProperties: others }),
  };
}

function anyOther(schema: JsonObject): Json {
  const additional = member(schema, "additionalProperties");
  return isObject(additional) ? additional : true;
}

export function requiredIn(schema: JsonObject): readonly string[] {
  return textsAt(schema, "required");
}
