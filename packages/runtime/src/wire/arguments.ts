import type { OperationDefinition, ParameterDefinition } from "../definition.ts";
import { writeJson } from "./body.ts";
import { checkHeader } from "./header.ts";
import { essenceOf } from "./media-type.ts";
import { fillPath } from "./path.ts";
import { expand, percent, percentReserved } from "./style.ts";

/** Flat arguments of an operation: parameters by name, plus `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

type Parameters = OperationDefinition["query"];

/** The path with its placeholders filled, and `?query` when there is one. */
export function writeTarget(operation: OperationDefinition, args: Arguments): string {
  const { path, pathStyles, query } = operation;
  const valueOf = (name: string): unknown => argument(args, pathParameter(operation, name));
  const filled = fillPath(path, valueOf, pathStyles);
  const search = writeParts(query, args).join("&");
  return search ? `${filled}?${search}` : filled;
}

/** Headers that the operation and its arguments ask for, by lower-case name. */
export function writeHeaders(operation: OperationDefinition, args: Arguments): Map<string, string | null> {
  const headers = new Map<string, string | null>();
  if (operation.accept !== undefined) headers.set("accept", operation.accept);
  for (const parameter of definitionsOf(operation.header)) {
    const value = expand(parameter, argument(args, parameter), "simple", String);
    if (value) headers.set(parameter.name.toLowerCase(), checkHeader(parameter.name, value));
  }
  const cookie = writeParts(operation.cookie, args).join("; ");
  if (cookie) headers.set("cookie", cookie);
  return headers;
}

/** The body, in the media type that `headers` name when the operation takes it, else in its first one. */
export function writeContent(
  { body: mediaTypes, writeBody = writeJson }: OperationDefinition,
  { body }: Arguments,
  headers: Map<string, string | null>,
): BodyInit | Promise<BodyInit> | null {
  if (mediaTypes === undefined || body === undefined) return null;
  const [first = "", ...others] = [mediaTypes].flat();
  const wanted = headers.get("content-type");
  if (!wanted) headers.set("content-type", first);
  const taken = wanted && others.some((type) => essenceOf(type) === essenceOf(wanted));
  return writeBody(body, taken ? wanted : first);
}

/** Parameters by wire name, as openapi-fetch shows them to middleware. */
export function parametersOf(
  operation: OperationDefinition,
  args: Arguments,
): { path: object; query: object } {
  const path = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) =>
    pathParameter(operation, name),
  );
  const values = (parameters: readonly ParameterDefinition[]): object =>
    Object.fromEntries(parameters.map((parameter) => [parameter.name, argument(args, parameter)]));
  return { path: values(path), query: values(definitionsOf(operation.query)) };
}

function writeParts(parameters: Parameters, args: Arguments): string[] {
  const parts = definitionsOf(parameters).map((parameter) =>
    expand(parameter, argument(args, parameter), "form", parameter.allowReserved ? percentReserved : percent),
  );
  return parts.filter(Boolean);
}

function definitionsOf(parameters: Parameters = []): ParameterDefinition[] {
  return parameters.map((parameter) => (typeof parameter === "string" ? { name: parameter } : parameter));
}

function pathParameter({ pathStyles }: OperationDefinition, name: string): ParameterDefinition {
  return pathStyles?.find((style) => style.name === name) ?? { name };
}

/** A parameter may be called `constructor`: what an object inherits is not an argument. */
function argument(args: Arguments, { arg, name }: ParameterDefinition): unknown {
  return Object.hasOwn(args, arg ?? name) ? args[arg ?? name] : undefined;
}
