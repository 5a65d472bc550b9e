import { isList, isObject } from "../../load/json.ts";
import { flatten } from "../flatten.ts";
import type { Json, Type } from "../model.ts";
import type { Named } from "./value.ts";

/** An example less what only answers hold: its `readOnly` properties, at any depth. */
export function writable(named: Named, type: Type, value: Json): Json {
  if (isList(value)) {
    const list = type.kind === "reference" ? named(type.name)?.type : type;
    return list?.kind === "array" ? value.map((item) => writable(named, list.items, item)) : value;
  }
  const object = isObject(value) ? flatten(type, (name) => named(name)?.type) : undefined;
  if (object === undefined || !isObject(value)) return value;
  const properties = new Map(object.properties.map((property) => [property.name, property]));
  const kept = Object.entries(value).flatMap(([name, member]): readonly (readonly [string, Json])[] => {
    const property = properties.get(name);
    if (property === undefined) return [[name, member]];
    return property.readOnly ? [] : [[name, writable(named, property.type, member)]];
  });
  return Object.fromEntries(kept);
}
