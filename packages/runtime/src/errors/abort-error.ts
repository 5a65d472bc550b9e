import { KeysmithError } from "./keysmith-error.ts";

/** The caller's `signal` ended the call. */
export class AbortError extends KeysmithError {
  static override readonly kind: string = "AbortError";
  declare readonly status?: undefined;
  declare readonly body?: undefined;
  /** `signal.reason`. */
  declare readonly reason: unknown;
}
