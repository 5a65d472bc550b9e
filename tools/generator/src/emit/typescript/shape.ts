import type { Api, Link, Operation, Response, Type } from "../../read/model.ts";
import { propertyName } from "./literal.ts";
import { printType } from "./type.ts";

/** Whether the operation's function has an `args` parameter. */
export function takesArguments(operation: Operation): boolean {
  return operation.parameters.length > 0 || operation.body !== undefined;
}

/** Whether `args` may not be left out. */
export function requiresArguments(operation: Operation): boolean {
  return operation.parameters.some((parameter) => parameter.required) || operation.body?.required === true;
}

/** Name of the interface of an operation's arguments. */
export function argumentsName(operation: Operation): string {
  return `${operation.typeName}Args`;
}

/** Name of the interface of an operation's documented error bodies. */
export function errorsName(operation: Operation): string {
  return `${operation.typeName}Errors`;
}

/** Answers a call can return. */
export function successes(operation: Operation): readonly Response[] {
  return operation.responses.filter(({ status }) =>
    typeof status === "number" ? isSuccess(status) : status === "2XX",
  );
}

/** Answers a call throws; redirects and informational answers never reach the caller as such. */
export function failures(operation: Operation): readonly Response[] {
  return operation.responses.filter(({ status }) => {
    return typeof status === "number"
      ? status >= 400
      : status === "4XX" || status === "5XX" || status === "default";
  });
}

/** Where the answers of an operation lead, each once. */
export function linksOf(operation: Operation): readonly Link[] {
  const links = operation.responses.flatMap((response) => response.links);
  return [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
}

/** Type of an answer's body, one member per media type; `none` stands for an answer without one. */
export function bodyType(response: Response, none: "void" | "undefined"): string {
  return unionOf(
    response.contents.map((content) => content.type),
    none,
  );
}

/** What a call resolves to: the bodies of all documented successes. */
export function resultType(operation: Operation): string {
  const bodies = successes(operation).map((response) => bodyType(response, "void"));
  return bodies.length === 0 ? "unknown" : [...new Set(bodies)].join(" | ");
}

/** What the operation's function returns: `ApiCall<ApiKey, CreateUserApiKeyErrors>`. */
export function returnType(operation: Operation): string {
  const result = resultType(operation);
  const errors = failures(operation).length > 0 ? errorsName(operation) : undefined;
  if (operation.pagination !== undefined) {
    return `PagedCall<${result}, ${errors ?? "{}"}, ${printType(operation.pagination.item)}>`;
  }
  return errors === undefined ? `ApiCall<${result}>` : `ApiCall<${result}, ${errors}>`;
}

/** The API in a sentence: `the Automox Console API`. */
export function apiTitle(api: Api): string {
  const title = api.title.replaceAll(/\s+/g, " ").trim();
  if (/^(?:the|an?) /i.test(title)) return title.charAt(0).toLowerCase() + title.slice(1);
  // Whose API it is takes the article's place: "Acme's API", not "the Acme's API".
  return /^\S+(?: \S+)?['’]s /.test(title) ? title : `the ${title}`;
}

/** Variable that holds the client in examples: `automox`. */
export function clientVariable(api: Api): string {
  return variable(api.typeName) ?? "client";
}

/** A type's name as a variable, `ApiKey` -> `apiKey`; nothing where that is a word of the language. */
export function variable(typeName: string): string | undefined {
  const [head = ""] = /^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u.exec(typeName) ?? [];
  const name = head.toLowerCase() + typeName.slice(head.length);
  return reserved.has(name) ? undefined : name;
}

function unionOf(types: readonly Type[], none: string): string {
  return types.length === 0 ? none : [...new Set(types.map((type) => printType(type)))].join(" | ");
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

const reserved: ReadonlySet<string> = new Set(
  (
    "arguments await boolean break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null number object " +
    "package private protected public return static string super switch symbol this throw true try typeof undefined " +
    "unknown var void while with yield console"
  ).split(" "),
);

/** A status as the name of a property. */
export function statusKey({ status }: Response): string {
  return typeof status === "number" ? String(status) : propertyName(status);
}
