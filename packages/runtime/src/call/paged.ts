import type { Engine } from "../client/engine.ts";
import type { CallOptions } from "../client/options.ts";
import type { OperationDefinition, PaginationDefinition } from "../definition.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { define, exchangeOf, type OperationFunction, perform, type Target } from "../operation.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import { Call } from "./call.ts";
import type { ApiCall } from "./api-call.ts";

/** How far to walk. */
export interface PagingOptions {
  /** Stop after this many items. Default: all. */
  readonly maxItems?: number;
  /** Stop after this many pages. Default: all. */
  readonly maxPages?: number;
}

/**
 * A call that answers with one page of many. It is an {@link ApiCall} of that page, and walks on from it on request.
 *
 * Each further page is a call of its own with the same options; leaving the loop sends nothing more.
 *
 * @example
 * for await (const key of automox.getUserApiKeys({ userId: 1, o: 2 }).items()) console.log(key.name);
 */
export interface PagedCall<Page, Errors = {}, Item = unknown> extends ApiCall<Page, Errors> {
  /** Every item from this page on. */
  items(options?: PagingOptions): AsyncGenerator<Item, void, undefined>;
  /** Every page from this one on. */
  pages(options?: Pick<PagingOptions, "maxPages">): AsyncGenerator<Page, void, undefined>;
}

/** Data of an operation whose answer is one page of many. */
export interface PagedOperationDefinition extends OperationDefinition {
  readonly pagination: PaginationDefinition;
}

/** Makes the function of an operation that answers in pages: as `operation`, for a `PagedCall`. */
export function pagedOperation<F extends OperationFunction>(
  definition: PagedOperationDefinition,
): F & { readonly definition: OperationDefinition } {
  return define(definition, (engine, options, args) => startPaged(engine, definition, options, { args }));
}

function startPaged(
  engine: Engine,
  operation: PagedOperationDefinition,
  options: CallOptions,
  page: Target,
): Paged<unknown, {}, unknown> {
  const exchange = exchangeOf(engine, operation, options);
  const response = perform(exchange, operation, page);
  const follow = (next: Target): Call<unknown> => startPaged(engine, operation, options, next);
  return new Paged(exchange, response, { pagination: operation.pagination, args: page.args, follow });
}

/** Where a walk starts, and how it goes on. */
interface Walk<Page> {
  readonly pagination: PaginationDefinition;
  readonly args: Arguments;
  /** Starts the call for a further page. */
  readonly follow: (next: Target) => Call<Page>;
}

/** The promise behind an operation that is paged. */
class Paged<Page, Errors, Item> extends Call<Page, Errors> implements PagedCall<Page, Errors, Item> {
  readonly #walk: Walk<Page>;
  readonly #exchange: Exchange;

  constructor(exchange: Exchange, response: Promise<Response>, walk: Walk<Page>) {
    super(exchange, response);
    this.#exchange = exchange;
    this.#walk = walk;
  }

  async *pages({ maxPages = Infinity }: Pick<PagingOptions, "maxPages"> = {}): AsyncGenerator<
    Page,
    void,
    undefined
  > {
    const { pagination, args: start, follow } = this.#walk;
    const exchange = this.#exchange;
    const used = new Set("parameter" in pagination ? [String(start[pagination.parameter])] : []);
    let call = this.withResponse();
    let args = start;
    let seen = 0;
    for (let number = 1; number <= maxPages; number += 1) {
      const { data: page, response } = await call;
      yield page;
      const count = itemsOf(pagination, page, exchange).length;
      seen += count;
      const progress = { exchange, page, response, start, args, count, seen, used };
      const next = number < maxPages ? nextPage(pagination, progress) : undefined;
      if (!next) return;
      args = next.args;
      call = follow(next).withResponse();
    }
  }

  async *items({ maxItems = Infinity, maxPages = Infinity }: PagingOptions = {}): AsyncGenerator<
    Item,
    void,
    undefined
  > {
    let left = maxItems;
    if (left <= 0) return;
    for await (const page of this.pages({ maxPages })) {
      for (const item of itemsOf(this.#walk.pagination, page, this.#exchange)) {
        yield item as Item;
        left -= 1;
        if (left <= 0) return;
      }
    }
  }
}

/** A page, and what has been seen up to it. */
interface Progress {
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
function itemsOf({ items }: PaginationDefinition, page: unknown, exchange: Exchange): unknown[] {
  const found = at(page, items) ?? [];
  if (Array.isArray(found)) return found;
  throw new KeysmithError(exchange.message(`no array of items at "${items}" of the page`), exchange.origin);
}

/** Where the page after this one is; `undefined` at the end. */
function nextPage(pagination: PaginationDefinition, progress: Progress): Target | undefined {
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
