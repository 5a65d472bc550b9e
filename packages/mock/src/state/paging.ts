import { member, type JsonObject } from "../document/json.ts";
import type { StateOperation } from "./operations.ts";
import type { Paging, Role } from "./resource.ts";
import { hasType } from "./schema.ts";

/** How a list is paged: as `x-pagination` says, and `x-mock-resource` where that is silent. */
export function pagingOf(pagination: unknown, said: JsonObject): Paging {
  const text = (key: string): string | undefined => {
    const value = member(pagination, key) ?? said[key];
    return typeof value === "string" ? value : undefined;
  };
  const style = (["page", "offset", "cursor", "link"] as const).find(
    (name) => name === member(pagination, "style"),
  );
  return {
    style,
    // Servers are free in what a link looks like; this is what ours look like.
    parameter: style === "link" ? LINK_PARAMETER : text("parameter"),
    first: Number(member(pagination, "first") ?? 0),
    limit: text("limit"),
    total: text("total"),
    next: text("next"),
    previous: text("previous"),
  };
}

const LINK_PARAMETER = "cursor";

/** What can be listed: the number grows with every record and is never given twice. */
interface Numbered {
  readonly sequence: number;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursors of the pages after and before; undefined where there is none. */
  readonly next: string | number | undefined;
  readonly previous: string | number | undefined;
}

/** The page of a list that a request asks for. A cursor that no answer gave leads to an empty page. */
export function cutPage<Item extends Numbered>(
  { operation, paging }: Role,
  all: readonly Item[],
  query: URLSearchParams,
): Page<Item> {
  const { style, parameter, first, limit } = paging;
  const size = Math.max(1, numberIn(operation, query, limit) ?? Number.POSITIVE_INFINITY);
  const asked = parameter === undefined ? null : query.get(parameter);
  let start = 0;
  if (style === "page")
    start = pageStart((numberIn(operation, query, parameter) ?? first) - first, size, all.length);
  if (style === "offset") start = Math.max(0, numberIn(operation, query, parameter) ?? 0);
  if ((style === "cursor" || style === "link") && asked !== null) start = startOf(asked, all);
  const end = style === undefined ? all.length : start + size;
  const isNumber = operation.parameters.some(
    ({ name, schema }) => name === parameter && hasType(schema, "integer"),
  );
  const cursor = (index: number): string | number | undefined => {
    const item = all[index];
    return item === undefined ? undefined : isNumber ? item.sequence : cursorOf(item.sequence);
  };
  return {
    items: all.slice(start, end),
    next: cursor(end),
    previous: start > 0 && start < all.length ? cursor(Math.max(0, start - size)) : undefined,
  };
}

/** Without a size everything is on the first page. */
function pageStart(page: number, size: number, length: number): number {
  if (page <= 0) return 0;
  return Number.isFinite(size) ? page * size : length;
}

/** What a query parameter says, or its default. */
export function numberIn(
  { parameters }: StateOperation,
  query: URLSearchParams,
  name: string | undefined,
): number | undefined {
  const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
  if (parameter === undefined) return undefined;
  const value = Number(query.get(parameter.name) ?? parameter.schema?.schema["default"] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** It names a record, not a position: what is deleted meanwhile moves no item from one page to another. */
function cursorOf(sequence: number): string {
  return Buffer.from(`from:${sequence}`).toString("base64url");
}

function startOf(cursor: string, all: readonly Numbered[]): number {
  const text = /^\d+$/.test(cursor)
    ? cursor
    : /^from:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  const index = all.findIndex(({ sequence }) => sequence >= Number(text ?? Number.NaN));
  return index === -1 ? all.length : index;
}

/** The `Link` header of a page. Its target is a query alone, so it is right wherever the mock is mounted. */
export function linkTo(cursor: string | number, query: URLSearchParams): string {
  const target = new URLSearchParams(query);
  target.set(LINK_PARAMETER, String(cursor));
  return `<?${target.toString()}>; rel="next"`;
}
