import type { Pagination } from "../../read/model.ts";
import type { Page } from "./layout.ts";
import { code, line, type Markdown } from "./markdown.ts";
import { typeText } from "./type.ts";

/** How a list goes on, and how to walk it. */
export function pagingText(pagination: Pagination, page: Page): Markdown {
  return line`${styleText(pagination)} Awaiting the call gives one page; ${code(".items()")} yields every ${typeText(pagination.item, page)} from there on, ${code(".pages()")} every page.`;
}

function styleText(pagination: Pagination): Markdown {
  switch (pagination.style) {
    case "page":
      return line`by page number in ${code(pagination.parameter)}, the first one is ${pagination.first}${sizeText(pagination)}.`;
    case "offset":
      return line`by offset in ${code(pagination.parameter)}${sizeText(pagination)}.`;
    case "cursor":
      return line`by cursor in ${code(pagination.parameter)}; each answer names the next one.`;
    case "link":
      return line`by the ${code("Link")} header of each answer.`;
    default:
      return pagination satisfies never;
  }
}

function sizeText({ limit, defaultLimit }: Extract<Pagination, { style: "page" | "offset" }>): Markdown {
  if (limit === undefined) return line``;
  const otherwise = defaultLimit === undefined ? line`` : line`, ${defaultLimit} when left out`;
  return line`; page size in ${code(limit)}${otherwise}`;
}
