/**
 * Where a client reports what it sends: one record per attempt, secrets removed. `console` is one.
 *
 * `info`: answered with success. `warn`: failed, and will be tried again. `error`: failed.
 */
export interface Logger {
  error(message: string, record: LogRecord): void;
  warn(message: string, record: LogRecord): void;
  info(message: string, record: LogRecord): void;
  debug(message: string, record: LogRecord): void;
}

/** What is known of one attempt. */
export interface LogRecord {
  readonly operationId: string | undefined;
  readonly method: string;
  /** Secrets in its query are redacted. */
  readonly url: string;
  /** `undefined` when no answer came. */
  readonly status: number | undefined;
  readonly durationMs: number;
  /** The first one is 1. */
  readonly attempt: number;
  readonly requestId: string | undefined;
  /** Milliseconds until the next attempt; `undefined` when there is none. */
  readonly nextWaitMs: number | undefined;
}
