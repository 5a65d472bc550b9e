import type { PaginationDefinition } from "../definition.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import { Call } from "./call.ts";
import type { PagedCall, PagingOptions } from "./paged-call.ts";
import { itemsOf, type NextPage, nextPage, type Walk } from "./paging.ts";

/** The promise behind an operation that is paged. */
export class Paged<Page, Errors, Item> extends Call<Page, Errors> implements PagedCall<Page, Errors, Item> {
  readonly #pagination: PaginationDefinition;
  readonly #args: Arguments;
  readonly #exchange: Exchange;
  readonly #follow: (next: NextPage) => Call<Page>;

  /** @param follow starts the call for a further page. */
  constructor(
    exchange: Exchange,
    response: Promise<Response>,
    pagination: PaginationDefinition,
    args: Arguments,
    follow: (next: NextPage) => Call<Page>,
  ) {
    super(exchange, response);
    this.#pagination = pagination;
    this.#args = args;
    this.#exchange = exchange;
    this.#follow = follow;
  }

  async *pages({ maxPages = Infinity }: Pick<PagingOptions, "maxPages"> = {}): AsyncGenerator<
    Page,
    void,
    undefined
  > {
    const walk: Walk = { pagination: this.#pagination, start: this.#args, seen: 0, cursors: new Set() };
    let page = this.withResponse();
    let args = this.#args;
    for (let number = 1; number <= maxPages; number++) {
      const { data, response } = await page;
      yield data;
      const count = itemsOf(walk.pagination, data, this.#exchange).length;
      walk.seen += count;
      const next =
        number < maxPages ? nextPage(walk, args, data, response, count, this.#exchange) : undefined;
      if (!next) return;
      args = next.args;
      page = this.#follow(next).withResponse();
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
      for (const item of itemsOf(this.#pagination, page, this.#exchange)) {
        yield item as Item;
        left -= 1;
        if (left <= 0) return;
      }
    }
  }
}
