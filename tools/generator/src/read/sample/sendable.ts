import { isList, isObject, type JsonObject } from "../../load/json.ts";
import { flatten } from "../flatten.ts";
import type { Json, ObjectType, Property, Type } from "../model.ts";
import type { Named } from "./value.ts";

/**
 * An example as it can be sent: less what only answers hold, its `readOnly` properties, and less what its type knows
 * nothing of. Nothing where it is no value of the type at all, as happens in documents: shown in a call, it would not
 * compile.
 */
export function sendable(named: Named, type: Type, value: Json): Json | undefined {
  switch (type.kind) {
    case "unknown":
    case "binary":
      return value;
    case "never":
      return undefined;
    case "null":
      return value === null ? value : undefined;
    case "boolean":
    case "string":
    case "number":
      return typeof value === type.kind ? value : undefined;
    case "literal":
      return JSON.stringify(value) === JSON.stringify(type.value) ? value : undefined;
    case "array":
      return isList(value) ? listOf(named, value, () => type.items) : undefined;
    case "tuple":
      if (!isList(value) || value.length < type.items.length) return undefined;
      return listOf(named, value, (index) => type.items[index] ?? type.rest);
    case "object":
      return isObject(value) ? objectOf(named, type, value) : undefined;
    case "union":
      return fullest(type.members.map((member) => sendable(named, member, value)));
    case "intersection":
      return intersectionOf(named, type, value);
    case "reference": {
      const target = targetOf(named, type.name);
      return target && sendable(named, target, value);
    }
    default:
      return type satisfies never;
  }
}

/** How much a value shows: itself and what is in it, at any depth. */
export function weight(value: Json): number {
  if (isList(value)) return value.reduce<number>((sum, item) => sum + weight(item), 1);
  if (isObject(value)) return Object.values(value).reduce<number>((sum, item) => sum + weight(item), 1);
  return 1;
}

function listOf(
  named: Named,
  list: readonly Json[],
  typeAt: (index: number) => Type | undefined,
): Json | undefined {
  const items = list.map((item, index) => {
    const type = typeAt(index);
    return type && sendable(named, type, item);
  });
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function objectOf(named: Named, type: ObjectType, value: JsonObject): Json | undefined {
  const properties = new Map(type.properties.map((property) => [property.name, property]));
  const members = Object.entries(value).flatMap(([name, member]): readonly (readonly [string, Json])[] => {
    const kept = memberOf(named, type, properties.get(name), member);
    return kept === undefined ? [] : [[name, kept]];
  });
  const names = new Set(members.map(([name]) => name));
  const whole = type.properties.every(
    ({ name, required, readOnly }) => !required || readOnly || names.has(name),
  );
  return whole ? Object.fromEntries(members) : undefined;
}

function memberOf(
  named: Named,
  { properties, additional }: ObjectType,
  property: Property | undefined,
  value: Json,
): Json | undefined {
  if (property !== undefined) return property.readOnly ? undefined : sendable(named, property.type, value);
  if (additional !== undefined) return sendable(named, additional, value);
  // An object of which nothing is said may hold anything.
  return properties.length === 0 ? value : undefined;
}

function intersectionOf(
  named: Named,
  type: Extract<Type, { kind: "intersection" }>,
  value: Json,
): Json | undefined {
  const whole = flatten(type, (name) => named(name)?.type);
  if (whole !== undefined) return sendable(named, whole, value);
  const parts = type.members.map((member) => sendable(named, member, value));
  const objects = parts.filter(isObject);
  if (objects.length === parts.length) return Object.assign({}, ...objects);
  return parts.includes(undefined) ? undefined : value;
}

/** Of a choice, the one that loses least. */
function fullest(values: readonly (Json | undefined)[]): Json | undefined {
  const [first, ...others] = values.filter((value) => value !== undefined);
  if (first === undefined || others.length === 0) return first;
  return others.reduce((most, next) => (weight(next) > weight(most) ? next : most), first);
}

/** What a name stands for, through names that stand for names; nothing where they lead in a circle. */
function targetOf(named: Named, name: string): Type | undefined {
  const followed = new Set([name]);
  let type = named(name)?.type;
  while (type?.kind === "reference") {
    if (followed.has(type.name)) return undefined;
    followed.add(type.name);
    type = named(type.name)?.type;
  }
  return type;
}
