import type { Hundred } from "./call-error.ts";
import { KeysmithError } from "./keysmith-error.ts";

/** No answer is behind it: in a union, these tell it from an `ApiError`. */
class Unanswered extends KeysmithError {
  declare readonly status?: undefined;
  declare readonly body?: undefined;
}

/**
 * Nothing was sent: an argument, an option or a credential is missing or cannot travel.
 * The message says what was expected and never repeats a value.
 */
export class ConfigError extends Unanswered {
  static override readonly kind: string = "ConfigError";
}

/** No answer: the connection failed or was lost before one arrived. `cause` holds the platform's error. */
export class NetworkError extends Unanswered {
  static override readonly kind: string = "NetworkError";
  /** Attempts made. */
  declare readonly attempts: number;
}

/** What a call was waiting for when its time ran out. */
export type TimeoutPhase = "connect" | "headers" | "body" | "deadline";

/** Time ran out. */
export class TimeoutError extends Unanswered {
  static override readonly kind: string = "TimeoutError";
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

/** The caller's `signal` ended the call. */
export class AbortError extends Unanswered {
  static override readonly kind: string = "AbortError";
  /** `signal.reason`. */
  declare readonly reason: unknown;
}

/** The answer was a success that cannot be read: another content type than documented, broken JSON, a body cut off. */
export class ResponseParseError extends KeysmithError {
  static override readonly kind: string = "ResponseParseError";
  declare readonly body?: undefined;
  declare readonly status: Hundred<2>;
  declare readonly contentType: string | undefined;
  declare readonly requestId: string | undefined;
  /** The first characters of the body, secrets removed. */
  declare readonly excerpt: string;
}
