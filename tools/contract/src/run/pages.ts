import type { Json, Pagination } from "@keysmith/generator";
import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { Arguments, PagesCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { equalsJson } from "../judge/equal.ts";
import { judgeViolations } from "../judge/exchange.ts";
import { isPagedCall } from "../subject.ts";
import { settle } from "./observe.ts";
import { wish } from "./response.ts";

/**
 * Walks at most two pages. The mock gives the same page again and again, so the walk is over after the first one where
 * the page says so, and otherwise the second request must ask for the page after it.
 */
export async function runPages(bench: Bench, cell: PagesCell): Promise<readonly Finding[]> {
  const { operation, pagination, code, example, args } = cell;
  const content = operation.responses
    .flatMap((response) => response.contents)
    .find((candidate) => candidate.examples.includes(example));
  const headers = wish(code, content && { content, example });
  bench.forget();
  const start = (): unknown => callMethod(bench.clientWith(schemesOf(operation)), operation, args, headers);
  const call = start();
  if (!isPagedCall(call))
    return [
      {
        culprit: "generator",
        message: "the call has no .items() and .pages() although the document says where pages are",
      },
    ];
  const walked = await settle(collect(call.items({ maxPages: 2 })));
  const exchanges = bench.exchanges();

  const items = at(example.value, pagination.items);
  const page: readonly Json[] = Array.isArray(items) ? items : [];
  const next = nextPosition(pagination, args, example.value, page.length);
  const findings = [...judgeViolations(exchanges)];
  const pages = next === undefined ? 1 : 2;
  if (exchanges.length !== pages)
    findings.push({
      culprit: "client",
      message: "the walk takes another number of pages",
      expected: pages,
      got: exchanges.length,
    });
  const expected = Array.from({ length: pages }, () => page).flat();
  if (!walked.ok) findings.push({ culprit: "client", message: "the walk must not throw", got: walked.error });
  else if (!equalsJson(walked.value, expected))
    findings.push({ culprit: "client", message: "the walk gives other items", expected, got: walked.value });
  const [, second] = exchanges;
  if (next !== undefined && second !== undefined && "parameter" in pagination) {
    const { name = pagination.parameter } =
      operation.parameters.find(({ argument }) => argument === pagination.parameter) ?? {};
    const got = new URLSearchParams(second.target.split("?")[1]).get(name);
    if (got !== next)
      findings.push({
        culprit: "client",
        message: `the second request asks for another page (${name})`,
        expected: next,
        got,
      });
  }
  return [...findings, ...(await judgePages(bench, cell, start, pages))];
}

/** The same walk, page by page. */
async function judgePages(
  bench: Bench,
  { example }: PagesCell,
  call: () => unknown,
  pages: number,
): Promise<readonly Finding[]> {
  bench.forget();
  const again = call();
  if (!isPagedCall(again)) return [];
  const walked = await settle(collect(again.pages({ maxPages: 2 })));
  const expected = Array.from({ length: pages }, () => example.value);
  if (walked.ok && equalsJson(walked.value, expected)) return [];
  return [
    {
      culprit: "client",
      message: "the walk gives other pages",
      expected,
      got: walked.ok ? walked.value : walked.error,
    },
  ];
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What the second request asks for; undefined where the first page is the last. By the rules of `specs/README.md`, not by those of the runtime. */
function nextPosition(
  pagination: Pagination,
  args: Arguments,
  page: Json,
  count: number,
): string | undefined {
  switch (pagination.style) {
    case "cursor": {
      const next = at(page, pagination.next);
      return next === undefined || next === null || next === "" ? undefined : String(next);
    }
    case "page":
    case "offset": {
      const total = pagination.total === undefined ? undefined : at(page, pagination.total);
      const [given, limit] = [args.get(pagination.parameter), args.get(pagination.limit ?? "")];
      const start = typeof given === "number" ? given : pagination.first;
      const size = typeof limit === "number" ? limit : pagination.defaultLimit;
      // Pages before the first one that is asked for are full.
      const skipped = (start - pagination.first) * (pagination.style === "page" ? (size ?? count) : 1);
      const more = typeof total === "number" ? skipped + count < total : size === undefined || count >= size;
      if (count === 0 || !more) return undefined;
      return String(start + (pagination.style === "page" ? 1 : count));
    }
    case "link":
      // The mock's Link header would have to lead back to it, which no document can say.
      return undefined;
    default:
      throw new TypeError(`unknown style of paging: ${String(pagination satisfies never)}`);
  }
}

function at(value: Json | undefined, pointer: string): Json | undefined {
  return pointer
    .split("/")
    .slice(1)
    .reduce<Json | undefined>(
      (found, key) =>
        typeof found === "object" && found !== null
          ? Reflect.get(found, key.replaceAll("~1", "/").replaceAll("~0", "~"))
          : undefined,
      value,
    );
}
