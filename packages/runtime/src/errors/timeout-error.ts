import { KeysmithError, type ErrorOrigin } from "./keysmith-error.ts";

/** What a call was waiting for when its time ran out. */
export type TimeoutPhase = "connect" | "headers" | "body" | "deadline";

/** Time ran out. */
export class TimeoutError extends KeysmithError {
  static override readonly kind: string = "TimeoutError";
  declare readonly status?: undefined;
  declare readonly body?: undefined;
  /** `connect`, `headers` and `body`: an attempt took longer than `timeoutMs`. `deadline`: the whole call longer than `deadlineMs`. */
  readonly phase: TimeoutPhase;
  /** The limit that was passed, in milliseconds; `undefined` when the platform set it. */
  readonly timeoutMs: number | undefined;
  /** Requests sent in all. */
  readonly attempts: number;

  constructor(
    message: string,
    origin: ErrorOrigin & {
      readonly phase: TimeoutPhase;
      readonly timeoutMs: number | undefined;
      readonly attempts: number;
    },
  ) {
    super(message, origin);
    this.phase = origin.phase;
    this.timeoutMs = origin.timeoutMs;
    this.attempts = origin.attempts;
  }
}
