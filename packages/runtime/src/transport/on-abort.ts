interface Shared {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

/** One listener per signal serves all who wait for it: many calls may share one, and platforms warn of more than ten. */
const shared = new WeakMap<AbortSignal, Shared>();

/** Calls back when a signal aborts. Returns a function that ends the waiting. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, listener } = shared.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener("abort", listener);
    shared.delete(signal);
  };
}

function listen(signal: AbortSignal): Shared {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", listener);
  shared.set(signal, { callbacks, listener });
  return { callbacks, listener };
}
