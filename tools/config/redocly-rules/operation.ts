import { isObject, type Context, type JsonObject } from "./redocly.ts";

/** Names of the query parameters of an operation, those of its path included. */
export function queryParameters(
  operation: JsonObject,
  pathItem: unknown,
  context: Context,
): readonly unknown[] {
  return [member(pathItem, "parameters"), operation["parameters"]]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((parameter) => context.resolve(parameter).node)
    .filter((parameter) => member(parameter, "in") === "query")
    .map((parameter) => member(parameter, "name"));
}

/** Types of the value that a JSON pointer leads to in every 2xx answer in JSON; empty when it leads nowhere in one of them. */
export function typesAt(pointer: unknown, operation: JsonObject, context: Context): readonly unknown[] {
  if (typeof pointer !== "string" || (pointer !== "" && !pointer.startsWith("/"))) return [];
  const names = pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const found = successSchemas(operation, context).map((schema) => {
    const target = names.reduce((at: unknown, name) => property(at, name, context), schema);
    return [member(context.resolve(target).node, "type")].flat().filter((type) => type !== undefined);
  });
  return found.some((types) => types.length === 0) ? [] : found.flat();
}

function successSchemas(operation: JsonObject, context: Context): readonly unknown[] {
  const responses = isObject(operation["responses"]) ? operation["responses"] : {};
  return Object.keys(responses)
    .filter((status) => status.startsWith("2"))
    .map((status) => member(context.resolve(responses[status]).node, "content"))
    .map((content) => member(member(content, "application/json"), "schema"));
}

function property(schema: unknown, name: string, context: Context): unknown {
  const { node } = context.resolve(schema);
  const own = member(member(node, "properties"), name);
  if (own !== undefined) return own;
  const parts = member(node, "allOf");
  if (!Array.isArray(parts)) return undefined;
  return parts.map((part) => property(part, name, context)).find((found) => found !== undefined);
}

function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
