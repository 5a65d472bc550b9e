import { randomUUID } from "node:crypto";
import type { Json } from "@keysmith/generator";
import { isResolved, type Resolved } from "../arguments/resolve.ts";
import type { Sent } from "../call/caller.ts";
import type { RawExchange } from "../call/wire.ts";
import { finish } from "../run/finish.ts";
import { type CheckKind, type Result, skipped } from "../run/result.ts";
import { obstacle, onlyReads, type Run } from "../run/run.ts";
import { isSuccess } from "../run/status.ts";
import { createBody } from "./body.ts";
import { type LeftBehind, live } from "./life.ts";
import {
  argumentsFor,
  createdRecord,
  identityOf,
  isForeign,
  listRecords,
  type Mark,
  markedId,
} from "./record.ts";
import { isRead, type Resource, resourcesOf, type Step } from "./resources.ts";

/** The checks that write: what is made is read, changed and deleted again, and nothing else is touched. */
export async function* checkWrites(run: Run, leftBehind: LeftBehind): AsyncGenerator<Result> {
  const resources = resourcesOf(run.provider.api, run.judge.document);
  for (const resource of resources) {
    const writing = stepsOf(resource).filter(({ operation }) => !onlyReads(operation));
    if (writing.some(({ operation }) => run.operations.includes(operation)))
      yield* make(run, resource, leftBehind);
  }
  const covered = new Set(
    resources.flatMap((resource) => stepsOf(resource).map(({ operation }) => operation)),
  );
  for (const operation of run.operations) {
    if (!onlyReads(operation) && !covered.has(operation))
      yield skipped(
        operation,
        "change",
        "it writes, and is about nothing that a run could make and delete again",
      );
  }
}

/** Requests that the life of a record may take: it has to be found and deleted, too. */
const FEWEST_LEFT = 10;

/** Makes a record, unless something is in the way, and leads it through its life. */
async function* make(run: Run, resource: Resource, leftBehind: LeftBehind): AsyncGenerator<Result> {
  const { operation } = resource.create;
  const { api } = run.provider;
  const args = argumentsFor(run, resource, resource.create, "");
  const why = hindrance(run, resource, args);
  if (why !== undefined || !isResolved(args)) {
    yield* notMade(run, stepsOf(resource), why ?? "");
    return;
  }
  const text = `keysmith-verify-${randomUUID().slice(0, 8)}`;
  const { body, label } = createBody(api, operation, text);
  const before = (await listRecords(run, resource, run.signal)) ?? [];
  // That took requests, and time to end the run in.
  const since = hindrance(run, resource, args);
  if (since !== undefined) {
    yield* notMade(run, stepsOf(resource), since);
    return;
  }
  // Never ended half-way: what becomes of it has to be known.
  const { signal } = new AbortController();
  const sent = await run.call({ operation, args, permit: "write", signal, body });
  const id = await ownId(run, resource, sent, { label, text }, before, leftBehind);
  const created = (): Result =>
    finish(run, { operation, check: "create", args, isAnswered: isSuccess }, sent);
  if (id !== undefined) {
    yield* live(run, { resource, id }, created, leftBehind);
    return;
  }
  yield created();
  const rest = stepsOf(resource).filter((step) => step !== resource.create);
  yield* notMade(run, rest, "nothing was made that it could be done to");
}

function hindrance(
  run: Run,
  resource: Resource,
  args: Resolved | { readonly reason: string },
): string | undefined {
  const { create, remove } = resource;
  const why = obstacle(run, create.operation) ?? obstacle(run, remove.operation);
  if (why !== undefined) return why;
  if (!isResolved(args)) return args.reason;
  const removal = argumentsFor(run, resource, remove, 1);
  if (!isResolved(removal)) return `what it makes could not be deleted: that ${removal.reason}`;
  return run.wire.left < FEWEST_LEFT ? "too few requests are left (--max-requests)" : undefined;
}

/** The id of what was made; undefined where there is nothing, or nothing that is surely ours. */
async function ownId(
  run: Run,
  resource: Resource,
  sent: Sent,
  mark: Mark,
  before: readonly Json[],
  leftBehind: LeftBehind,
): Promise<string | number | undefined> {
  // A refusal makes nothing. Without an answer, or with anything else among the answers, nobody knows.
  if (sent.exchanges.length > 0 && sent.exchanges.every(isRefusal)) return undefined;
  const after = (await listRecords(run, resource, new AbortController().signal)) ?? [];
  const record = createdRecord(resource, sent);
  const id = identityOf(record, resource) ?? markedId(resource, after, mark);
  const shown = record === undefined ? after : [record, ...after];
  const name = resource.create.operation.id;
  const named = mark.label === undefined ? "" : ` Its ${mark.label} would be ${mark.text}.`;
  if (id === undefined)
    leftBehind(`${name} may have made something that was not found, and so was not deleted.${named}`);
  else if (!isForeign(resource, id, mark, { before, shown })) return id;
  else
    leftBehind(
      `${name} answered with the id of something it did not make; nothing was done to that.${named}`,
    );
  return undefined;
}

function isRefusal({ status }: RawExchange): boolean {
  return status >= 400 && status < 500;
}

/** Steps that have nothing to be done to. */
function* notMade(run: Run, steps: readonly Step[], why: string): Generator<Result> {
  for (const step of steps) {
    if (!isRead(step) && run.operations.includes(step.operation))
      yield skipped(step.operation, checkOf(step), why);
  }
}

function stepsOf({ create, remove, steps }: Resource): readonly Step[] {
  return [create, ...steps, remove];
}

function checkOf({ action }: Step): CheckKind {
  return action === "create" || action === "delete" ? action : "change";
}
