import type { Operation } from "../../read/model.ts";
import { type Layout, operationLink, type Page } from "./layout.ts";
import { code, line, type Markdown } from "./markdown.ts";
import { firstParagraph, phrase } from "./prose.ts";
import { table } from "./table.ts";

/** Operations with a link to their place in the reference, their request and summary. */
export function operationTable(
  layout: Layout,
  operations: readonly Operation[],
  from?: Page,
): Markdown | undefined {
  return table(operations, [
    { title: "Operation", cell: (operation) => operationLink(layout, operation, from) },
    { title: "Request", cell: requestText },
    { title: "Summary", cell: summaryText },
  ]);
}

/** `POST /users/{userId}/api_keys` */
export function requestText(operation: Operation): Markdown {
  return code(`${operation.method} ${operation.path}`);
}

/** The summary; without one, what the description says first. */
function summaryText({ deprecated, description, summary }: Operation): Markdown | undefined {
  const text = summary === undefined ? phrase(firstParagraph(description)) : line`${summary}`;
  return deprecated ? line`**Deprecated.** ${text}` : text;
}
