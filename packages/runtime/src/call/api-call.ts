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
