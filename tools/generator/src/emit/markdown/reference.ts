import type { Api } from "../../read/model.ts";
import { clientVariable } from "../typescript/shape.ts";
import { origin } from "../typescript/header.ts";
import type { GeneratedFile, Target } from "../target.ts";
import { type Layout, layOut, type Page, setupHeading, type TagPage } from "./layout.ts";
import { blocks, code, comment, fence, heading, line, link, type Markdown } from "./markdown.ts";
import { modelSections, sharedModels } from "./models.ts";
import { operationSection } from "./operation.ts";
import { operationTable } from "./operation-table.ts";
import { prose, seeText } from "./prose.ts";
import { setupExample } from "../typescript/setup.ts";

/**
 * The reference: a page per tag, `docs/<slug>.md`, with every operation whose first tag it is and the models that only
 * these use; models that several pages share have one of their own, `docs/models.md`.
 */
export function* emitReference(api: Api, target: Target): Generator<GeneratedFile> {
  const layout = layOut(api);
  const mark = comment(origin(api, target));
  const file = (page: Page, text: Markdown | undefined): GeneratedFile => {
    return { path: `docs/${page.file}`, text: `${blocks(mark, text)?.markdown ?? ""}\n` };
  };
  for (const page of layout.pages) yield file(page, tagPage(api, target, layout, page));
  if (layout.shared !== undefined) yield file(layout.shared, sharedModels(api, layout.shared));
}

function tagPage(api: Api, target: Target, layout: Layout, page: TagPage): Markdown | undefined {
  const { tag } = page;
  return blocks(
    heading(1, tag.name),
    prose(tag.description),
    seeText(tag.externalDocs),
    operationTable(layout, [...page.operations, ...page.elsewhere], page),
    page.operations.length === 0 ? undefined : setup(api, target),
    ...page.operations.map((operation) => operationSection(api, operation, page)),
    modelSections(api, page),
  );
}

function setup(api: Api, target: Target): Markdown | undefined {
  const client = code(clientVariable(api));
  return blocks(
    heading(2, setupHeading),
    fence("ts", setupExample(api, target)),
    line`Examples on this page go on from here. Every method of ${client} is also a function that takes the client first; the ${link("README", "../README.md#small-bundles")} says when that pays off.`,
  );
}
