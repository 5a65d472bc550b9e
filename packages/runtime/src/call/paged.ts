import type { OperationDefinition, PaginationDefinition } from "../definition.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { define, type OperationFunction } from "../operation.ts";
import { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import type { PagingOptions } from "./api-call.ts";
import type { Call } from "./call.ts";
import { at, nextPage, type Target } from "./next-page.ts";
import { start } from "./start.ts";

/** Data of an operation whose answer is one page of many. */
export interface PagedOperationDefinition extends OperationDefinition {
  readonly pagination: PaginationDefinition;
}

/** Makes the function of an operation that answers in pages: as `operation`, for a `PagedCall`. */
export function pagedOperation<F extends OperationFunction>(
  definition: PagedOperationDefinition,
): F & { readonly definition: OperationDefinition } {
  return define(definition, (exchange, args) => startPaged(exchange, definition.pagination, args));
}

function startPaged(exchange: Exchange, pagination: PaginationDefinition, first: Arguments): Call<unknown> {
  const { engine, operation, options } = exchange;
  const call = start(exchange, first);

  const itemsOf = (page: unknown): readonly unknown[] => {
    const found = at(page, pagination.items) ?? [];
    if (Array.isArray(found)) return found;
    throw exchange.error(KeysmithError, `no array of items at "${pagination.items}" of the page`, {});
  };
  async function* pages({ maxPages = Infinity }: PagingOptions = {}): AsyncGenerator<unknown> {
    let target: Target | undefined = maxPages > 0 ? { args: first } : undefined;
    let seen = 0;
    const places = new Set<unknown>();
    while (target) {
      const { args, url }: Target = target;
      // What tells a page from the others.
      const place = url ?? ("parameter" in pagination && String(args[pagination.parameter]));
      if (places.has(place)) {
        const problem = `the server repeats a ${pagination.style}: paging would never end`;
        throw exchange.error(KeysmithError, problem, {});
      }
      const leg = places.size === 0 ? exchange : new Exchange(engine, operation, options);
      const page = places.size === 0 ? call : start(leg, args, url);
      places.add(place);
      const { data, response } = await page.withResponse();
      yield data;
      const count = itemsOf(data).length;
      seen += count;
      const progress = { data, response, url: leg.url || leg.baseUrl, first, args, count, seen };
      target = places.size < maxPages ? nextPage(pagination, progress) : undefined;
    }
  }

  async function* items({ maxItems = Infinity, ...limits }: PagingOptions = {}): AsyncGenerator<unknown> {
    let left = maxItems;
    if (left <= 0) return;
    for await (const page of pages(limits)) {
      for (const item of itemsOf(page)) {
        yield item;
        left -= 1;
        if (left <= 0) return;
      }
    }
  }

  return Object.assign(call, { pages, items });
}
