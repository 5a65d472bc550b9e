import type { Operation } from "@keysmith/generator";
import { ApiError, ResponseParseError } from "@keysmith/runtime";
import type { Resolved } from "../arguments/resolve.ts";
import type { Sent } from "../call/caller.ts";
import { variablesFor } from "../call/credentials.ts";
import type { RawExchange } from "../call/wire.ts";
import type { Drift } from "../drift.ts";
import { judgeAnswer } from "../judge/answer.ts";
import { judgeClient, whatCallersGet } from "../judge/client.ts";
import { merge } from "../judge/merge.ts";
import { judgeRedirects } from "../judge/redirects.ts";
import type { CheckKind, Result } from "./result.ts";
import type { Run } from "./run.ts";

/** What a check is for. */
export interface Expectation {
  readonly operation: Operation;
  readonly check: CheckKind;
  readonly args: Resolved;
  /** Whether the answer shows what was asked for; otherwise the check is not verified. */
  readonly isAnswered: (status: number) => boolean;
  /** Drifts that only this check knows of. */
  readonly further?: (raw: RawExchange) => readonly Drift[];
}

/** Judges a call: every kind of answer that came, and what the client made of the last. */
export function finish(run: Run, expectation: Expectation, sent: Sent): Result {
  const { operation, check, args, isAnswered, further } = expectation;
  const { exchanges, milliseconds, outcome } = sent;
  const raw = exchanges.at(-1);
  const callers = whatCallersGet(sent);
  const base = { operation, check, args, milliseconds, callers, requests: exchanges.length };
  const isAnswer =
    outcome.ok || outcome.error instanceof ApiError || outcome.error instanceof ResponseParseError;
  const drifts = [...judgeRedirects(operation, exchanges), ...judgeEach(run, operation, exchanges)];
  if (raw === undefined || !isAnswer) {
    const reason = noAnswer(run, callers, raw);
    return { ...base, verdict: verdictOf(drifts, false), reason, drifts: merge(drifts) };
  }
  const more = further?.(raw) ?? [];
  const client = drifts.some(isDrift) ? [] : judgeClient(operation, sent, raw);
  const all = merge([...drifts, ...more, ...client]);
  const answered = isAnswered(raw.status);
  const reason = answered ? undefined : otherAnswer(run, operation, raw.status);
  return {
    ...base,
    verdict: verdictOf(all, answered),
    status: raw.status,
    drifts: all,
    ...(reason !== undefined && { reason }),
  };
}

/** One answer of each status: retries bring the same one again. */
function judgeEach(run: Run, operation: Operation, exchanges: readonly RawExchange[]): readonly Drift[] {
  const latest = new Map(exchanges.map((raw) => [`${raw.status} ${raw.url}`, raw]));
  return [...latest.values()]
    .filter(({ status, headers }) => status < 300 || status > 399 || !headers.has("location"))
    .flatMap((raw) => judgeAnswer(run.judge, operation, raw));
}

function isDrift({ severity }: Drift): boolean {
  return severity === "drift";
}

function verdictOf(drifts: readonly Drift[], answered: boolean): Result["verdict"] {
  if (drifts.some(isDrift)) return "drift";
  return answered ? "same" : "unverified";
}

/** Why no answer came. Where there is no connection at all, the run is at its end. */
function noAnswer(run: Run, callers: string, raw: RawExchange | undefined): string {
  if (raw === undefined && run.wire.answered === 0 && callers.startsWith("NetworkError")) {
    run.ended = "no connection to the server";
    return `${callers}. Is there a network, and is the address right (--base-url)?`;
  }
  return raw === undefined && run.signal.aborted ? "the run was ended" : callers;
}

function otherAnswer(run: Run, operation: Operation, status: number): string {
  const success = "so the success was not seen";
  if (status === 401)
    return `the server refuses the credential, ${success}: is ${variablesFor(run.provider.api, operation)} right?`;
  if (status === 403) return `the credential may not do this, ${success}`;
  if (status === 404) return `there is nothing by these arguments, ${success}`;
  if (status === 429)
    return `the server is throttling, ${success}: try again later, or with a longer --pause`;
  return `answered ${status}, ${success}`;
}
