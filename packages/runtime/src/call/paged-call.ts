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
