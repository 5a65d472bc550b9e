import { setTimeout as wait } from "node:timers/promises";

/** Who waits for an answer; `signal` tells when nobody does any more. Made where it is needed: most answers are at once. */
export type Caller = () => AbortSignal;

/** Waits so many milliseconds, or until nobody wants to know any more. */
export async function elapse(milliseconds: number, caller: Caller): Promise<void> {
  await wait(milliseconds, undefined, { signal: caller() }).catch(() => undefined);
}

/** What a promise comes to. Rejects when it takes longer than the caller waits, which may be for ever. */
export async function inTime<Value>(promise: Value | Promise<Value>, caller: Caller): Promise<Value> {
  const signal = caller();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => reject(new Error("it had not answered when the caller gave up"));
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    return await Promise.race([promise, late]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
