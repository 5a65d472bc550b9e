/** Who waits for a signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when a signal aborts. Returns a function that ends the waiting.
 *
 * One listener per signal serves all: many calls may share one, and platforms warn of more than ten.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = waiting.get(signal) ?? new Set();
  waiting.set(signal, callbacks.add(callback));
  signal.addEventListener("abort", callAll);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", callAll);
  };
}

/** The same function for every signal: adding it again adds nothing. */
function callAll(this: AbortSignal): void {
  for (const callback of waiting.get(this) ?? []) callback();
}
