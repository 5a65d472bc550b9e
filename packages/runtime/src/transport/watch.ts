import { AbortError } from "../errors/abort-error.ts";
import { TimeoutError, type TimeoutPhase } from "../errors/timeout-error.ts";
import type { KeysmithError } from "../errors/keysmith-error.ts";
import type { Exchange } from "./exchange.ts";
import { onAbort } from "./on-abort.ts";

/** Milliseconds; longer timers fire at once. */
export const longestTimer = 2 ** 31 - 1;

/**
 * Ends one attempt when its time is up or the caller's signal aborts, from the first byte sent to the last one read.
 *
 * Work is raced, not only aborted: a `fetch` of the caller's that ignores its signal still cannot hang a call.
 */
export class Watch {
  /** What the attempt is waiting for. */
  phase: TimeoutPhase = "headers";
  readonly #controller = new AbortController();
  readonly #exchange: Exchange;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  #forget: (() => void) | undefined;
  #failure: KeysmithError | undefined;
  #reject: (reason: unknown) => void = () => {};

  /** @param timeoutMs for the attempt; the deadline of the whole call counts too. */
  constructor(exchange: Exchange, timeoutMs: number) {
    this.#exchange = exchange;
    const {
      leftMs,
      options: { signal },
    } = exchange;
    const limitMs = Math.min(timeoutMs, leftMs);
    if (limitMs <= 0) this.#onTime(timeoutMs, true);
    else if (limitMs <= longestTimer)
      this.#timer = setTimeout(this.#onTime, limitMs, timeoutMs, leftMs < timeoutMs);
    if (signal?.aborted) this.#onAbort();
    else if (signal) this.#forget = onAbort(signal, () => this.#onAbort());
  }

  /** Of the attempt's requests. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The work's outcome, or the reason the attempt was ended. Work that comes too late is not begun. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      if (this.#failure) reject(this.#failure);
      else work().then(resolve, (reason: unknown) => reject(this.#failure ?? reason));
    });
  }

  /** Lets a process end although the attempt goes on: its answer is in the caller's hands. */
  unref(): void {
    const timer: { unref?: () => void } = Object(this.#timer);
    timer.unref?.();
  }

  /** Leaves no timer and no listener behind. */
  end(): void {
    clearTimeout(this.#timer);
    this.#forget?.();
  }

  readonly #onTime = (attemptMs: number, isDeadline: boolean): void => {
    const { attempts } = this.#exchange;
    const timeoutMs = isDeadline ? this.#exchange.setting("deadlineMs") : attemptMs;
    const text = `${isDeadline ? "not done" : `no ${this.phase}`} within ${timeoutMs} ms`;
    const phase = isDeadline ? "deadline" : this.phase;
    this.#fail(this.#exchange.error(TimeoutError, text, { phase, timeoutMs, attempts }));
  };

  #onAbort(): void {
    const reason: unknown = this.#exchange.options.signal?.reason;
    this.#fail(this.#exchange.error(AbortError, "aborted by the caller", { reason }));
  }

  #fail(failure: KeysmithError): void {
    this.end();
    this.#failure = failure;
    this.#controller.abort(failure);
    this.#reject(failure);
  }
}
