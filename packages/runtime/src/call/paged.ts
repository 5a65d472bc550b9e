import type { Engine } from "../client/engine.ts";
import type { CallOptions } from "../client/options.ts";
import type { OperationDefinition, PaginationDefinition } from "../definition.ts";
import { define, type OperationFunction } from "../operation.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import { Call } from "./call.ts";
import type { PagedCall, PagingOptions } from "./paged-call.ts";
import { itemsOf, nextPage } from "./paging.ts";
import { exchangeOf, perform, type Target } from "./start.ts";

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
  const response = perform(exchange, operation, page, (draft) => exchange.send(draft));
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
