const retriedStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const repeatableMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

export function isRetriedStatus(status: number): boolean {
  return retriedStatuses.has(status);
}

export function isRepeatable(method: string): boolean {
  return repeatableMethods.has(method);
}

/** Milliseconds a server asks to wait: `retry-after-ms`, else `Retry-After` in seconds or as a date. */
export function retryAfterOf(headers: Headers): number | undefined {
  const ms = count(headers.get("retry-after-ms"));
  if (ms !== undefined) return ms;
  const value = headers.get("retry-after");
  const seconds = count(value);
  if (seconds !== undefined) return seconds * 1000;
  // `Date.parse` makes a date of nearly anything: only the form HTTP knows counts.
  if (!value || !/^[A-Z][a-z]+, .* GMT$/.test(value)) return undefined;
  const wait = Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Full jitter: anything up to twice as long each time, at most 8 seconds. */
export function backoff(retries: number): number {
  return Math.random() * Math.min(8000, 500 * 2 ** retries);
}

function count(value: string | null): number | undefined {
  return value !== null && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
