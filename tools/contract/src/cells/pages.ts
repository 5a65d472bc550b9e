import type { Operation } from "@keysmith/generator";
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
    return content.examples.map((example): Cell => ({
      kind: "pages",
      operation,
      title: `pages from ${example.name}`,
      pointer: locate("x-pagination"),
      pagination,
      code,
      example,
      args,
    }));
  });
}
