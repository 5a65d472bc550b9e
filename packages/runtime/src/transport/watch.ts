import { AbortError } from "../errors/abort-error.ts";
import type { KeysmithError } from "../errors/keysmith-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";

/** Longer timers fire at once. */
const longestTimer = 2 ** 31 - 1;

export interface WatchOptions {
  /** Of the call: `POST /users/{userId}/api_keys`. */
  readonly label: string;
  readonly operationId: string | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly attempts: number;
}

/**
 * Ends one attempt when its time is up or the caller's signal aborts, from the first byte sent to the last one read.
 *
 * Work is raced, not only aborted: a `fetch` of the caller's that ignores its signal still cannot hang a call.
 */
export class Watch {
  /** Of the attempt's request. */
  readonly signal: AbortSignal;
  /** What the attempt is waiting for. */
  phase: "headers" | "body" = "headers";
  readonly #controller = new AbortController();
  readonly #options: WatchOptions;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  #failure: KeysmithError | undefined;
  #reject: ((reason: unknown) => void) | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.signal = this.#controller.signal;
    const { signal, timeoutMs } = options;
    if (timeoutMs <= longestTimer) this.#timer = setTimeout(this.#onTimeout, timeoutMs);
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort);
  }

  /** The work's outcome, or the reason the attempt was ended. */
  race<T>(work: PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      this.#reject = reject;
      work.then(resolve, (reason: unknown) => reject(this.#failure ?? reason));
    });
  }

  /** Leaves no timer and no listener behind. */
  end(): void {
    clearTimeout(this.#timer);
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onTimeout = (): void => {
    const { label, operationId, timeoutMs, attempts } = this.#options;
    const message = `${label} -> no ${this.phase} within ${timeoutMs} ms`;
    this.#fail(new TimeoutError(message, { operationId, phase: this.phase, timeoutMs, attempts }));
  };

  readonly #onAbort = (): void => {
    const { label, operationId, signal } = this.#options;
    this.#fail(new AbortError(`${label} -> aborted by the caller`, { operationId, reason: signal?.reason }));
  };

  #fail(failure: KeysmithError): void {
    this.end();
    this.#failure = failure;
    this.#controller.abort(failure);
    this.#reject?.(failure);
  }
}
