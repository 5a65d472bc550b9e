import type { Api } from "../../../read/model.ts";
import { callExample, callText } from "../../typescript/call.ts";
import { layOut, operationLink } from "../layout.ts";
import { blocks, code, fence, heading, join, line, type Markdown } from "../markdown.ts";

/** How to walk lists, when there are any. */
export function paging(api: Api): Markdown | undefined {
  const paged = api.operations.filter((operation) => operation.pagination !== undefined);
  const [first] = paged;
  if (first === undefined) return undefined;
  const layout = layOut(api);
  const links = paged.map((operation) => operationLink(layout, operation));
  const walk = `for await (const page of ${callText(api, first, "required")}.pages()) console.log(page);`;
  return blocks(
    heading(2, "Paging"),
    line`${join(links, " and ")} ${links.length === 1 ? "answers" : "answer"} page by page. Awaiting the call gives one page; ${code(".items()")} and ${code(".pages()")} go on to the end, or to ${code("maxItems")} and ${code("maxPages")}.`,
    fence("ts", `${callExample(api, first, "required")}\n\n${walk}`),
  );
}
