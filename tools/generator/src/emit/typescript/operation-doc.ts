import type { Api, Link, Operation, Response, SecurityAlternative } from "../../read/model.ts";
import { ownServers } from "../servers.ts";
import { callExample } from "./call.ts";
import { blockTag, type DocComment, example, prose } from "./comment.ts";
import { codeSpan } from "./constraint.ts";
import { seeDoc } from "./describe.ts";
import { failures, linksOf, successes } from "./shape.ts";

/** The doc comment of an operation's function, and so of its method on the client. */
export function operationDoc(api: Api, operation: Operation): DocComment {
  const { description, summary } = operation;
  return [
    ...prose(summary),
    ...(description === summary ? [] : prose(description)),
    ...(operation.pagination === undefined ? [] : prose(paged)),
    ...prose(
      `${codeSpan(`${operation.method} ${operation.path}`)}${place(api, operation)}, ${authorization(operation.security)}.`,
    ),
    ...example(callExample(api, operation, "required")),
    ...returns(operation),
    ...failures(operation).flatMap(throwsDoc),
    ...linksOf(operation).flatMap(linkDoc),
    ...seeDoc(operation.externalDocs),
    ...(operation.deprecated ? blockTag("deprecated") : []),
  ];
}

/** What a reader wants of an answer's description in a list: its first paragraph, on one line. */
export function answerText(response: Response): string {
  return firstParagraph(response.description);
}

function firstParagraph(text: string): string {
  return (text.trim().split(/\n\s*\n/)[0] ?? "").replaceAll(/\s+/g, " ");
}

/** Class of the error thrown for a status; the runtime has one for each common status. */
export function errorClass(status: Response["status"]): string {
  if (status === "5XX" || (typeof status === "number" && status >= 500)) return "ServerError";
  return (typeof status === "number" ? errorClasses.get(status) : undefined) ?? "ApiError";
}

const paged =
  "Awaiting the call gives one page; `.items()` walks the items of all pages, `.pages()` the pages.";

const errorClasses: ReadonlyMap<number, string> = new Map([
  [400, "BadRequestError"],
  [401, "UnauthorizedError"],
  [403, "ForbiddenError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [422, "UnprocessableEntityError"],
  [429, "RateLimitError"],
]);

/** ` at `https://files.example.com``, where that is not the API's own address. */
function place(api: Api, operation: Operation): string {
  const [first] = ownServers(api, operation) ?? [];
  return first === undefined ? "" : ` at ${codeSpan(first.url)}`;
}

/** `authorized by `a` and `b`, or `c``. */
function authorization(security: readonly SecurityAlternative[]): string {
  const named = security.filter((alternative) => alternative.length > 0).map(alternativeText);
  if (named.length === 0) return "without authorization";
  const optional = named.length < security.length;
  return `authorized by ${[...named, ...(optional ? ["nothing at all"] : [])].join(", or ")}`;
}

function alternativeText(alternative: SecurityAlternative): string {
  return alternative
    .map(({ scheme, scopes }) => {
      const needed = scopes.map(codeSpan).join(", ");
      return (
        codeSpan(scheme) + (needed === "" ? "" : ` (${scopes.length === 1 ? "scope" : "scopes"} ${needed})`)
      );
    })
    .join(" and ");
}

function returns(operation: Operation): DocComment {
  const answers = successes(operation).filter((response) => answerText(response) !== "");
  const [only, ...others] = answers;
  if (only === undefined) return [];
  if (others.length === 0) return blockTag("returns", answerText(only));
  return blockTag("returns", answers.map((answer) => `${answer.status}: ${answerText(answer)}`).join(" "));
}

function linkDoc({ operation, description, values }: Link): DocComment {
  const taken = values.map(({ argument, value }) => `${codeSpan(argument)} = ${codeSpan(value)}`);
  const text = [`{@link ${operation}}`, ...(taken.length === 0 ? [] : [`with ${taken.join(", ")}`])].join(
    " ",
  );
  return blockTag("see", description === undefined ? text : `${text}: ${firstParagraph(description)}`);
}

function throwsDoc(response: Response): DocComment {
  const status = response.status === "default" ? "any other status" : response.status;
  const text = answerText(response);
  return blockTag(
    "throws",
    `${codeSpan(errorClass(response.status))} (${status})${text === "" ? "" : `: ${text}`}`,
  );
}
