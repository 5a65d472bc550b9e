import { isList, type JsonObject, member } from "../../load/json.ts";
import type { Json } from "../model.ts";
import { annotated, anyOf } from "./combine.ts";
import { annotations, isNullable, typesOf } from "./keywords.ts";

/** Numbers for texts, texts for an object: where no value is of the type, the list is a slip and the type is meant. */
function contradicts(values: readonly Json[], types: readonly string[] | undefined): boolean {
  if (types === undefined || types.length === 0 || values.length === 0) return false;
  const names = new Set(types.map((type) => (type === "integer" ? "number" : type)));
  return values.every((value) => value !== null && !names.has(typeName(value)));
}

function typeName(value: Json): string {
  return isList(value) ? "array" : typeof value;
}

/** Values named one by one. They say all there is, whatever else the schema says. */
export function listed(schema: JsonObject): Json | undefined {
  const constant = member(schema, "const");
  const given = constant === undefined ? member(schema, "enum") : [constant];
  if (!isList(given) || (constant === undefined && contradicts(given, typesOf(schema)))) return undefined;
  const nullable = isNullable(schema);
  const finite = given.every((value) => typeof value !== "number" || Number.isFinite(value));
  const said = annotations(schema);
  const values = nullable && !given.includes(null) ? [...given, null] : given;
  if (!finite) {
    // No literal type is infinite.
    const others = values.filter((value) => typeof value !== "number");
    return annotated(anyOf([{ type: "number" }, others.length > 0 && { enum: others }]), said);
  }
  const [only] = values;
  if (values.length === 0) return false;
  if (only === null && values.length === 1) return { ...said, type: "null" };
  const types = typesOf(schema)?.filter((type) => type !== "object" && type !== "array") ?? [];
  const type = types.length === 0 ? {} : { type: types.length === 1 ? (types[0] ?? "") : types };
  return constant !== undefined && !nullable
    ? { ...said, const: constant }
    : { ...said, ...type, enum: values };
}
