import type { Api } from "../../read/model.ts";
import { clientVariable } from "../typescript/shape.ts";
import { origin } from "../typescript/header.ts";
import type { GeneratedFile, Target } from "../target.ts";
import { layOut, type Page, setupHeading } from "./layout.ts";
import { blocks, code, comment, fence, heading, line, link, type Markdown, webLink } from "./markdown.ts";
import { modelSections } from "./models.ts";
import { operationSection } from "./operation.ts";
import { operationTable } from "./operation-table.ts";
import { prose } from "./prose.ts";
import { setupExample } from "../typescript/setup.ts";

/** The reference: a page per tag, `docs/<slug>.md`, with every operation whose first tag it is. */
export function* emitReference(api: Api, target: Target): Generator<GeneratedFile> {
  const pages = layOut(api);
  for (const page of pages) {
    yield { path: `docs/${page.file}`, text: `${pageText(api, target, pages, page)}\n` };
  }
}

function pageText(api: Api, target: Target, pages: readonly Page[], page: Page): string {
  const { tag } = page;
  const text = blocks(
    comment(origin(api, target)),
    heading(1, tag.name),
    prose(tag.description),
    tag.externalDocs &&
      line`See ${webLink(tag.externalDocs.description ?? tag.externalDocs.url, tag.externalDocs.url)}.`,
    operationTable(pages, [...page.operations, ...page.elsewhere], page),
    page.operations.length === 0 ? undefined : setup(api, target),
    ...page.operations.map((operation) => operationSection(api, operation, page)),
    modelSections(api, page),
  );
  return text?.markdown ?? "";
}

function setup(api: Api, target: Target): Markdown | undefined {
  const client = code(clientVariable(api));
  return blocks(
    heading(2, setupHeading),
    fence("ts", setupExample(api, target)),
    line`Examples on this page go on from here. Every method of ${client} is also a function that takes the client first; the ${link("README", "../README.md#small-bundles")} says when that pays off.`,
  );
}
