import type { Api, Operation } from "@keysmith/generator";
import Table from "cli-table3";
import type { Given } from "../arguments/given.ts";
import { isResolved, resolveArguments } from "../arguments/resolve.ts";
import { type Auth, isAllowed, variablesFor } from "../call/credentials.ts";
import type { Resource } from "../lifecycle/resources.ts";
import { onlyReads } from "../run/run.ts";

export interface DryRun {
  readonly api: Api;
  readonly operations: readonly Operation[];
  readonly resources: readonly Resource[];
  readonly given: Given;
  readonly auth: Auth;
  readonly server: string;
  readonly allowWrites: boolean;
}

/** What a run would send, as far as it can be told before the first answer. */
export function formatDryRun(dry: DryRun): string {
  const table = new Table({
    head: ["operation", "asks", "what would happen"],
    style: { head: [], border: [], compact: true },
  });
  for (const operation of dry.operations)
    table.push([operation.id, `${operation.method} ${operation.path}`, fate(dry, operation)]);
  return `${table.toString()}\n\nNothing was sent. Calls would go to ${dry.server}.`;
}

function fate(dry: DryRun, operation: Operation): string {
  const { api, auth, allowWrites } = dry;
  if (!onlyReads(operation) && !allowWrites) return "skipped: it writes (--allow-writes)";
  const planned = onlyReads(operation) ? reading(dry, operation) : writing(dry, operation);
  if (isAllowed(operation, auth) || planned.startsWith("skipped")) return planned;
  return `${planned}; needs ${variablesFor(api, operation)} in the environment`;
}

function reading({ api, operations, given }: DryRun, operation: Operation): string {
  const args = resolveArguments(api, operation, given);
  if (isResolved(args)) {
    const told = [...args].map(([name, { from }]) => `${name} from ${from}`).join(", ");
    return `called${told === "" ? "" : ` with ${told}`}`;
  }
  const { reason, waitsFor: list } = args;
  const isListed =
    list !== undefined && operations.includes(list) && isResolved(resolveArguments(api, list, given));
  return isListed ? `called with what ${list.name} answers, or ${reason}` : `skipped: ${reason}`;
}

function writing({ api, resources, given }: DryRun, operation: Operation): string {
  const resource = resources.find(({ create, steps, remove }) =>
    [create, ...steps, remove].some((step) => step.operation === operation),
  );
  if (resource === undefined) return "skipped: it is about nothing that a run could make and delete again";
  const { create } = resource;
  const args = resolveArguments(api, create.operation, given);
  if (!isResolved(args)) return `skipped: ${create.operation.name} ${args.reason}`;
  return operation === create.operation
    ? "called, and what it makes deleted"
    : `called on what ${create.operation.name} makes`;
}
