import type { PaginationDefinition } from "../definition.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";

/** What the next call differs in: arguments, or the whole URL. */
export type NextPage = { readonly args: Arguments; readonly url?: string };

/** What a walk has to remember from page to page. */
export interface Walk {
  readonly pagination: PaginationDefinition;
  /** Arguments of the first call. */
  readonly start: Arguments;
  /** Items of all pages so far. */
  seen: number;
  readonly cursors: Set<string>;
}

/** The items of a page. */
export function itemsOf({ items }: PaginationDefinition, page: unknown, exchange: Exchange): unknown[] {
  const found = at(page, items);
  if (found === undefined || found === null) return [];
  if (Array.isArray(found)) return found;
  throw new KeysmithError(exchange.message(`no array of items at "${items}" of the page`), exchange.origin);
}

/** Where the page after this one is; `undefined` at the end. */
export function nextPage(
  walk: Walk,
  args: Arguments,
  page: unknown,
  response: Response,
  count: number,
  exchange: Exchange,
): NextPage | undefined {
  const { pagination } = walk;
  switch (pagination.style) {
    case "page":
    case "offset":
      return countOn(walk, pagination, args, page, count);
    case "cursor": {
      const cursor = at(page, pagination.next);
      if (cursor === undefined || cursor === null || cursor === "") return undefined;
      const key = String(cursor);
      if (walk.cursors.has(key))
        throw new KeysmithError(
          exchange.message("the server repeats a cursor: paging would never end"),
          exchange.origin,
        );
      walk.cursors.add(key);
      return { args: { ...args, [pagination.parameter]: cursor } };
    }
    case "link": {
      const target = nextLink(response.headers.get("link"));
      if (target === undefined) return undefined;
      const url = new URL(target, response.url || undefined).href;
      if (walk.cursors.has(url))
        throw new KeysmithError(
          exchange.message("the server repeats a link: paging would never end"),
          exchange.origin,
        );
      walk.cursors.add(url);
      return { args, url };
    }
  }
  return pagination satisfies never;
}

function countOn(
  walk: Walk,
  pagination: Extract<PaginationDefinition, { style: "page" | "offset" }>,
  args: Arguments,
  page: unknown,
  count: number,
): NextPage | undefined {
  if (count === 0) return undefined;
  const { parameter, first = 0, limit, defaultLimit } = pagination;
  const size = (limit === undefined ? undefined : numberOf(args[limit])) ?? defaultLimit;
  const position = numberOf(args[parameter]) ?? first;
  const total = pagination.total === undefined ? undefined : numberOf(at(page, pagination.total));
  if (total === undefined) {
    if (size !== undefined && count < size) return undefined;
  } else {
    // A server may hand out less than it was asked for, so what was seen counts, not what was asked.
    const start = (numberOf(walk.start[parameter]) ?? first) - first;
    const skipped = pagination.style === "offset" ? start : start * (size ?? count);
    if (skipped + walk.seen >= total) return undefined;
  }
  return { args: { ...args, [parameter]: position + (pagination.style === "offset" ? count : 1) } };
}

/** The value at a JSON pointer. */
function at(value: unknown, pointer: string): unknown {
  let found = value;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/** Target of `<…>; rel="next"` in a `Link` header. */
function nextLink(header: string | null): string | undefined {
  for (const [, target, parameters] of (header ?? "").matchAll(/<([^>]*)>([^<]*)/g)) {
    if (parameters !== undefined && /;\s*rel\s*=\s*"?([^";]*\s)?next[\s";,]?/i.test(`${parameters};`))
      return target;
  }
  return undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" || typeof value === "bigint" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
