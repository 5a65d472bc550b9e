import type { Operation } from "@keysmith/generator";
import type { Given } from "../arguments/given.ts";
import { Harvest } from "../arguments/harvest.ts";
import { type Caller, createCaller } from "../call/caller.ts";
import {
  type Auth,
  credentialsFrom,
  demandCredentials,
  isAllowed,
  variablesFor,
  wrongCredentials,
} from "../call/credentials.ts";
import type { Target } from "../call/target.ts";
import { isReading, type Limits, Wire } from "../call/wire.ts";
import { createJudge, type Judge } from "../judge/judge.ts";
import type { Provider } from "../provider.ts";
import { Secrets } from "../secrets/secrets.ts";

/** Everything the checks of one run share. */
export interface Run {
  readonly provider: Provider;
  /** Operations to check, in the document's order. */
  readonly operations: readonly Operation[];
  readonly given: Given;
  readonly harvest: Harvest;
  readonly judge: Judge;
  readonly secrets: Secrets;
  readonly auth: Auth;
  readonly wire: Wire;
  /** Calls with the user's credentials. */
  readonly call: Caller;
  /** Calls with credentials that are nobody's. */
  readonly callAsNobody: Caller;
  /** Ends the run; what it made is deleted all the same. */
  readonly signal: AbortSignal;
  /** Why no further request makes sense; undefined as long as one does. */
  ended: string | undefined;
}

/** What a run is made from. */
export interface RunOptions {
  readonly provider: Provider;
  readonly operations: readonly Operation[];
  readonly given: Given;
  readonly target: Target;
  readonly limits: Limits;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** @throws UsageError when there is no credential, or the client refuses its options. */
export function createRun(options: RunOptions): Run {
  const { provider, operations, given, target, limits, environment, signal } = options;
  const auth = credentialsFrom(provider.api, environment);
  demandCredentials(provider.api, operations, auth);
  const secrets = new Secrets(provider.api, Object.values(auth));
  const wire = new Wire(limits);
  return {
    provider,
    operations,
    given,
    harvest: new Harvest(),
    judge: createJudge(provider.source, secrets),
    secrets,
    auth,
    wire,
    call: createCaller(provider, target, auth, wire),
    callAsNobody: createCaller(provider, target, wrongCredentials(provider.api, auth), wire),
    signal,
    ended: undefined,
  };
}

/**
 * Whether an operation only reads: its method promises it, and the document does not say otherwise. A POST that reveals a
 * secret leaves a trace, and counts as writing.
 */
export function onlyReads({ method, idempotent }: Operation): boolean {
  return isReading(method) && idempotent !== false;
}

/** Why an operation cannot be called now; undefined when it can. */
export function obstacle(
  { ended, signal, wire, auth, provider }: Run,
  operation: Operation,
): string | undefined {
  if (ended !== undefined) return ended;
  if (signal.aborted) return "the run was ended";
  if (wire.left === 0) return "no requests are left (--max-requests)";
  if (isAllowed(operation, auth)) return undefined;
  return `needs ${variablesFor(provider.api, operation)} in the environment`;
}
