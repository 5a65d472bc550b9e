import type { Api, Operation } from "../../read/model.ts";
import { callExample, signature } from "../typescript/call.ts";
import { successes } from "../typescript/shape.ts";
import { authorizationText } from "./authorization.ts";
import { answerExample } from "./example.ts";
import { described, type Field, fieldsOf, fieldTable } from "./fields.ts";
import type { Page } from "./layout.ts";
import { blocks, code, fence, heading, join, list, line, type Markdown, webLink } from "./markdown.ts";
import { requestText } from "./operation-table.ts";
import { pagingText } from "./paging.ts";
import { phrase, prose } from "./prose.ts";
import { bodyTables, mediaTypes, responseTable } from "./responses.ts";
import { resolved } from "./schema-type.ts";
import { answerText } from "./type.ts";

/** Everything about one operation. */
export function operationSection(api: Api, operation: Operation, page: Page): Markdown | undefined {
  const { externalDocs } = operation;
  return blocks(
    heading(2, operation.name),
    operation.deprecated ? line`**Deprecated.**` : undefined,
    operation.summary === undefined ? undefined : line`**${operation.summary}**`,
    requestText(operation),
    prose(operation.description),
    externalDocs && line`See ${webLink(externalDocs.description ?? externalDocs.url, externalDocs.url)}.`,
    fence("ts", signature(operation), "signature"),
    examples(api, operation),
    answer(operation),
    fieldTable("Argument", argumentFields(api, operation), page),
    list(facts(api, operation, page)),
    responseTable(operation, page),
    bodyTables(operation, page),
  );
}

/** The call with what it needs, then with everything it takes, if that is more. */
function examples(api: Api, operation: Operation): Markdown | undefined {
  const required = callExample(api, operation, "required");
  const all = callExample(api, operation, "all");
  return blocks(
    fence("ts", required),
    all === required ? undefined : line`With every argument:`,
    all === required ? undefined : fence("ts", all),
  );
}

function answer(operation: Operation): Markdown | undefined {
  const example = answerExample(operation);
  if (example === undefined) return undefined;
  return blocks(line`It returns, for example:`, fence("json", JSON.stringify(example, undefined, 2)));
}

function argumentFields(api: Api, operation: Operation): readonly Field[] {
  const parameters = operation.parameters.map((parameter): Field => {
    const renamed = parameter.argument !== parameter.name;
    return {
      ...parameter,
      path: parameter.argument,
      description: described(
        { ...parameter, note: renamed ? line`Sent as ${code(parameter.name)}.` : undefined },
        parameter.description,
      ),
    };
  });
  const { body } = operation;
  if (body === undefined) return parameters;
  const [{ type }] = body.contents;
  const whole: Field = {
    path: "body",
    in: "body",
    type,
    required: body.required,
    constraints: {},
    description: phrase(body.description),
  };
  return [...parameters, whole, ...fieldsOf(resolved(api, type), "body.", "body")];
}

function facts(api: Api, operation: Operation, page: Page): readonly (Markdown | undefined)[] {
  const types = successes(operation).flatMap((response) => response.contents.map((content) => content.type));
  return [
    fact("Returns", answerText(types, page) ?? line`nothing`),
    fact("Paging", operation.pagination && pagingText(operation.pagination, page)),
    fact("Authorization", authorizationText(api, operation)),
    fact("Idempotent", idempotenceText(operation)),
    fact("Request body", join(mediaTypes(operation.body?.contents ?? []).map(code), " or ")),
    fact(
      "Response body",
      join(mediaTypes(operation.responses.flatMap(({ contents }) => contents)).map(code), ", "),
    ),
  ];
}

function fact(title: string, text: Markdown | undefined): Markdown | undefined {
  return text && line`**${title}:** ${text}`;
}

/** Said only where the document says it: otherwise the method decides. */
function idempotenceText({ idempotent }: Operation): Markdown | undefined {
  if (idempotent === undefined) return undefined;
  return idempotent
    ? line`yes, the call can be repeated without harm.`
    : line`no, each call has an effect of its own and is never repeated automatically.`;
}
