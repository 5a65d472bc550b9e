import { isCallable } from "../../read/server.ts";
import type { Api, Operation } from "../../read/model.ts";
import { ownServers } from "../servers.ts";
import { callExamples, signature } from "../typescript/call.ts";
import { linksOf, resultType, successes } from "../typescript/shape.ts";
import { argumentFields } from "./arguments.ts";
import { authorizationText } from "./authorization.ts";
import { answerExample } from "./example.ts";
import { fieldTable } from "./fields.ts";
import { layOut, linkTo, type Page } from "./layout.ts";
import { blocks, code, fence, heading, join, list, line, type Markdown } from "./markdown.ts";
import { requestText } from "./operation-table.ts";
import { pagingText } from "./paging.ts";
import { phrase, prose, seeText } from "./prose.ts";
import { bodyTables, mediaTypes, responseTable } from "./responses.ts";
import { answerText } from "./type.ts";

/** Everything about one operation. */
export function operationSection(api: Api, operation: Operation, page: Page): Markdown | undefined {
  return blocks(
    heading(2, operation.name),
    operation.deprecated ? line`**Deprecated.**` : undefined,
    operation.summary === undefined ? undefined : line`**${operation.summary}**`,
    requestText(operation),
    prose(operation.description),
    seeText(operation.externalDocs),
    fence("ts", signature(operation), "signature"),
    examples(api, operation),
    answer(operation),
    fieldTable("Argument", argumentFields(api, operation), page),
    list(facts(api, operation, page)),
    responseTable(operation, page),
    bodyTables(operation, page),
  );
}

function examples(api: Api, operation: Operation): Markdown | undefined {
  const [required, all] = callExamples(api, operation);
  return blocks(
    fence("ts", required),
    all === undefined ? undefined : line`With every argument:`,
    all === undefined ? undefined : fence("ts", all),
  );
}

function answer(operation: Operation): Markdown | undefined {
  const example = answerExample(operation);
  if (example === undefined) return undefined;
  return blocks(line`It returns, for example:`, fence("json", JSON.stringify(example, undefined, 2)));
}

function facts(api: Api, operation: Operation, page: Page): readonly (Markdown | undefined)[] {
  return [
    fact("Returns", returnsText(operation, page)),
    fact("Paging", operation.pagination && pagingText(operation.pagination, page)),
    fact("Server", serverText(api, operation)),
    fact("Authorization", authorizationText(api, operation)),
    fact("Idempotent", idempotenceText(operation)),
    fact("Request body", join(mediaTypes(operation.body?.contents ?? []).map(code), " or ")),
    fact(
      "Response body",
      join(mediaTypes(operation.responses.flatMap(({ contents }) => contents)).map(code), ", "),
    ),
    fact("See also", linksText(api, operation, page)),
  ];
}

function returnsText(operation: Operation, page: Page): Markdown {
  const answers = successes(operation);
  if (answers.length === 0) return code(resultType(operation));
  const types = answers.flatMap((response) => response.contents.map((content) => content.type));
  const nothing = answers.some((response) => response.contents.length === 0) ? "nothing" : undefined;
  return line`${join([answerText(types, page), nothing], " or ")}`;
}

function fact(title: string, text: Markdown | undefined): Markdown | undefined {
  return text && line`**${title}:** ${text}`;
}

/** Said only of operations that are elsewhere than the rest. */
function serverText(api: Api, operation: Operation): Markdown | undefined {
  const servers = ownServers(api, operation) ?? [];
  if (servers.length === 0) return undefined;
  const urls = servers.map(({ url }) => code(url));
  return servers.some(({ url }) => isCallable(url))
    ? line`${join(urls, " or ")}, unless the client has a ${code("baseUrl")}.`
    : line`${join(urls, " or ")}, which clients refuse to call: set ${code("baseUrl")}.`;
}

/** What can be called with what the answers hold. */
function linksText(api: Api, operation: Operation, page: Page): Markdown | undefined {
  const { operations } = layOut(api);
  const links = linksOf(operation).map(({ operation: name, description, values }) => {
    const taken = values.map(({ argument, value }) => line`${code(argument)} = ${code(value)}`);
    return line`${linkTo(code(name), operations.get(name), page)}${
      taken.length === 0 ? undefined : line` with ${join(taken, ", ")}`
    }${description === undefined ? undefined : line`: ${phrase(description)}`}`;
  });
  return join(links, "<br>");
}

/** Said only where the document says it: otherwise the method decides. */
function idempotenceText({ idempotent }: Operation): Markdown | undefined {
  if (idempotent === undefined) return undefined;
  return idempotent
    ? line`yes, so a failed call is repeated.`
    : line`no, each call has an effect of its own and is never repeated automatically.`;
}
