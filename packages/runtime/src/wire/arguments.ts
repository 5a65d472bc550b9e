import type { OperationDefinition, ParameterDefinition } from "../definition.ts";
import type { Called } from "../transport/exchange.ts";
import { essenceOf } from "./body.ts";
import { checkHeader, type HeaderMap } from "./header.ts";
import { addQuery, fillPath, pathParameter, placeholder } from "./path.ts";
import { percent, writeJson, writeParameter } from "./parameter.ts";
import type { Sendable } from "./sendable.ts";

/** Flat arguments of an operation: parameters by name, plus `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The path with its placeholders filled, and `?query` when there is one. */
export function writeTarget({ path, pathStyles, query }: Called, args: Arguments): string {
  const filled = fillPath(path, (parameter) => argument(args, parameter), pathStyles);
  return addQuery(filled, writeParts(query, args));
}

/** Adds the headers that the operation and its arguments ask for. */
export function writeHeaders({ accept, header, cookie }: Called, args: Arguments, headers: HeaderMap): void {
  if (accept !== undefined) headers.set("accept", accept);
  for (const parameter of definitionsOf(header)) {
    const given = argument(args, parameter);
    const value = writeParameter(parameter, given, "simple", String);
    if (value || given === "") headers.set(parameter.name.toLowerCase(), checkHeader(parameter.name, value));
  }
  const cookies = writeParts(cookie, args).join("; ");
  if (cookies) headers.set("cookie", cookies);
}

/** The body, in the media type that `headers` name when the operation takes it, else in its first one. */
export function writeContent(
  { body: mediaTypes, writeBody = writeJson }: Called,
  { body }: Arguments,
  headers: HeaderMap,
): Sendable | Promise<Sendable> | null {
  if (mediaTypes === undefined || body === undefined) return null;
  const [first = "", ...others] = [mediaTypes].flat();
  const wanted = headers.get("content-type") ?? first;
  headers.set("content-type", wanted);
  // `image/*` stands for all that begins like it.
  const offered = others.some((type) => essenceOf(wanted).startsWith(essenceOf(type).replace(/\*.*/, "")));
  return writeBody(body, offered ? wanted : first);
}

/** Parameters by wire name, as openapi-fetch shows them to middleware. */
export function parametersOf(
  { path, pathStyles, query }: Called,
  args: Arguments,
): { path: object; query: object } {
  const values = (parameters: readonly ParameterDefinition[]): object =>
    Object.fromEntries(parameters.map((parameter) => [parameter.name, argument(args, parameter)]));
  const inPath = [...path.matchAll(placeholder)].map(([, name = ""]) => pathParameter(name, pathStyles));
  return { path: values(inPath), query: values(definitionsOf(query)) };
}

/** `name=value` of each parameter that has something to send. */
export function writeParts(parameters: OperationDefinition["query"], args: Arguments): string[] {
  if (!parameters) return [];
  const parts = definitionsOf(parameters).map((parameter) => {
    return writeParameter(parameter, argument(args, parameter), "form", percent);
  });
  return parts.filter(Boolean);
}

export function definitionsOf(parameters: OperationDefinition["query"] = []): ParameterDefinition[] {
  return parameters.map((parameter) => (typeof parameter === "string" ? { name: parameter } : parameter));
}

/** A parameter may be called `constructor`: what an object inherits is not an argument. */
function argument(args: Arguments, { name, arg = name }: ParameterDefinition): unknown {
  return Object.hasOwn(args, arg) ? args[arg] : undefined;
}
