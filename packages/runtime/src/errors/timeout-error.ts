import { KeysmithError } from "./keysmith-error.ts";

/** What a call was waiting for when its time ran out. */
export type TimeoutPhase = "connect" | "headers" | "body" | "deadline";

/** Time ran out. */
export class TimeoutError extends KeysmithError {
  static override readonly kind: string = "TimeoutError";
  declare readonly status?: undefined;
  declare readonly body?: undefined;
  /**
   * `headers` and `body`: an attempt took longer than `timeoutMs`, connecting included. `deadline`: the whole call took
   * longer than `deadlineMs`. `connect`: the platform's own limit for that.
   */
  declare readonly phase: TimeoutPhase;
  /** The limit that was passed, in milliseconds; `undefined` when the platform set it. */
  declare readonly timeoutMs: number | undefined;
  /** Attempts made. */
  declare readonly attempts: number;
}
