import type { Type } from "./model.ts";

export const unknown: Type = { kind: "unknown" };
export const never: Type = { kind: "never" };
export const nothing: Type = { kind: "null" };
export const anyObject: Type = { kind: "object", properties: [], additional: undefined };

/** One of these: flat, without doubles, and no union at all where one member is left. */
export function union(members: readonly Type[]): Type {
  const flat = members.flatMap((member) => (member.kind === "union" ? member.members : [member]));
  if (flat.some((member) => member.kind === "unknown")) return unknown;
  return collapse("union", distinct(flat.filter((member) => member.kind !== "never")), never);
}

/** All of these: flat, without doubles, and no intersection where one member is left. */
export function intersection(members: readonly Type[]): Type {
  const flat = members.flatMap((member) => (member.kind === "intersection" ? member.members : [member]));
  if (flat.some((member) => member.kind === "never")) return never;
  return collapse("intersection", distinct(flat.filter((member) => member.kind !== "unknown")), unknown);
}

/** A value of the document as a type. */
export function literalType(value: Extract<Type, { kind: "literal" }>["value"]): Type {
  return value === null ? nothing : { kind: "literal", value };
}

function collapse(kind: "union" | "intersection", members: readonly Type[], none: Type): Type {
  const [first, ...rest] = members;
  if (first === undefined) return none;
  return rest.length === 0 ? first : { kind, members };
}

/** Drops what is plainly said twice. Larger types are left alone: comparing them costs more than it tidies. */
function distinct(types: readonly Type[]): readonly Type[] {
  const seen = new Set<string>();
  return types.filter((type) => {
    const name = identity(type);
    if (name === undefined) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function identity(type: Type): string | undefined {
  switch (type.kind) {
    case "literal":
      return `literal ${JSON.stringify(type.value)}`;
    case "reference":
      return `reference ${type.name}`;
    case "object":
      return type.properties.length === 0 && type.additional === undefined ? "object" : undefined;
    case "array":
    case "tuple":
    case "union":
    case "intersection":
      return undefined;
    default:
      return type.kind;
  }
}
