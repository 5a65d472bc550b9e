import type { ErrorStatus } from "./call-error.ts";
import { type FactsOf, KeysmithError } from "./keysmith-error.ts";

/**
 * The server answered with a status outside 200–299.
 *
 * Narrow the type of `body` by status: with `error.status === 404` on the `error` of `.safe()`, or with
 * `isApiError(error, createUserApiKey, 404)` in a `catch`.
 */
export class ApiError<Status extends number = ErrorStatus, Body = unknown> extends KeysmithError {
  static override readonly kind: string = "ApiError";
  declare readonly status: Status;
  declare readonly statusText: string;
  /** The server's own name for this request. */
  declare readonly requestId: string | undefined;
  /** How long the server asked to wait, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  // Private, so that nothing that walks over properties (loggers, serialisers) finds what the answer held.
  readonly #headers: Headers;
  readonly #body: Body;

  constructor(message: string, { headers, body, ...facts }: FactsOf<ApiError<Status, Body>>) {
    super(message, facts);
    this.#headers = headers;
    this.#body = body;
  }

  get headers(): Headers {
    return this.#headers;
  }

  /** The parsed body: JSON as data, anything else as text, `undefined` when there was none. */
  get body(): Body {
    return this.#body;
  }

  protected override shown(): object {
    return { headers: Object.fromEntries(this.#headers), body: this.#body };
  }
}
