import { intersection } from "./combine.ts";
import type { ObjectType, Property, Type } from "./model.ts";

/**
 * An object type with all its properties in one place, looking through references and intersections. Nothing where the
 * type is no object, or not the same object always (a union).
 *
 * @param named - The type of a named schema; nothing while that is not known.
 */
export function flatten(
  type: Type,
  named: (name: string) => Type | undefined,
  through: ReadonlySet<string> = new Set(),
): ObjectType | undefined {
  switch (type.kind) {
    case "object":
      return type;
    case "reference": {
      const target = through.has(type.name) ? undefined : named(type.name);
      return target && flatten(target, named, new Set([...through, type.name]));
    }
    case "intersection": {
      const parts: ObjectType[] = [];
      for (const member of type.members) {
        const part = flatten(member, named, through);
        if (part === undefined) return undefined;
        parts.push(part);
      }
      return merge(parts);
    }
    default:
      return undefined;
  }
}

function merge(parts: readonly ObjectType[]): ObjectType {
  const properties = new Map<string, Property>();
  for (const property of parts.flatMap((part) => part.properties)) {
    const before = properties.get(property.name);
    properties.set(property.name, before === undefined ? property : both(before, property));
  }
  const additional = parts.flatMap((part) => part.additional ?? []);
  return {
    kind: "object",
    properties: [...properties.values()],
    additional: additional.length === 0 ? undefined : intersection(additional),
  };
}

/** What TypeScript makes of a property in two members of an intersection. */
function both(first: Property, second: Property): Property {
  return {
    ...first,
    required: first.required || second.required,
    readOnly: first.readOnly && second.readOnly,
    sensitive: first.sensitive || second.sensitive,
    description: first.description ?? second.description,
    type: intersection([first.type, second.type]),
    constraints: { ...first.constraints, ...second.constraints },
    default: first.default ?? second.default,
    examples: first.examples.length > 0 ? first.examples : second.examples,
  };
}
