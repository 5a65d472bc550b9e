import type { Exchange } from "../transport/exchange.ts";

/** How a call went. */
export interface CallMeta {
  readonly status: number;
  readonly headers: Headers;
  /** The server's own name for this request: quote it when you ask the provider for help. */
  readonly requestId: string | undefined;
  /** Requests sent in all. */
  readonly attempts: number;
  /** From the call to the last byte of its answer, in milliseconds. */
  readonly durationMs: number;
  /** What the server says of its limits; members it does not mention are `undefined`. */
  readonly rateLimit: RateLimit;
}

export interface RateLimit {
  /** Requests allowed in the current window. */
  readonly limit: number | undefined;
  /** Requests left in it. */
  readonly remaining: number | undefined;
  /** The header as sent: seconds, or a point in time; servers disagree. */
  readonly reset: number | undefined;
}

export function requestIdOf(headers: Headers): string | undefined {
  return (
    headers.get("x-request-id") ?? headers.get("request-id") ?? headers.get("x-correlation-id") ?? undefined
  );
}

export function createMeta({ status, headers }: Response, { attempts, durationMs }: Exchange): CallMeta {
  const rate = (name: string): number | undefined => {
    const value = Number.parseFloat(
      headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`) ?? "",
    );
    return Number.isNaN(value) ? undefined : value;
  };
  return {
    status,
    headers,
    requestId: requestIdOf(headers),
    attempts,
    durationMs,
    rateLimit: { limit: rate("limit"), remaining: rate("remaining"), reset: rate("reset") },
  };
}
