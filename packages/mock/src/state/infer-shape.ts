import type { JsonObject } from "../document/json.ts";
import type { StateOperation } from "./operations.ts";
import { valueAt } from "./model.ts";
import { hasType, itemsOf, keysOfPointer, propertiesOf, snakeCase, type Place } from "./schema.ts";

/** The one list of objects in an answer: the answer itself, or one of its properties. */
export function listIn(
  document: JsonObject,
  { success }: StateOperation,
): { readonly at: string; readonly record: Place; readonly total: string | undefined } | undefined {
  const schema = success?.schema;
  const candidates = [
    ["", schema] as const,
    ...[...propertiesOf(document, schema)].map(([name, place]) => [`/${name}`, place] as const),
  ];
  const lists = candidates.flatMap(([at, place]) => {
    const record = hasType(place, "array") ? itemsOf(document, place) : undefined;
    return record !== undefined && propertiesOf(document, record).size > 0 ? [{ at, record }] : [];
  });
  const [found, second] = lists;
  if (found === undefined || second !== undefined) return undefined;
  const total = [...propertiesOf(document, schema)].find(
    ([name, place]) =>
      hasType(place, "integer") && /^(total(_?(count|items|results|size))?|(item_?)?count)$/i.test(name),
  )?.[0];
  return { ...found, total: total === undefined ? undefined : `/${total}` };
}

/** The answer itself, and what it is a mere wrapper of: `{ key: {…} }`. */
export function recordsIn(document: JsonObject, { success }: StateOperation): ReadonlyMap<string, Place> {
  const schema = success?.schema;
  if (schema === undefined) return new Map();
  const inner = [...propertiesOf(document, schema)].map(([name, place]) => [`/${name}`, place] as const);
  // With anything beside it, an object in an answer may be something else, such as the owner.
  return new Map([["", schema], ...(inner.length === 1 ? inner : [])]);
}

/** What the first example shows at a place. */
export function exampleAt(operation: StateOperation | undefined, at = ""): unknown {
  return valueAt(operation?.success?.examples[0]?.value, keysOfPointer(at));
}

/** Paging by number, where the query parameters are called as usual. */
export function usualPaging({ parameters }: StateOperation): JsonObject | undefined {
  const numbers = parameters.filter((one) => one.in === "query" && hasType(one.schema, "integer"));
  const find = (pattern: RegExp): (typeof numbers)[number] | undefined =>
    numbers.find(({ name }) => pattern.test(snakeCase(name)));
  const limit = find(/^(limit|per_page|page_size|size)$/);
  const page = find(/^(page|page_number)$/);
  const offset = find(/^(offset|skip)$/);
  if (limit === undefined) return undefined;
  if (page !== undefined) {
    const first = page.schema?.schema["default"] ?? page.schema?.schema["minimum"] ?? 1;
    return { style: "page", parameter: page.name, limit: limit.name, first };
  }
  return offset === undefined ? undefined : { style: "offset", parameter: offset.name, limit: limit.name };
}
