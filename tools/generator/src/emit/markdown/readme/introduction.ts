import type { Api } from "../../../read/model.ts";
import { callExample } from "../../typescript/call.ts";
import { origin } from "../../typescript/header.ts";
import { apiTitle } from "../../typescript/shape.ts";
import type { Target } from "../../target.ts";
import { layOut } from "../layout.ts";
import { blocks, code, comment, fence, heading, line, link, type Markdown } from "../markdown.ts";
import { operationTable } from "../operation-table.ts";
import { firstParagraph, phrase, prose } from "../prose.ts";
import { table } from "../table.ts";
import { setupExample } from "../../typescript/setup.ts";
import { firstOperation } from "./sample.ts";

export function introduction(api: Api, target: Target): Markdown | undefined {
  return blocks(
    comment(origin(api, target)),
    heading(1, target.packageName),
    line`TypeScript client of ${apiTitle(api)}. ${api.summary}`,
    prose(api.description),
  );
}

export function install(target: Target): Markdown | undefined {
  return blocks(
    heading(2, "Install"),
    fence("sh", `npm install ${target.packageName}`),
    line`ES modules with types, for Node.js 20.19 and newer, Bun, Deno, Cloudflare Workers and browsers.`,
  );
}

export function firstCall(api: Api, target: Target): Markdown | undefined {
  const operation = firstOperation(api);
  const call = operation === undefined ? [] : ["", callExample(api, operation, "required")];
  return blocks(
    heading(2, "First call"),
    fence("ts", [setupExample(api, target), ...call].join("\n")),
    line`Arguments are flat: path, query and header parameters by their names on the wire, and ${code("body")}. A second argument takes ${link("options", "#options")} for one call.`,
  );
}

/** npm shows the first 64 kB of a README; a table of more operations than this would leave no room for anything else. */
const mostListed = 200;

export function operations(api: Api): Markdown | undefined {
  const { length } = api.operations;
  const layout = layOut(api);
  if (length <= mostListed || layout.pages.length < 2) {
    const all = operationTable(layout, api.operations);
    return all && blocks(heading(2, "Operations"), all);
  }
  return blocks(
    heading(2, "Operations"),
    line`There are ${length.toLocaleString("en")} operations, on a page for each tag.`,
    table(layout.pages, [
      { title: "Tag", cell: ({ tag, file }) => link(tag.name, `docs/${file}`) },
      { title: "Operations", cell: (page) => line`${page.operations.length + page.elsewhere.length}` },
      { title: "About", cell: ({ tag }) => phrase(firstParagraph(tag.description)) },
    ]),
  );
}
