import type { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { canResend, type Draft } from "./draft.ts";
import type { Exchange } from "./exchange.ts";
import { longestTimer } from "./watch.ts";

/** How an attempt ended: with an answer, or with an error. */
export interface Outcome {
  readonly response?: Response;
  readonly failure?: KeysmithError;
}

/** Headers with which a server does the work once, however often it is asked. */
export const idempotencyHeaders: readonly string[] = ["idempotency-key", "x-idempotency-key"];

/** How often a call may be repeated: when the caller says so, else the document, its method or its idempotency key. */
export function retriesOf(exchange: Exchange, draft: Draft): number {
  const { operation, options } = exchange;
  const repeatable =
    options.idempotent ??
    ((operation.idempotent ?? /^(?:GET|HEAD|OPTIONS|PUT|DELETE)$/.test(draft.method)) ||
      idempotencyHeaders.some((name) => draft.headers.has(name)));
  return repeatable && canResend(draft) ? exchange.setting("maxRetries") : 0;
}

/** Milliseconds to wait before an attempt is repeated; `undefined` when its outcome is final. */
export function retryDelay(
  exchange: Exchange,
  { response, failure }: Outcome,
  retries: number,
): number | undefined {
  const repeats = response
    ? /^(?:408|425|429|50[0234])$/.test(`${response.status}`)
    : failure instanceof NetworkError || (failure instanceof TimeoutError && failure.phase === "connect");
  if (!repeats) return undefined;
  const hint = response && retryAfterOf(response.headers);
  if (hint !== undefined && hint > Math.min(exchange.setting("maxRetryAfterMs"), longestTimer))
    return undefined;
  // Full jitter: anything up to twice as long each time, at most 8 seconds.
  const delay = hint ?? Math.random() * Math.min(8000, 500 * 2 ** retries);
  return delay < exchange.leftMs ? delay : undefined;
}

/** Milliseconds a server asks to wait: `retry-after-ms`, else `Retry-After` in seconds or as a date. */
export function retryAfterOf(headers: Headers): number | undefined {
  const [ms, seconds] = [headers.get("retry-after-ms") ?? "", headers.get("retry-after") ?? ""];
  const number = /^\s*\d+(?:\.\d+)?\s*$/;
  if (number.test(ms)) return Number(ms);
  if (number.test(seconds)) return Number(seconds) * 1000;
  // `Date.parse` makes a date of nearly anything: only the form HTTP knows counts.
  const date = /^[A-Z][a-z]+, .* GMT$/.test(seconds) ? Date.parse(seconds) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
