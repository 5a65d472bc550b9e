import { setTimeout as sleep } from "node:timers/promises";
import { ConfigError, type Fetch } from "@keysmith/runtime";

/** What an operation may do to the provider's data. A `cleanup` deletes what the run made, and no limit is in its way. */
export type Permit = "read" | "write" | "cleanup";

/** One request that was sent, and the raw answer to it. Holds secrets: only judges may look at it. */
export interface RawExchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly milliseconds: number;
}

/** Limits of a run. */
export interface Limits {
  /** Requests in all, retries, redirects and pages included. */
  readonly maxRequests: number;
  /** Milliseconds between the beginnings of two calls. */
  readonly pauseMs: number;
}

/** Longest answer that is read, in bytes. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * The one way from here to the provider. Nothing that may write passes unless its call was permitted to, whatever the
 * code above asks for; everything that passes is counted and kept.
 */
export class Wire {
  readonly #limits: Limits;
  #sent = 0;
  #answered = 0;
  #nextAt = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Requests sent so far. */
  get sent(): number {
    return this.#sent;
  }

  /** Those of them that were answered. */
  get answered(): number {
    return this.#answered;
  }

  /** Requests that may still be sent. */
  get left(): number {
    return Math.max(0, this.#limits.maxRequests - this.#sent);
  }

  /** Waits until the next call may begin; false when the signal came first. */
  async pace(signal: AbortSignal): Promise<boolean> {
    const waitMs = this.#nextAt - performance.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => {});
    this.#nextAt = performance.now() + this.#limits.pauseMs;
    return !signal.aborted;
  }

  /** A `fetch` for one call, which keeps what it sends and gets in `exchanges`. */
  fetchFor(permit: Permit, exchanges: RawExchange[]): Fetch {
    return async (request, { signal }) => {
      if (!isReading(request.method) && permit === "read")
        throw new ConfigError(`${request.method} may write, and this run may only read: nothing was sent`);
      // What was created is deleted again, however many requests it takes.
      if (this.left === 0 && permit !== "cleanup")
        throw new ConfigError(
          `${this.#limits.maxRequests} requests were sent, the most of this run (--max-requests)`,
        );
      this.#sent += 1;
      const start = performance.now();
      const response = await fetch(request, { signal });
      const { status, headers } = response;
      this.#answered += 1;
      const body = await readBody(response);
      exchanges.push({
        method: request.method,
        url: request.url,
        status,
        headers,
        body,
        milliseconds: performance.now() - start,
      });
      const isBodiless = body.length === 0 || [204, 205, 304].includes(status);
      return new Response(isBodiless ? null : body, { status, statusText: response.statusText, headers });
    };
  }
}

/** Methods that HTTP promises to change nothing. */
export function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new ConfigError(
        `the answer is longer than ${MOST_BYTES / 2 ** 20} MiB, and was not read to its end`,
      );
    }
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
