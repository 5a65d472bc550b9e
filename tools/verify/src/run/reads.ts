import type { Operation } from "@keysmith/generator";
import { isResolved, resolveArguments, type Resolved } from "../arguments/resolve.ts";
import { listFor } from "../arguments/harvest.ts";
import { unlikelyId } from "../arguments/unlikely.ts";
import { takesCredential } from "../call/credentials.ts";
import type { Drift } from "../drift.ts";
import { finish } from "./finish.ts";
import { checkPages } from "./pages.ts";
import { type Result, skipped } from "./result.ts";
import { obstacle, onlyReads, type Run } from "./run.ts";
import { isFinal, isSuccess } from "./status.ts";

/** The checks that change nothing: every answer first, then what follows from the answers, errors last. */
export async function* checkReads(run: Run): AsyncGenerator<Result> {
  const readable = run.operations.filter(onlyReads);
  const answered = new Map<Operation, Resolved>();
  const succeeded = new Set<Operation>();
  for await (const result of checkAnswers(run, readable, answered)) {
    if (isSuccess(result.status ?? 0)) succeeded.add(result.operation);
    yield result;
  }
  for (const [operation, args] of answered) {
    if (operation.pagination !== undefined && succeeded.has(operation))
      yield await guarded(run, operation, "pages", () => checkPages(run, operation, args));
  }
  for (const [operation, args] of answered) yield* checkUnknownId(run, operation, args);
  // A provider may take offence at these: by now everything else is known.
  for (const [operation, args] of answered) {
    if (takesCredential(operation, run.auth))
      yield await guarded(run, operation, "wrong credential", () =>
        checkWrongCredential(run, operation, args),
      );
  }
}

/** Lists before what asks for their items; what never gets its arguments is skipped with the reason. */
async function* checkAnswers(
  run: Run,
  readable: readonly Operation[],
  answered: Map<Operation, Resolved>,
): AsyncGenerator<Result> {
  let waiting = readable;
  for (let progress = true; progress && waiting.length > 0;) {
    progress = false;
    const later: Operation[] = [];
    for (const operation of waiting) {
      const args = resolveArguments(run.provider.api, operation, run.given, run.harvest);
      if (!isResolved(args)) {
        later.push(operation);
        continue;
      }
      progress = true;
      const result = await guarded(run, operation, "answer", () => checkAnswer(run, operation, args));
      if (result.status !== undefined) answered.set(operation, args);
      yield result;
    }
    waiting = later;
  }
  for (const operation of waiting) {
    const args = resolveArguments(run.provider.api, operation, run.given, run.harvest);
    yield skipped(operation, "answer", isResolved(args) ? "" : (obstacle(run, operation) ?? args.reason));
  }
}

async function checkAnswer(run: Run, operation: Operation, args: Resolved): Promise<Result> {
  const sent = await run.call({ operation, args, permit: "read", signal: run.signal });
  if (sent.outcome.ok) run.harvest.add(operation, sent.outcome.data);
  return finish(run, { operation, check: "answer", args, isAnswered: isSuccess }, sent);
}

/** Asks for an item that does not exist, where the path ends in one. */
async function* checkUnknownId(run: Run, operation: Operation, args: Resolved): AsyncGenerator<Result> {
  const parameter = operation.parameters.findLast((one) => one.in === "path" && listOf(run, operation, one));
  if (parameter === undefined) return;
  const id = unlikelyId(parameter, args.get(parameter.argument)?.value);
  if (id === undefined) {
    yield skipped(operation, "unknown id", `no ${parameter.argument} that nothing has can be made up`);
    return;
  }
  const unknown = new Map([...args, [parameter.argument, { value: id, from: "made up" }]]);
  yield await guarded(run, operation, "unknown id", async () => {
    const sent = await run.call({ operation, args: unknown, permit: "read", signal: run.signal });
    const further = ({ status }: { status: number }): readonly Drift[] =>
      isSuccess(status) ? [taken(operation, status, `an id that nothing should have`)] : [];
    return finish(run, { operation, check: "unknown id", args: unknown, isAnswered: isFinal, further }, sent);
  });
}

async function checkWrongCredential(run: Run, operation: Operation, args: Resolved): Promise<Result> {
  const sent = await run.callAsNobody({ operation, args, permit: "read", signal: run.signal });
  const further = ({ status }: { status: number }): readonly Drift[] =>
    isSuccess(status) ? [taken(operation, status, "a wrong credential (as mocks do)")] : [];
  return finish(run, { operation, check: "wrong credential", args, isAnswered: isFinal, further }, sent);
}

/** Breaks nothing that a document can promise, but somebody should know. */
function taken({ pointer }: Operation, status: number, what: string): Drift {
  const message = `the server answers ${status} to ${what}`;
  return { kind: "access", severity: "note", message, pointer, change: "nothing: ask the provider" };
}

/** The check, unless something is in its way. */
async function guarded(
  run: Run,
  operation: Operation,
  check: Result["check"],
  work: () => Promise<Result>,
): Promise<Result> {
  const why = obstacle(run, operation);
  return why === undefined ? work() : skipped(operation, check, why);
}

function listOf(
  { provider }: Run,
  operation: Operation,
  parameter: Operation["parameters"][number],
): boolean {
  return listFor(provider.api.operations, operation.path, parameter) !== undefined;
}
