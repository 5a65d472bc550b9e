import { KeysmithError, type ErrorOrigin } from "./keysmith-error.ts";

/** No answer: the connection failed or was lost before one arrived. `cause` holds the platform's error. */
export class NetworkError extends KeysmithError {
  static override readonly kind: string = "NetworkError";
  declare readonly status?: undefined;
  declare readonly body?: undefined;
  /** Requests sent in all. */
  readonly attempts: number;

  constructor(message: string, origin: ErrorOrigin & { readonly attempts: number }) {
    super(message, origin);
    this.attempts = origin.attempts;
  }
}
