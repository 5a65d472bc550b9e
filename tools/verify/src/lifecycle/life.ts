import { isResolved } from "../arguments/resolve.ts";
import type { Drift } from "../drift.ts";
import { finish } from "../run/finish.ts";
import { type CheckKind, type Result, skipped } from "../run/result.ts";
import { obstacle, type Run } from "../run/run.ts";
import { isFinal, isSuccess } from "../run/status.ts";
import { naming, smallestBody } from "./body.ts";
import { argumentsFor, type Made } from "./record.ts";
import { isRead, type Step } from "./resources.ts";

/** Told what could not be deleted, or may have been made without an answer. */
export type LeftBehind = (what: string) => void;

/**
 * What is done with a record that the run made. It is deleted at the end, however that comes: after an error, after
 * Ctrl+C, and when nobody waits for results any more.
 *
 * @param created - How its creation went.
 */
export async function* live(
  run: Run,
  made: Made,
  created: () => Result,
  leftBehind: LeftBehind,
): AsyncGenerator<Result> {
  const steps = made.resource.steps.filter(({ operation }) => run.operations.includes(operation));
  let removed: Result;
  try {
    yield created();
    for (const step of steps) yield await take(run, made, step, isRead(step) ? "read back" : "change");
  } finally {
    removed = await deleteAgain(run, made, leftBehind);
  }
  yield removed;
  const read = steps.find((step) => isRead(step) && step.action === "read");
  if (read !== undefined && removed.verdict !== "skipped") yield await take(run, made, read, "read deleted");
}

async function take(run: Run, made: Made, step: Step, check: CheckKind): Promise<Result> {
  const { operation, identity } = step;
  const args = argumentsFor(run, made.resource, step, made.id);
  const why = obstacle(run, operation);
  if (why !== undefined) return skipped(operation, check, why);
  if (!isResolved(args)) return skipped(operation, check, args.reason);
  const small = smallestBody(run.provider.api, operation);
  const body = identity?.startsWith("/") ? naming(small, identity, made.id) : small;
  const permit = isRead(step) ? "read" : "write";
  const sent = await run.call({ operation, args, permit, signal: run.signal, body });
  const isGone = check === "read deleted";
  const further = ({ status }: { status: number }): readonly Drift[] =>
    isGone && isSuccess(status) ? [stillThere(step, status)] : [];
  return finish(run, { operation, check, args, isAnswered: isGone ? isFinal : isSuccess, further }, sent);
}

async function deleteAgain(run: Run, made: Made, leftBehind: LeftBehind): Promise<Result> {
  const { remove, name } = made.resource;
  const { operation, identity } = remove;
  const args = argumentsFor(run, made.resource, remove, made.id);
  if (!isResolved(args)) return skipped(operation, "delete", args.reason);
  const body = identity?.startsWith("/") ? naming(undefined, identity, made.id) : undefined;
  const { signal } = new AbortController();
  const sent = await run.call({ operation, args, permit: "cleanup", signal, body });
  const status = sent.exchanges.at(-1)?.status;
  const isGone = status !== undefined && (isSuccess(status) || status === 404 || status === 410);
  if (!isGone)
    leftBehind(`${name} ${shownId(run, made)} was made and could not be deleted (${status ?? "no answer"}).`);
  return finish(run, { operation, check: "delete", args, isAnswered: isSuccess }, sent);
}

/** The id, for whoever has to delete it by hand, unless it is a secret. */
function shownId({ secrets }: Run, { id, resource: { create, remove } }: Made): string {
  const names = [create.identity, remove.identity].filter((name) => name !== undefined);
  const isSecret = remove.operation.parameters.some(
    ({ name, sensitive }) => sensitive && names.includes(name),
  );
  return isSecret || names.some((name) => secrets.hides(name)) ? "[redacted]" : String(id);
}

function stillThere({ operation: { pointer } }: Step, status: number): Drift {
  const message = `the server answers ${status} for what was deleted`;
  return { kind: "access", severity: "note", message, pointer, change: "nothing: ask the provider" };
}
