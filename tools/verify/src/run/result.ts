import type { Operation } from "@keysmith/generator";
import type { Resolved } from "../arguments/resolve.ts";
import type { Drift } from "../drift.ts";

/** What is asked of an operation. */
export type CheckKind =
  /** The call as its document describes it. */
  | "answer"
  /** The list, walked on by the client. */
  | "pages"
  /** The call for something that does not exist. */
  | "unknown id"
  /** The call with a credential that is nobody's. */
  | "wrong credential"
  /** One step in the life of something that the run made itself. */
  | "create"
  | "read back"
  | "change"
  | "delete"
  | "read deleted";

/**
 * `same`: the server does what the document says. `drift`: it does not. `unverified`: no answer came, or one that shows
 * nothing of what was asked for. `skipped`: nothing was sent.
 */
export type Verdict = "same" | "drift" | "unverified" | "skipped";

/** One check, and how it went. */
export interface Result {
  readonly operation: Operation;
  readonly check: CheckKind;
  readonly verdict: Verdict;
  /** Why it is not verified, or was skipped. */
  readonly reason?: string;
  readonly args?: Resolved;
  /** Of the answer. */
  readonly status?: number;
  /** Of the whole call, retries and redirects included. */
  readonly milliseconds?: number;
  /** Requests it took. */
  readonly requests: number;
  /** What the client gave its caller. */
  readonly callers?: string;
  readonly drifts: readonly Drift[];
}

/** A check that was not made. */
export function skipped(operation: Operation, check: CheckKind, reason: string): Result {
  return { operation, check, verdict: "skipped", reason, requests: 0, drifts: [] };
}
