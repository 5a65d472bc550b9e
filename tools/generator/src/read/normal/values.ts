import { isList, type JsonObject, member } from "../../load/json.ts";
import type { Json } from "../model.ts";
import { annotations, isNullable, typesOf } from "./keywords.ts";

/** Values named one by one. They say all there is, whatever else the schema says. */
export function listed(schema: JsonObject): Json | undefined {
  const constant = member(schema, "const");
  const given = constant === undefined ? member(schema, "enum") : [constant];
  if (!isList(given)) return undefined;
  const nullable = isNullable(schema);
  const finite = given.every((value) => typeof value !== "number" || Number.isFinite(value));
  const said = annotations(schema);
  if (!finite)
    return nullable
      ? { ...said, anyOf: [{ type: "number" }, { type: "null" }] }
      : { ...said, type: "number" };
  const values = nullable && !given.includes(null) ? [...given, null] : given;
  const [only] = values;
  if (values.length === 0) return false;
  if (only === null && values.length === 1) return { ...said, type: "null" };
  const types = typesOf(schema)?.filter((type) => type !== "object" && type !== "array") ?? [];
  const type = types.length === 0 ? {} : { type: types.length === 1 ? (types[0] ?? "") : types };
  return constant !== undefined && !nullable
    ? { ...said, const: constant }
    : { ...said, ...type, enum: values };
}
