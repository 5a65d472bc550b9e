import { list } from "../document/json.ts";
import type { AnyReply } from "../engine/reply.ts";
import { valueAt, withValue, type View } from "./model.ts";
import { cutPage, linkTo, numberIn, type Page } from "./paging.ts";
import { show } from "./show.ts";
import { success } from "./reply.ts";
import type { Role } from "./resource.ts";
import { keysOfPointer, placeWithin } from "./schema.ts";
import type { StateRequest } from "./state.ts";
import type { Item, World } from "./world.ts";

/** One page of the records, in what the example of the answer has around them. */
export function listItems(
  world: World,
  role: Role,
  { query }: StateRequest,
  items: readonly Item[],
): AnyReply | undefined {
  const { operation } = role;
  const view = world.model.views.get(operation.name);
  if (view === undefined) return undefined;
  const wanted = items.filter((item) => passes(world, view, item, query));
  const page = cutPage(role, wanted, query);
  const shown = page.items.map((item) => show(world, view, item));
  const around = withValue(structuredClone(view.answer), keysOfPointer(role.record), shown);
  const body = role.record === "" ? shown : withPlaces(world, view, around, page, wanted.length, query);
  const isLinked = role.paging.style === "link" && page.next !== undefined;
  return success(role, body, isLinked ? { Link: linkTo(page.next, query) } : undefined);
}

/** A query parameter that is called exactly like a property of the record asks for records that have this value. */
function passes(world: World, view: View, item: Item, query: URLSearchParams): boolean {
  const { operation, paging, within } = view.role;
  const taken = new Set([paging.parameter, paging.limit, ...Array.from(within.values(), ({ name }) => name)]);
  const filters = operation.parameters.filter(
    ({ name, in: place }) =>
      place === "query" && query.has(name) && !taken.has(name) && view.properties.has(name),
  );
  if (filters.length === 0) return true;
  const record = show(world, view, item);
  return filters.every(({ name }) => {
    const values = Array.isArray(record[name]) ? list(record[name]) : [record[name]];
    const asked = query.getAll(name);
    return values.some((value) => asked.includes(String(value)));
  });
}

/** What stands around a list and depends on it: how long it is, where it goes on, and what was asked for. */
function withPlaces(
  world: World,
  view: View,
  around: unknown,
  page: Page<Item>,
  length: number,
  query: URLSearchParams,
): unknown {
  const { operation, paging } = view.role;
  const valid = (keys: readonly string[], value: unknown): boolean => {
    const place = placeWithin(world.model.document, operation.success?.schema, keys);
    return place !== undefined && world.model.validate(place, value);
  };
  let body = around;
  for (const { name, in: place } of operation.parameters) {
    // Some answers repeat the limit or the number of the page.
    const asked = place === "query" ? numberIn(operation, query, name) : undefined;
    if (asked !== undefined && valueAt(body, [name]) !== undefined && valid([name], asked))
      body = withValue(body, [name], asked);
  }
  if (paging.total !== undefined) body = withValue(body, keysOfPointer(paging.total), length);
  for (const [pointer, cursor] of [
    [paging.next, page.next],
    [paging.previous, page.previous],
  ] as const) {
    if (pointer === undefined) continue;
    const keys = keysOfPointer(pointer);
    // How an API says that there is no further page, null first; a place that takes neither is left out.
    body = withValue(
      body,
      keys,
      [cursor, null, ""].find((value) => value !== undefined && valid(keys, value)),
    );
  }
  return body;
}
