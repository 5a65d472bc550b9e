import type { Exchange } from "../transport/exchange.ts";

/** How a call went. */
export interface CallMeta {
  readonly status: number;
  readonly headers: Headers;
  /** The server's own name for this request: quote it when you ask the provider for help. */
  readonly requestId: string | undefined;
  /** Attempts made, this one included. */
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
  const names = ["x-request-id", "request-id", "x-correlation-id"];
  return names.map((name) => headers.get(name)).find((id) => id !== null) ?? undefined;
}

export function createMeta({ status, headers }: Response, { attempts, durationMs }: Exchange): CallMeta {
  const rate = (name: string): number | undefined => {
    const value = headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`);
    const number = Number.parseFloat(value ?? "");
    return Number.isNaN(number) ? undefined : number;
  };
  const rateLimit = { limit: rate("limit"), remaining: rate("remaining"), reset: rate("reset") };
  return { status, headers, requestId: requestIdOf(headers), attempts, durationMs, rateLimit };
}
