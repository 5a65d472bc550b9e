import type { CallError } from "../errors/call-error.ts";
import type { CallMeta } from "./meta.ts";

/** What {@link ApiCall.safe} resolves to. `error` narrows by its `status`. */
export type SafeResult<T, Errors = {}> =
  | { readonly ok: true; readonly data: T; readonly error?: undefined; readonly meta: CallMeta }
  | {
      readonly ok: false;
      readonly data?: undefined;
      readonly error: CallError<Errors>;
      /** Absent when no answer came. */
      readonly meta?: CallMeta | undefined;
    };

/** Data together with the answer it came in. */
export interface WithResponse<T> {
  readonly data: T;
  /** Its body has been read. */
  readonly response: Response;
  readonly meta: CallMeta;
}

/**
 * A call that is under way: a promise of its data. It was sent once; all views share that one request.
 *
 * `Errors` are the documented error bodies by status.
 */
export interface ApiCall<T, Errors = {}> extends Promise<T> {
  /** Data, `Response` and {@link CallMeta}. */
  withResponse(): Promise<WithResponse<T>>;
  /**
   * Never rejects for an API or transport failure.
   *
   * @example
   * const result = await automox.getUserApiKey({ userId: 1, o: 2, id: 3 }).safe();
   * if (result.ok) console.log(result.data.name);
   * else if (result.error.status === 404) console.log(result.error.body);
   */
  safe(): Promise<SafeResult<T, Errors>>;
  /** The raw `Response` of any status, its body unread. */
  asResponse(): Promise<Response>;
}

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
