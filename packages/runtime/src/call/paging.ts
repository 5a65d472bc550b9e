import type { PaginationDefinition } from "../definition.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import type { Target } from "./start.ts";

/** A page, and what has been seen up to it. */
export interface Progress {
  readonly exchange: Exchange;
  readonly page: unknown;
  readonly response: Response;
  /** Arguments of the first page and of this one. */
  readonly start: Arguments;
  readonly args: Arguments;
  /** Items of this page, and of all so far. */
  readonly count: number;
  readonly seen: number;
  /** Cursors and links used so far. */
  readonly used: Set<string>;
}

/** The items of a page. */
export function itemsOf({ items }: PaginationDefinition, page: unknown, exchange: Exchange): unknown[] {
  const found = at(page, items) ?? [];
  if (Array.isArray(found)) return found;
  throw new KeysmithError(exchange.message(`no array of items at "${items}" of the page`), exchange.origin);
}

/** Where the page after this one is; `undefined` at the end. */
export function nextPage(pagination: PaginationDefinition, progress: Progress): Target | undefined {
  const { exchange, page, response, args, used } = progress;
  if (pagination.style === "page" || pagination.style === "offset") return countOn(pagination, progress);
  const next = pagination.style === "cursor" ? at(page, pagination.next) : nextLink(response);
  if (next === undefined || next === null || next === "") return undefined;
  if (used.has(String(next))) {
    const problem = `the server repeats a ${pagination.style}: paging would never end`;
    throw new KeysmithError(exchange.message(problem), exchange.origin);
  }
  used.add(String(next));
  return pagination.style === "cursor"
    ? { args: { ...args, [pagination.parameter]: next } }
    : { args, url: String(next) };
}

type Counted = Extract<PaginationDefinition, { first?: number }>;

function countOn(pagination: Counted, { page, start, args, count, seen }: Progress): Target | undefined {
  const { style, parameter, first = 0, limit, defaultLimit, total: pointer } = pagination;
  const size = (limit === undefined ? undefined : numberOf(args[limit])) ?? defaultLimit;
  const total = pointer === undefined ? undefined : numberOf(at(page, pointer));
  const began = (numberOf(start[parameter]) ?? first) - first;
  // A server may hand out less than it was asked for, so what was seen counts, not what was asked.
  const reached = seen + (style === "offset" ? began : began * (size ?? count));
  const ended = total === undefined ? size !== undefined && count < size : reached >= total;
  if (count === 0 || ended) return undefined;
  return {
    args: { ...args, [parameter]: (numberOf(args[parameter]) ?? first) + (style === "offset" ? count : 1) },
  };
}

/** The value at a JSON pointer. */
function at(value: unknown, pointer: string): unknown {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce(
    (found, key) => (Object.hasOwn(Object(found), key) ? Reflect.get(Object(found), key) : undefined),
    value,
  );
}

/** Target of `<…>; rel="next"` in the `Link` header, absolute. */
function nextLink({ headers, url }: Response): string | undefined {
  for (const [, target = "", parameters] of (headers.get("link") ?? "").matchAll(/<([^>]*)>([^<]*)/g)) {
    if (/;\s*rel\s*=\s*"?([^";]*\s)?next[\s";,]?/i.test(`${parameters};`))
      return new URL(target, url || undefined).href;
  }
  return undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}
