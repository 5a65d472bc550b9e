import type { Pagination } from "../../read/model.ts";
import type { Page } from "./layout.ts";
import { code, type Markdown, md } from "./markdown.ts";
import { typeText } from "./type.ts";

/** How a list goes on, and how to walk it. */
export function pagingText(pagination: Pagination, page: Page): Markdown {
  return md`${styleText(pagination)} Awaiting the call gives one page; ${code(".items()")} walks over the ${typeText(pagination.item, page)} of all pages, ${code(".pages()")} over the pages.`;
}

function styleText(pagination: Pagination): Markdown {
  switch (pagination.style) {
    case "page":
      return md`by page number in ${code(pagination.parameter)}, the first one is ${pagination.first}${sizeText(pagination)}.`;
    case "offset":
      return md`by offset in ${code(pagination.parameter)}${sizeText(pagination)}.`;
    case "cursor":
      return md`by cursor in ${code(pagination.parameter)}; each answer names the next one.`;
    case "link":
      return md`by the ${code("Link")} header of each answer.`;
    default:
      return pagination satisfies never;
  }
}

function sizeText({ limit, defaultLimit }: Extract<Pagination, { style: "page" | "offset" }>): Markdown {
  if (limit === undefined) return md``;
  const otherwise = defaultLimit === undefined ? md`` : md`, ${defaultLimit} when left out`;
  return md`; page size in ${code(limit)}${otherwise}`;
}
