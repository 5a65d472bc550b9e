import type { OperationDefinition, ParameterDefinition } from "../definition.ts";
import { essenceOf, type WireBody, writeBody } from "./body.ts";
import { headerValue } from "./header.ts";
import { fillPath } from "./path.ts";
import { queryPairs } from "./query.ts";

/** Flat arguments of an operation: parameters by name, plus `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Arguments as bytes. */
export interface WireArguments {
  /** Path with its placeholders filled, and `?query` when there is one. */
  readonly target: string;
  readonly headers: Map<string, string | null>;
  readonly body: BodyInit | undefined;
}

/**
 * Writes the arguments of an operation.
 *
 * @param contentType media type the caller asked for, when the operation takes several.
 * @throws ConfigError when an argument cannot travel.
 */
export function writeArguments(
  operation: OperationDefinition,
  args: Arguments,
  contentType?: string | null,
): WireArguments {
  const styles = operation.pathStyles && new Map(operation.pathStyles.map((style) => [style.name, style]));
  const path = fillPath(operation.path, (name) => own(args, styles?.get(name)?.arg ?? name), styles);
  const query = pairsOf(operation.query, args).join("&");
  const headers = new Map<string, string | null>();
  if (operation.accept !== undefined) headers.set("accept", operation.accept);
  const body = bodyOf(operation, args, contentType);
  if (body?.type !== undefined) headers.set("content-type", body.type);
  for (const parameter of operation.header ?? []) {
    const definition = toDefinition(parameter);
    const value = headerValue(definition, argument(args, definition));
    if (value !== undefined) headers.set(definition.name.toLowerCase(), value);
  }
  const cookie = pairsOf(operation.cookie, args).join("; ");
  if (cookie) headers.set("cookie", cookie);
  return { target: query ? `${path}?${query}` : path, headers, body: body?.content };
}

/** Parameters by wire name, as openapi-fetch shows them to middleware. */
export function paramsOf(operation: OperationDefinition, args: Arguments): { path: object; query: object } {
  const query = (operation.query ?? []).map(toDefinition);
  const path = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => {
    return operation.pathStyles?.find((style) => style.name === name) ?? { name };
  });
  const values = (parameters: readonly ParameterDefinition[]): Record<string, unknown> =>
    Object.fromEntries(parameters.map((parameter) => [parameter.name, argument(args, parameter)]));
  return { path: values(path), query: values(query) };
}

function bodyOf(
  operation: OperationDefinition,
  args: Arguments,
  contentType: string | null | undefined,
): WireBody | undefined {
  const value = own(args, "body");
  if (operation.body === undefined || value === undefined) return undefined;
  const [first = "application/json", ...others] =
    typeof operation.body === "string" ? [operation.body] : operation.body;
  const chosen = contentType && others.some((type) => essenceOf(type) === essenceOf(contentType));
  return writeBody(value, chosen ? contentType : first);
}

function pairsOf(parameters: OperationDefinition["query"] = [], args: Arguments): string[] {
  return parameters.flatMap((parameter) => {
    const definition = toDefinition(parameter);
    return queryPairs(definition, argument(args, definition));
  });
}

function toDefinition(parameter: string | ParameterDefinition): ParameterDefinition {
  return typeof parameter === "string" ? { name: parameter } : parameter;
}

function argument(args: Arguments, { arg, name }: ParameterDefinition): unknown {
  return own(args, arg ?? name);
}

/** A parameter may be called `constructor`: what an object inherits is not an argument. */
function own(args: Arguments, name: string): unknown {
  return Object.hasOwn(args, name) ? args[name] : undefined;
}
