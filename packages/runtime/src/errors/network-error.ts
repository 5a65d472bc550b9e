import { KeysmithError } from "./keysmith-error.ts";

/** No answer: the connection failed or was lost before one arrived. `cause` holds the platform's error. */
export class NetworkError extends KeysmithError {
  static override readonly kind: string = "NetworkError";
  declare readonly status?: undefined;
  declare readonly body?: undefined;
  /** Attempts made. */
  declare readonly attempts: number;
}
