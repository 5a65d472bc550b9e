import type { Json, Parameter } from "@keysmith/generator";
import type { Value } from "../arguments/given.ts";
import { idOf, itemsOf, valueAt } from "../arguments/harvest.ts";
import { isResolved, resolveArguments, type Resolved } from "../arguments/resolve.ts";
import type { Sent } from "../call/caller.ts";
import type { Run } from "../run/run.ts";
import type { Resource, Step } from "./resources.ts";

/** A record that the run made, and nobody else. */
export interface Made {
  readonly id: string | number;
  readonly resource: Resource;
}

/** What tells a record of this run from others. */
export interface Mark {
  readonly label: string | undefined;
  readonly text: string;
}

/** Most pages that are looked through for records. */
const MOST_PAGES = 20;

/** The records there are now; undefined where they cannot be listed. */
export async function listRecords(
  run: Run,
  { list }: Resource,
  signal: AbortSignal,
): Promise<readonly Json[] | undefined> {
  if (list === undefined) return undefined;
  const { operation } = list;
  const args = resolveArguments(run.provider.api, operation, run.given);
  if (!isResolved(args) || run.wire.left === 0) return undefined;
  const isPaged = operation.pagination !== undefined;
  const sent = await run.call({
    operation,
    args,
    permit: "read",
    signal,
    ...(isPaged && { pages: MOST_PAGES }),
  });
  if (!sent.outcome.ok) return undefined;
  const pages: readonly unknown[] =
    isPaged && Array.isArray(sent.outcome.data) ? sent.outcome.data : [sent.outcome.data];
  return pages.flatMap((page) => itemsOf(operation, page));
}

/** The record in the answer of `create`. */
export function createdRecord({ create }: Resource, { outcome }: Sent): Json | undefined {
  return outcome.ok ? (valueAt(outcome.data, create.record) as Json | undefined) : undefined;
}

/** The id of the record that carries the mark of the run. */
export function markedId(
  resource: Resource,
  records: readonly Json[],
  mark: Mark,
): string | number | undefined {
  const record = records.find((one) => labelOf(one, mark) === mark.text);
  return record === undefined ? undefined : identityOf(record, resource);
}

/**
 * Whether a record is not of this run after all: it was there before, or what is shown by its id carries another mark. A
 * server that answers with another one's id must not make us delete it.
 *
 * @param shown - Records that were answered since, by `create` and by the list.
 */
export function isForeign(
  resource: Resource,
  id: string | number,
  mark: Mark,
  { before, shown }: { readonly before: readonly Json[]; readonly shown: readonly Json[] },
): boolean {
  const has = (record: Json): boolean => String(identityOf(record, resource)) === String(id);
  const isOther = (label: unknown): boolean => typeof label === "string" && label !== mark.text;
  return before.some(has) || shown.some((record) => has(record) && isOther(labelOf(record, mark)));
}

/** What a record is called where an operation is about it; undefined where it says nothing of that. */
export function identityOf(
  record: Json | undefined,
  { create, remove }: Resource,
): string | number | undefined {
  if (record === undefined) return undefined;
  if (create.identity === undefined) return idOf(record, { name: remove.identity ?? "id" });
  const id = valueAt(record, `/${create.identity}`);
  return (typeof id === "string" && id !== "") || typeof id === "number" ? id : undefined;
}

function labelOf(record: Json, { label }: Mark): unknown {
  return label === undefined ? undefined : valueAt(record, `/${label}`);
}

/**
 * The arguments of a step on a record of the run: its own id, in the place where it was made, and nothing else's. What
 * lists answered with counts for nothing here, nor what was given for this operation alone: by the same id there may be
 * somebody else's elsewhere.
 */
export function argumentsFor(
  run: Run,
  { create }: Resource,
  step: Step,
  id: string | number,
): Resolved | { readonly reason: string } {
  const { operation, action, identity } = step;
  const { api } = run.provider;
  if (action === "create" || action === "list") return resolveArguments(api, operation, run.given);
  const named = operation.parameters.find(({ name, argument }) => argument === identity || name === identity);
  // In a body, where a pointer leads.
  if (named === undefined && identity?.startsWith("/") !== true)
    return { reason: "the document does not say where its request names a record" };
  const own = { value: id, from: "this run", answered: true } as const;
  const sharedWith = ({ in: place, name }: Parameter): Value | undefined => {
    const shared = create.operation.parameters.find((one) => one.in === place && one.name === name);
    return shared && run.given.valueOf(create.operation, shared);
  };
  const given = {
    valueOf: (...[one, parameter]: Parameters<Run["given"]["valueOf"]>) =>
      parameter === named ? own : (sharedWith(parameter) ?? run.given.valueOf(one, parameter)),
  };
  return resolveArguments(api, operation, given);
}
