import type { Exchange } from "@keysmith/mock";
import { MissingFunction, type Bench } from "../bench.ts";
import type { Finding } from "../finding.ts";
import { textual } from "../judge/equal.ts";
import { isCall } from "../subject.ts";

/** How a promise ended. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/** A call seen from every side a user can look at it, and what of it reached the mock. */
export interface Observation {
  /** What the promise came to. */
  readonly outcome: Outcome;
  /** What `.safe()` came to. */
  readonly safe: Outcome;
  /** What `.withResponse()` came to. */
  readonly answered: Outcome;
  /** What `.asResponse()` came to. */
  readonly raw: Outcome;
  readonly exchanges: readonly Exchange[];
}

/** Makes one call and looks at all of its views, which share one request. A finding where there is no call at all. */
export async function observe(bench: Bench, start: () => unknown): Promise<Observation | Finding> {
  bench.forget();
  let call: unknown;
  try {
    call = start();
  } catch (error) {
    if (error instanceof MissingFunction) return { culprit: "generator", message: error.message };
    const thrown = { ok: false, error } as const;
    return { outcome: thrown, safe: thrown, answered: thrown, raw: thrown, exchanges: bench.exchanges() };
  }
  if (!isCall(call))
    return {
      culprit: "client",
      message: "expected a call with .safe(), .withResponse() and .asResponse()",
      got: call,
    };
  const [outcome, safe, answered, raw] = await Promise.all([
    settle(call),
    settle(call.safe()),
    settle(call.withResponse()),
    settle(call.asResponse()),
  ]);
  return {
    outcome: outcome.ok ? { ok: true, value: await textual(outcome.value) } : outcome,
    safe,
    answered,
    raw,
    exchanges: bench.exchanges(),
  };
}

export function isFinding(value: Observation | Finding): value is Finding {
  return "culprit" in value;
}

export async function settle(promise: PromiseLike<unknown>): Promise<Outcome> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    return { ok: false, error };
  }
}
