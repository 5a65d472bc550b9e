import type { Operation } from "@keysmith/generator";
import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { PagesCell } from "../cells/cell.ts";
import { isSuccess } from "../cells/response.ts";
import { settle, type Outcome } from "../run/observe.ts";
import { wish } from "../run/response.ts";
import { isPagedCall } from "../subject.ts";
import { refusalOf, type Broken } from "./broken.ts";

/** Walks two pages by either iterator, from every page that the new document shows. */
export async function replayPages(
  bench: Bench,
  { operation, args }: PagesCell,
  now: Operation,
): Promise<readonly Broken[]> {
  const client = bench.clientWith(schemesOf(operation));
  for (const headers of pagesOf(now)) {
    for (const view of ["items", "pages"] as const) {
      bench.forget();
      const call = callMethod(client, operation, args, headers);
      if (!isPagedCall(call)) {
        await settle(Promise.resolve(call));
        return [{ message: "the call no longer has .items() and .pages()" }];
      }
      const outcome = await settle(walk(call[view]({ maxPages: 2 })));
      const broken = refused(bench, outcome);
      if (broken !== undefined) return [{ ...broken, message: `.${view}(): ${broken.message}` }];
    }
  }
  return [];
}

/** What makes the mock give each of them. */
function pagesOf({ responses }: Operation): readonly Readonly<Record<string, string>>[] {
  const wishes = responses.flatMap(({ status, contents: [content] }) =>
    typeof status === "number" && isSuccess(status) && content !== undefined
      ? content.examples.map((example) => wish(status, { content, example }))
      : [],
  );
  return wishes.length === 0 ? [{}] : wishes;
}

function refused(bench: Bench, outcome: Outcome): Broken | undefined {
  return refusalOf({ outcome, safe: outcome, answered: outcome, raw: outcome, exchanges: bench.exchanges() });
}

async function walk(pages: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of pages) count += 1;
  return count;
}
