import { entries, isObject, list, member, type JsonObject } from "./json.ts";

/**
 * The example of a response header as it goes on the wire, style `simple`: `a,b` for a list. Undefined where nothing
 * needs to be written: the example is a string already, or Prism makes a fitting one of a plain schema.
 */
export function headerText(header: JsonObject, schema: unknown): string | undefined {
  const example = exampleOf(header, schema);
  if (example !== undefined) return simple(example, header["explode"] === true);
  const structured = ["array", "object", "boolean"].some((type) =>
    list(member(schema, "type")).concat(member(schema, "type")).includes(type),
  );
  return structured ? simple(sample(schema), header["explode"] === true) : undefined;
}

function exampleOf(header: JsonObject, schema: unknown): unknown {
  const named = entries(header["examples"]).map(([, example]) => member(example, "value"));
  return [
    header["example"],
    ...named,
    member(schema, "example"),
    ...list(member(schema, "examples")),
    member(schema, "default"),
  ].find((value) => value !== undefined);
}

function simple(value: unknown, explode: boolean): string {
  if (Array.isArray(value)) return value.map(String).join(",");
  if (!isObject(value)) return String(value);
  return entries(value)
    .map(([key, inner]) => `${key}${explode ? "=" : ","}${String(inner)}`)
    .join(",");
}

/** Something of the schema's type, for headers that carry no example at all. */
function sample(schema: unknown): unknown {
  const [first] = list(member(schema, "enum"));
  if (first !== undefined) return first;
  const type = member(schema, "type") ?? (member(schema, "properties") === undefined ? "string" : "object");
  switch (Array.isArray(type) ? type[0] : type) {
    case "array":
      return [sample(member(schema, "items"))];
    case "object":
      return Object.fromEntries(
        entries(member(schema, "properties")).map(([name, inner]) => [name, sample(inner)]),
      );
    case "boolean":
      return true;
    case "integer":
    case "number":
      return member(schema, "minimum") ?? 1;
    default:
      return "string";
  }
}
