import type { Operation, Pagination } from "@keysmith/generator";
import type { Arguments, Cell } from "./cell.ts";
import type { Locate } from "./cells.ts";
import { forcedCode, isSuccess } from "./response.ts";

/** One cell per example of a page. */
export function pagesCells(operation: Operation, args: Arguments, locate: Locate): readonly Cell[] {
  const { pagination } = operation;
  if (pagination === undefined) return [];
  return operation.responses.flatMap((response) => {
    const code = forcedCode(operation, response.status);
    const [content] = response.contents;
    if (code === undefined || !isSuccess(code) || content?.kind !== "json") return [];
    return content.examples.flatMap((example) =>
      starts(operation, pagination).map(([where, given]): Cell => ({
        kind: "pages",
        operation,
        title: `pages from ${example.name}${where}`,
        pointer: locate("x-pagination"),
        pagination,
        code,
        example,
        args: new Map([...args, ...given]),
      })),
    );
  });
}

type Start = readonly [where: string, given: Arguments];

/** A walk may begin later than at the first page, with pages of any size: what was skipped counts then. */
function starts({ parameters }: Operation, pagination: Pagination): readonly Start[] {
  const usual: Start = ["", new Map()];
  if (pagination.style === "link" || pagination.style === "cursor") return [usual];
  const { parameter, first, limit } = pagination;
  const second = [parameter, first + 1] as const;
  if (limit === undefined) return [usual, [", begun later", new Map([second])]];
  const { constraints } = parameters.find(({ argument }) => argument === limit) ?? {};
  const size = Math.max(constraints?.minimum ?? 1, 1);
  return [
    usual,
    [", begun later", new Map([second])],
    [`, begun later, ${size} each`, new Map([second, [limit, size]])],
  ];
}
