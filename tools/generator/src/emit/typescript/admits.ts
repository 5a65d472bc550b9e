import type { Api, Type } from "../../read/model.ts";
import { schemaType } from "../schema-type.ts";

/** What decides how a parameter is written, beside its style; `nested` is a list of lists or objects. */
type Shape = "null" | "list" | "object" | "nested";

/** Whether a value of the type may be of that shape. */
export function admits(api: Api, type: Type, shape: Shape, within: readonly string[] = []): boolean {
  switch (type.kind) {
    case "unknown":
      // Where nothing is said of values, null means what leaving them out does.
      return shape !== "null";
    case "null":
      return shape === "null";
    case "array":
      return shape === "nested" ? holds(api, [type.items], within) : shape === "list";
    case "tuple":
      return shape === "nested" ? holds(api, [...type.items, type.rest], within) : shape === "list";
    case "object":
      return shape === "object";
    case "literal":
      return shapeOf(type.value) === shape;
    case "union":
      return type.members.some((member) => admits(api, member, shape, within));
    case "intersection":
      return type.members.every((member) => admits(api, member, shape, within));
    case "reference":
      // A type that leads to itself before it says anything leaves everything open.
      if (within.includes(type.name)) return shape !== "null";
      return admits(api, schemaType(api, type.name), shape, [...within, type.name]);
    case "never":
    case "boolean":
    case "string":
    case "number":
    case "binary":
      return false;
    default:
      return type satisfies never;
  }
}

/** Whether any of the types is of values that hold others. */
function holds(api: Api, types: readonly (Type | undefined)[], within: readonly string[]): boolean {
  return types.some(
    (type) =>
      type !== undefined && (admits(api, type, "list", within) || admits(api, type, "object", within)),
  );
}

function shapeOf(value: unknown): Shape | undefined {
  if (typeof value !== "object") return undefined;
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : "object";
}
