import type { Content, Header, Operation, Response } from "../../read/model.ts";
import { errorClass } from "../typescript/operation-doc.ts";
import { described, fieldsBelow, fieldTable } from "./fields.ts";
import type { Page } from "./layout.ts";
import { blocks, code, join, line, type Markdown } from "./markdown.ts";
import { phrase } from "./prose.ts";
import { table } from "./table.ts";
import { answerText, isSmallObject } from "./type.ts";

/** Every documented answer: what it means, what it holds, what the call throws. */
export function responseTable(operation: Operation, page: Page): Markdown | undefined {
  const several = mediaTypes(operation.responses.flatMap((response) => response.contents)).length > 1;
  return table(operation.responses, [
    { title: "Status", cell: (response) => statusText(response) },
    { title: "Description", cell: (response) => phrase(response.description) },
    { title: "Body", cell: (response) => bodyText(response.contents, several, page) },
    { title: "Error", cell: (response) => errorText(response) },
    { title: "Headers", cell: (response) => join(response.headers.map(headerText), "<br>") },
  ]);
}

/** The properties of answers that have no name to be described under. */
export function bodyTables(operation: Operation, page: Page): Markdown | undefined {
  const tables = operation.responses.flatMap((response) =>
    response.contents.map(({ type }) => {
      const fields = isSmallObject(type) ? undefined : fieldTable("Property", fieldsBelow(type, ""), page);
      return fields && blocks(line`Body of ${statusText(response)}:`, fields);
    }),
  );
  return blocks(...tables);
}

/** Each media type once, in order. */
export function mediaTypes(contents: readonly Content[]): readonly string[] {
  return [...new Set(contents.map((content) => content.mediaType))];
}

function statusText({ status }: Response): Markdown {
  return status === "default" ? line`any other` : code(String(status));
}

function bodyText(contents: readonly Content[], several: boolean, page: Page): Markdown | undefined {
  if (!several)
    return answerText(
      contents.map((content) => content.type),
      page,
    );
  const texts = contents.map(
    (content) => line`${answerText([content.type], page)} as ${code(content.mediaType)}`,
  );
  return join(texts, "<br>");
}

/** A call returns on the successes and throws on whatever else comes. */
function errorText({ status }: Response): Markdown | undefined {
  const thrown = typeof status === "number" ? status >= 300 : !["1XX", "2XX"].includes(status);
  return thrown ? code(errorClass(status)) : undefined;
}

function headerText(header: Header): Markdown {
  const description = described({ ...header, sensitive: false }, header.description);
  return description === undefined ? code(header.name) : line`${code(header.name)}: ${description}`;
}
