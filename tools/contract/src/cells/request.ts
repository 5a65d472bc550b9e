import { isDeepStrictEqual } from "node:util";
import type { Content, Operation } from "@keysmith/generator";
import type { Arguments, Cell } from "./cell.ts";
import type { Locate } from "./cells.ts";

/** One cell per set of arguments the document shows: the required ones, all of them, and each example of each body. */
export function requestCells(
  operation: Operation,
  required: Arguments,
  all: Arguments,
  locate: Locate,
): readonly Cell[] {
  const [first, ...others] = operation.body?.contents ?? [];
  const cells: Cell[] = [request(operation, "required arguments", required, first)];
  if (!isDeepStrictEqual(required, all)) cells.push(request(operation, "all arguments", all, first));
  if (first !== undefined) cells.push(...examples(operation, required, first));
  for (const content of others) {
    const made = examples(operation, required, content);
    const title = `request ${content.mediaType}`;
    const pointer = locate("requestBody", "content", content.mediaType);
    cells.push(
      ...(made.length > 0
        ? made
        : [
            {
              kind: "uncheckable",
              operation,
              title,
              pointer,
              reason: NO_EXAMPLE,
              limit: "document",
              instead: "request",
            } as const,
          ]),
    );
  }
  return cells;
}

const NO_EXAMPLE = "the body has no example";

function examples(operation: Operation, required: Arguments, content: Content): readonly Cell[] {
  return content.examples.map(({ name, value }) =>
    request(operation, `example ${name}`, new Map([...required, ["body", value]]), content),
  );
}

function request(operation: Operation, what: string, args: Arguments, content: Content | undefined): Cell {
  const sent = args.has("body") ? content : undefined;
  return {
    kind: "request",
    operation,
    pointer: operation.pointer,
    title: ["request", sent?.mediaType, what].filter(Boolean).join(" "),
    content: sent,
    args,
  };
}
