import type { OperationDefinition, ParameterDefinition } from "../definition.ts";
import { essenceOf, writeBody } from "./body.ts";
import { checkHeader } from "./header.ts";
import { fillPath } from "./path.ts";
import { queryPart } from "./query.ts";
import { expand } from "./style.ts";

/** Flat arguments of an operation: parameters by name, plus `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Arguments as bytes. */
export interface WireArguments {
  /** Path with its placeholders filled, and `?query` when there is one. */
  readonly target: string;
  /** By lower-case name. */
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
  const headers = new Map<string, string | null>();
  if (operation.accept !== undefined) headers.set("accept", operation.accept);
  for (const parameter of definitionsOf(operation.header)) {
    const value = expand(parameter, argument(args, parameter), "simple", String);
    if (value) headers.set(parameter.name.toLowerCase(), checkHeader(parameter.name, value));
  }
  const cookie = partsOf(operation.cookie, args).join("; ");
  if (cookie) headers.set("cookie", cookie);
  const path = fillPath(
    operation.path,
    (name) => argument(args, pathParameter(operation, name)),
    operation.pathStyles,
  );
  const query = partsOf(operation.query, args).join("&");
  return {
    target: query ? `${path}?${query}` : path,
    headers,
    body: writeOperationBody(operation, args, headers, contentType),
  };
}

/** Parameters by wire name, as openapi-fetch shows them to middleware. */
export function paramsOf(operation: OperationDefinition, args: Arguments): { path: object; query: object } {
  const path = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) =>
    pathParameter(operation, name),
  );
  const values = (parameters: readonly ParameterDefinition[]): object =>
    Object.fromEntries(parameters.map((parameter) => [parameter.name, argument(args, parameter)]));
  return { path: values(path), query: values(definitionsOf(operation.query)) };
}

function writeOperationBody(
  { body }: OperationDefinition,
  args: Arguments,
  headers: Map<string, string | null>,
  wanted: string | null | undefined,
): BodyInit | undefined {
  const value = argument(args, { name: "body" });
  if (body === undefined || value === undefined) return undefined;
  const types = [body].flat();
  const type =
    wanted && types.some((one) => essenceOf(one) === essenceOf(wanted)) ? wanted : (types[0] ?? "");
  headers.set("content-type", type);
  return writeBody(value, type);
}

function partsOf(parameters: OperationDefinition["query"], args: Arguments): string[] {
  if (!parameters) return [];
  return definitionsOf(parameters)
    .map((parameter) => queryPart(parameter, argument(args, parameter)))
    .filter(Boolean);
}

function definitionsOf(parameters: OperationDefinition["query"] = []): ParameterDefinition[] {
  return parameters.map((parameter) => (typeof parameter === "string" ? { name: parameter } : parameter));
}

function pathParameter({ pathStyles }: OperationDefinition, name: string): ParameterDefinition {
  return pathStyles?.find((style) => style.name === name) ?? { name };
}

/** A parameter may be called `constructor`: what an object inherits is not an argument. */
function argument(args: Arguments, { arg, name }: ParameterDefinition): unknown {
  return Object.hasOwn(args, arg ?? name) ? args[arg ?? name] : undefined;
}
