import { isObject, type JsonObject } from "../../load/json.ts";
import { percentDecode } from "../../load/pointer.ts";
import { has, listAt, referenceOf } from "../document.ts";
import { constraintsOf, tightest } from "../constraints.ts";
import type { Json } from "../model.ts";
import type { Context, Direction, Scope } from "./context.ts";
import { declaration } from "./declared.ts";
import {
  addsToReference,
  annotations,
  describesList,
  describesObject,
  isNullable,
  typesOf,
} from "./keywords.ts";
import { allOf, annotated, anyOf, isUnknown } from "./combine.ts";
import { listed } from "./values.ts";
import { normalList } from "./list.ts";
import { normalObject, requiredIn } from "./object.ts";

/**
 * A schema in normal form: a reference to a named schema, listed values, one type with what belongs to it, all of some
 * schemas, or any of some; never two of these at once. What has no counterpart among types is left out, so the result
 * admits everything the schema does. `true` where that is anything.
 */
export function normalSchema(context: Context, schema: Json | undefined, direction: Direction): Json {
  if (!isObject(schema)) return schema === true;
  const known = context.known[direction].get(schema);
  if (known !== undefined) return known;
  const normal = compose(context, schema, direction, undefined, requiredIn(schema));
  context.known[direction].set(schema, normal);
  return normal;
}

/** Within another schema that speaks of the same value, and may require what is declared here. */
function part(
  context: Context,
  schema: Json,
  direction: Direction,
  scope: Scope,
  required: readonly string[],
): Json {
  if (!isObject(schema)) return schema === true;
  const own = requiredIn(schema);
  return own.length === 0 && required.length === 0 && !hasParts(schema)
    ? normalSchema(context, schema, direction)
    : compose(context, schema, direction, scope, [...own, ...required]);
}

function compose(
  context: Context,
  schema: JsonObject,
  direction: Direction,
  outer: Scope | undefined,
  required: readonly string[],
): Json {
  const reference = referenceOf(schema);
  if (reference !== undefined && !addsToReference(schema, context.old)) {
    return context.refer(percentDecode(reference), direction, annotations(schema));
  }
  const values = listed(schema);
  if (values !== undefined) return values;
  const scope: Scope = { schema, outer };
  const members = [
    ...(reference === undefined ? [] : [{ $ref: reference }]),
    ...(listAt(schema, "allOf") ?? []),
  ];
  const handed = handDown(context, members, required);
  const all = [
    ...members.map((one, index) => part(context, one, direction, scope, handed[index] ?? [])),
    ...["anyOf", "oneOf"].flatMap((keyword) => {
      const choices = listAt(schema, keyword) ?? [];
      return choices.length === 0
        ? []
        : [anyOf(choices.map((one) => part(context, one, direction, scope, [])))];
    }),
  ];
  const taken = new Set(handed.flat());
  const left = required.filter((name) => !taken.has(name));
  const parts = all.filter((one) => !isUnknown(one));
  const own = ownForm(context, schema, direction, scope, left, parts.length > 0);
  // What says nothing of the type may still describe the value, or bound it.
  const remarks = all.filter((one): one is JsonObject => isObject(one) && isUnknown(one));
  return combine(schema, own, parts, remarks);
}

/** What the schema says itself, unless it is only the type of what the parts say in full. */
function ownForm(
  context: Context,
  schema: JsonObject,
  direction: Direction,
  scope: Scope,
  required: readonly string[],
  amongParts: boolean,
): Json {
  const objects = describesObject(schema, required);
  const lists = describesList(schema);
  const types = typesOf(schema) ?? (objects ? ["object"] : lists ? ["array"] : undefined);
  if (types === undefined) return true;
  const said = types.some((type) => (type === "object" && objects) || (type === "array" && lists));
  if (amongParts && !said) return true;
  const form = (type: string): Json => {
    if (type === "object") return normalObject(context, schema, direction, scope, required);
    if (type === "array") return normalList(context, schema, direction);
    return isPrimitive(type) ? Object.assign({}, annotations(schema), { type }) : true;
  };
  const forms = types.filter((type) => type !== "null").map(form);
  // Of nothing but null, nothing is left to say here.
  return forms.length === 0 ? false : anyOf(forms);
}

function combine(
  schema: JsonObject,
  own: Json,
  parts: readonly Json[],
  remarks: readonly JsonObject[],
): Json {
  const nullable = isNullable(schema);
  if (!nullable && own !== true && parts.length === 0 && remarks.length === 0) return own;
  const said: JsonObject = Object.assign({}, ...remarks, annotations(schema));
  const bounds = remarks.length === 0 ? {} : tightest([...remarks, schema].map(constraintsOf));
  const all = isUnknown(own) ? parts : [own, ...parts];
  const core = all.includes(false) ? false : allOf(all);
  if (!nullable) return annotated(core, { ...said, ...bounds });
  if (core === false) return { ...said, type: "null" };
  return annotated(anyOf([core, { type: "null" }]), { ...said, ...bounds });
}

/** For each member of an `allOf`, what the schema around it requires of the properties it declares in place. */
function handDown(
  context: Context,
  members: readonly Json[],
  required: readonly string[],
): readonly (readonly string[])[] {
  return members.map((one) =>
    required.length === 0 || !isObject(one) || referenceOf(one) !== undefined
      ? []
      : required.filter((name) => declaration(context.root, withoutReferences(one), name) !== undefined),
  );
}

function withoutReferences(schema: JsonObject): JsonObject {
  const members = listAt(schema, "allOf");
  if (members === undefined) return schema;
  const inline = members.filter((one) => referenceOf(one) === undefined);
  return { ...schema, allOf: inline.map((one) => (isObject(one) ? withoutReferences(one) : one)) };
}

function hasParts(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf"].some((keyword) => has(schema, keyword));
}

function isPrimitive(type: string): boolean {
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}
