import type { Api, Type } from "../read/model.ts";
import { perApi } from "./per-api.ts";

const typesByName = perApi((api) => new Map(api.schemas.map((schema) => [schema.name, schema.type])));

/** What a name stands for. */
export function schemaType(api: Api, name: string): Type {
  return typesByName(api).get(name) ?? { kind: "unknown" };
}

/** A type with its names followed until there is something to see. */
export function resolved(api: Api, type: Type): Type {
  const followed = new Set<string>();
  let found = type;
  while (found.kind === "reference" && !followed.has(found.name)) {
    followed.add(found.name);
    found = schemaType(api, found.name);
  }
  return found;
}

/** Names of the schemas a type mentions itself. */
export function namesIn(type: Type): readonly string[] {
  switch (type.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "binary":
    case "literal":
      return [];
    case "array":
      return namesIn(type.items);
    case "tuple":
      return [...type.items, ...(type.rest ? [type.rest] : [])].flatMap(namesIn);
    case "object":
      return [
        ...type.properties.map((property) => property.type),
        ...(type.additional ? [type.additional] : []),
      ].flatMap(namesIn);
    case "union":
    case "intersection":
      return type.members.flatMap(namesIn);
    case "reference":
      return [type.name];
    default:
      return type satisfies never;
  }
}
