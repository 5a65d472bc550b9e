import { KeysmithError, type ErrorOrigin } from "./keysmith-error.ts";

/** The caller's `signal` ended the call. */
export class AbortError extends KeysmithError {
  static override readonly kind: string = "AbortError";
  declare readonly status?: undefined;
  declare readonly body?: undefined;
  readonly #reason: unknown;

  constructor(message: string, origin: ErrorOrigin & { readonly reason: unknown }) {
    super(message, origin);
    this.#reason = origin.reason;
  }

  /** `signal.reason`. */
  get reason(): unknown {
    return this.#reason;
  }
}
