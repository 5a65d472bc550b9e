import type { Api, Operation } from "../../read/model.ts";
import { callExample, signature } from "../typescript/call.ts";
import { successes } from "../typescript/shape.ts";
import { authorizationText } from "./authorization.ts";
import { described, type Field, fieldsOf, fieldTable, resolve } from "./fields.ts";
import type { Page } from "./layout.ts";
import { blocks, code, fence, heading, join, list, type Markdown, md, webLink } from "./markdown.ts";
import { requestText } from "./operation-table.ts";
import { pagingText } from "./paging.ts";
import { phrase, prose } from "./prose.ts";
import { mediaTypes, responseTable } from "./responses.ts";
import { typesText } from "./type.ts";

/** Everything about one operation. */
export function operationSection(api: Api, operation: Operation, page: Page): Markdown | undefined {
  const { externalDocs } = operation;
  return blocks(
    heading(2, operation.name),
    operation.deprecated
      ? md`
**Deprecated.**
        `
      : undefined,
    operation.summary === undefined ? undefined : md`**${phrase(operation.summary)}**`,
    requestText(operation),
    prose(operation.description),
    externalDocs && md`See ${webLink(externalDocs.description ?? externalDocs.url, externalDocs.url)}.`,
    fence("ts", signature(operation), "signature"),
    examples(api, operation),
    fieldTable("Argument", argumentFields(api, operation), page),
    list(facts(api, operation, page)),
    responseTable(operation, page),
  );
}

/** The call with what it needs, then with everything it takes, if that is more. */
function examples(api: Api, operation: Operation): Markdown | undefined {
  const required = callExample(api, operation, "required");
  const all = callExample(api, operation, "all");
  return blocks(
    fence("ts", required),
    all === required
      ? undefined
      : md`
With every argument:
        `,
    all === required ? undefined : fence("ts", all),
  );
}

function argumentFields(api: Api, operation: Operation): readonly Field[] {
  const parameters = operation.parameters.map((parameter): Field => {
    const renamed = parameter.argument !== parameter.name;
    return {
      ...parameter,
      path: parameter.argument,
      description: described(
        { ...parameter, note: renamed ? md`Sent as ${code(parameter.name)}.` : undefined },
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
  return [...parameters, whole, ...fieldsOf(resolve(api, type), "body.", "body")];
}

function facts(api: Api, operation: Operation, page: Page): readonly (Markdown | undefined)[] {
  const types = successes(operation).flatMap((response) => response.contents.map((content) => content.type));
  return [
    fact(
      "Returns",
      typesText(types, page) ??
        md`
nothing
        `,
    ),
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
  return text && md`**${title}:** ${text}`;
}

/** Said only where the document says it: otherwise the method decides. */
function idempotenceText({ idempotent }: Operation): Markdown | undefined {
  if (idempotent === undefined) return undefined;
  return idempotent
    ? md`
yes, the call can be repeated without harm.
      `
    : md`
no, each call has an effect of its own and is never repeated automatically.
      `;
}
