import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Outcome } from "./exchange.ts";

const retriedStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether a method may be sent again without an agreement with the server. */
export function isRepeatable(method: string): boolean {
  return /^(?:GET|HEAD|OPTIONS|PUT|DELETE)$/.test(method);
}

/** Milliseconds to wait before an attempt is repeated; `undefined` when its outcome is final. */
export function retryDelay(
  { failure, response }: Outcome,
  retries: number,
  maxRetryAfterMs = 60_000,
): number | undefined {
  const unanswered =
    failure instanceof NetworkError || (failure instanceof TimeoutError && failure.phase === "connect");
  if (response ? !retriedStatuses.has(response.status) : !unanswered) return undefined;
  const hint = response && retryAfterOf(response.headers);
  if (hint !== undefined) return hint > maxRetryAfterMs ? undefined : hint;
  // Full jitter: anything up to twice as long each time, at most 8 seconds.
  return Math.random() * Math.min(8000, 500 * 2 ** retries);
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
