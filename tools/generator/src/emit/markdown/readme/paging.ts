import type { Api } from "../../../read/model.ts";
import { callExample, callText } from "../../typescript/call.ts";
import { layOut, operationLink } from "../layout.ts";
import { blocks, code, fence, heading, join, type Markdown, md } from "../markdown.ts";

/** How to walk lists, when there are any. */
export function paging(api: Api): Markdown | undefined {
  const paged = api.operations.filter((operation) => operation.pagination !== undefined);
  const [first] = paged;
  if (first === undefined) return undefined;
  const pages = layOut(api);
  const links = paged.map((operation) => operationLink(pages, operation));
  const open = "for await (const page of ";
  const walk = `${open}${callText(api, first, "required", open.length + 12)}.pages()) {\n  console.log(page);\n}`;
  return blocks(
    heading(2, "Paging"),
    md`${join(links, ", ")} ${links.length === 1 ? "answers" : "answer"} page by page. Awaiting the call gives one page; ${code(".items()")} and ${code(".pages()")} go on to the end, or to ${code("maxItems")} and ${code("maxPages")}.`,
    fence("ts", `${callExample(api, first, "required")}\n\n${walk}`),
  );
}
