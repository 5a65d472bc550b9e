import { isDeepStrictEqual } from "node:util";
import type { Operation } from "@keysmith/generator";
import { valueAt } from "../arguments/harvest.ts";
import type { Resolved } from "../arguments/resolve.ts";
import type { Drift } from "../drift.ts";
import { finish } from "./finish.ts";
import type { Result } from "./result.ts";
import type { Run } from "./run.ts";
import { isSuccess } from "./status.ts";

type Pagination = NonNullable<Operation["pagination"]>;

/** Walks two pages, as small as the document allows, so that a short list has a second one too. */
export async function checkPages(run: Run, operation: Operation, args: Resolved): Promise<Result> {
  const { pagination } = operation;
  const limit = limitOf(operation, args);
  const small = limit === undefined ? args : new Map([...args, [limit, { value: 1, from: "one per page" }]]);
  const sent = await run.call({ operation, args: small, permit: "read", signal: run.signal, pages: 2 });
  const { outcome } = sent;
  const pages = outcome.ok && Array.isArray(outcome.data) ? outcome.data : [];
  const further = (): readonly Drift[] =>
    pagination === undefined || !outcome.ok ? [] : judgePages(operation, pagination, pages, limit);
  return finish(run, { operation, check: "pages", args: small, isAnswered: isSuccess, further }, sent);
}

/** The argument for the page size, where one item per page may be asked for. */
function limitOf({ pagination, parameters }: Operation, args: Resolved): string | undefined {
  const name = pagination !== undefined && "limit" in pagination ? pagination.limit : "limit";
  const parameter = parameters.find(({ argument }) => argument === name);
  if (parameter === undefined || args.has(parameter.argument) || parameter.type.kind !== "number")
    return undefined;
  return (parameter.constraints.minimum ?? 1) <= 1 ? parameter.argument : undefined;
}

function judgePages(
  { pointer }: Operation,
  { items }: Pagination,
  pages: readonly unknown[],
  limit: string | undefined,
): readonly Drift[] {
  const paging = `${pointer}/x-pagination`;
  const lists = pages.map((page) => valueAt(page, items));
  const lost = lists.findIndex((list) => !Array.isArray(list));
  if (lost !== -1) {
    const message = `page ${lost + 1} has no list at ${items === "" ? "its root" : items}`;
    return [
      {
        kind: "paging",
        severity: "drift",
        message,
        pointer: `${paging}/items`,
        change: "name where the items are",
      },
    ];
  }
  const [first = [], second] = lists as readonly (readonly unknown[])[];
  if (second !== undefined && first.length > 0 && isDeepStrictEqual(first, second)) {
    const message = "the second page is the first one again";
    return [
      {
        kind: "paging",
        severity: "drift",
        message,
        pointer: paging,
        change: "name the parameter that turns pages",
      },
    ];
  }
  if (limit === undefined || first.length <= 1) return [];
  const message = `${limit}=1 is answered with ${first.length} items (as mocks do)`;
  return [
    {
      kind: "paging",
      severity: "note",
      message,
      pointer: paging,
      change: "nothing, unless the limit is never kept",
    },
  ];
}
