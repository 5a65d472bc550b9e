import { requestIdOf } from "../call/meta.ts";
import type { Draft } from "../transport/draft.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Outcome } from "../transport/retry.ts";

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

/** Tells the client's logger of an attempt. */
export function logAttempt(
  exchange: Exchange,
  { method, url }: Draft,
  { response, failure }: Outcome,
  durationMs: number,
  nextWaitMs: number | undefined,
): void {
  const { engine, operation, attempts } = exchange;
  const { logger } = engine.options;
  if (!logger) return;
  const requestId = response && requestIdOf(response.headers);
  const record: LogRecord = {
    operationId: operation.id,
    method,
    url: engine.redactor.url(url, operation.path),
    status: response?.status,
    durationMs,
    attempt: attempts,
    // A server may echo anything in its headers.
    requestId: requestId && String(engine.redactor.value(requestId)),
    nextWaitMs,
  };
  const level = nextWaitMs !== undefined ? "warn" : response?.ok ? "info" : "error";
  try {
    const line = failure?.message ?? exchange.message(`${response?.status}`);
    const written: unknown = logger[level](line, record);
    if (written instanceof Promise) written.catch(() => {});
  } catch {
    // A key that was made must not be lost because a line about it could not be written.
  }
}
