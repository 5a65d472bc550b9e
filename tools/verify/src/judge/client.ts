import type { Operation } from "@keysmith/generator";
import { ApiError, KeysmithError } from "@keysmith/runtime";
import type { Sent } from "../call/caller.ts";
import type { RawExchange } from "../call/wire.ts";
import type { Drift } from "../drift.ts";

/** Drifts where the answer is as documented, and the client does not give it to its caller as what it is. */
export function judgeClient(operation: Operation, { outcome }: Sent, raw: RawExchange): readonly Drift[] {
  const isSuccess = raw.status >= 200 && raw.status < 300;
  const error = outcome.ok ? undefined : outcome.error;
  const isRight = isSuccess ? outcome.ok : error instanceof ApiError && error.status === raw.status;
  if (isRight) return [];
  const message = isSuccess
    ? `callers get an error for this ${raw.status}`
    : `callers do not get the ${raw.status} as the error it is`;
  return [
    {
      kind: "client",
      severity: "drift",
      message,
      expected: isSuccess ? "data" : `an ApiError with status ${raw.status}`,
      found: whatCallersGet({ outcome }),
      pointer: operation.pointer,
      change: "nothing: the client or its generator is at fault",
    },
  ];
}

/** `data`, or the class and message of the error. Errors of clients are redacted by them. */
export function whatCallersGet({ outcome }: Pick<Sent, "outcome">): string {
  if (outcome.ok) return "data";
  const { error } = outcome;
  if (error instanceof KeysmithError) return `${error.name}: ${error.message}`;
  // Not of a client: what it says is unknown.
  return error instanceof Error ? error.name : "something that is no error";
}
