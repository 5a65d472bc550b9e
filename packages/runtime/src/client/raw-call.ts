import { composeBody, composeHeaders } from "../call/start.ts";
import type { OperationDefinition, ParameterDefinition } from "../definition.ts";
import { ApiError } from "../errors/api-error.ts";
import { type ParseAs, readAnswer } from "../transport/answer.ts";
import { type Called, Exchange } from "../transport/exchange.ts";
import { handOver } from "../transport/hand-over.ts";
import type { Middleware } from "../transport/middleware.ts";
import { type Composed, type FetchMiddleware, pass } from "../transport/openapi-fetch.ts";
import { type Arguments, definitionsOf, writeParts } from "../wire/arguments.ts";
import { writeBody } from "../wire/body.ts";
import { fillPath } from "../wire/path.ts";
import { styled } from "../wire/style.ts";
import { checkBaseUrl } from "./base-url.ts";
import type { Engine } from "./engine.ts";
import type { CallOptions, HeaderOptions } from "./options.ts";
import type { Sendable } from "../wire/sendable.ts";

/** What openapi-fetch's methods take, as far as it matters here, and the options of a call. */
export interface RawInit extends Omit<CallOptions, "middleware" | "headers"> {
  readonly baseUrl?: string;
  readonly params?: { readonly [place in "path" | "query" | "header" | "cookie"]?: object };
  readonly headers?: object;
  readonly body?: unknown;
  readonly bodySerializer?: unknown;
  readonly parseAs?: ParseAs | "json" | "stream";
  /** Our functions and openapi-fetch's objects. */
  readonly middleware?: readonly (Middleware | FetchMiddleware)[];
}

export type RawResult = { data: unknown; response: Response } | { error: unknown; response: Response };

/**
 * A call by method and path, as openapi-fetch makes it, under the same policies as an operation.
 * An error status is returned as `error`; everything else that goes wrong throws.
 *
 * @param inUse middleware of the client's.
 */
export async function rawCall(
  behind: Engine,
  inUse: Iterable<FetchMiddleware>,
  called: Called,
  { middleware = [], headers, ...init }: RawInit = {},
): Promise<RawResult> {
  const options = {
    ...init,
    headers: { ...plain(headers), ...plain(init.params?.header) },
    middleware: middleware.filter((one): one is Middleware => typeof one === "function"),
  };
  const exchange = new Exchange(behind, called, options as CallOptions);
  try {
    const observers = middleware.filter((one) => typeof one !== "function");
    const response = await pass(exchange, await compose(exchange, init), [...inUse, ...observers]);
    if (init.parseAs === "stream" && response.ok)
      return { data: handOver(response, exchange).body, response };
    const parseAs = init.parseAs === "json" || init.parseAs === "stream" ? undefined : init.parseAs;
    const { data, error } = await readAnswer(response, exchange, parseAs);
    if (!error) return { data, response };
    if (error instanceof ApiError) return { error: error.body, response };
    throw error;
  } catch (error) {
    exchange.end();
    throw exchange.named(error);
  }
}

/** Arguments written by our rules, where the caller brings no serialiser of its own. */
async function compose(exchange: Exchange, init: RawInit): Promise<Composed> {
  const { operation } = exchange;
  const { params = {}, bodySerializer } = init;
  const baseUrl = init.baseUrl === undefined ? exchange.baseUrl : checkBaseUrl(init.baseUrl);
  const cookie = definitionsFor(params.cookie, operation.cookie);
  const headers = composeHeaders(exchange, { ...operation, header: [], cookie }, { ...params.cookie });
  const [documented = "application/json"] = [operation.body ?? []].flat();
  const content = {
    ...operation,
    body: headers.get("content-type") ?? documented,
    writeBody: bodySerializer ? (body: unknown) => body as Sendable : (operation.writeBody ?? writeBody),
  };
  const body = await composeBody(exchange, content, { body: init.body }, headers);
  const values = new Map(Object.entries(params.path ?? {}));
  let fixed: string[] = [];
  return {
    pathSerializer() {
      const whole = fillPath(operation.path, ({ name }) => values.get(name), operation.pathStyles);
      const [filled = "", ...query] = whole.split("?");
      fixed = query;
      return baseUrl + filled;
    },
    querySerializer: (query: Arguments) =>
      [...fixed, ...writeParts(definitionsFor(query, operation.query), query)].join("&"),
    bodySerializer: () => body,
    ...init,
    baseUrl,
    body: init.body === undefined ? undefined : body,
    params: { ...params, path: params.path ?? {}, header: undefined },
    headers,
  };
}

/** Parameters by name on the wire, as their document says, or as openapi-fetch writes those it does not know. */
function definitionsFor(values: object = {}, known: OperationDefinition["query"]): ParameterDefinition[] {
  const documented = definitionsOf(known);
  return Object.entries(values).map(([name, value]) => {
    const unknown = Array.isArray(value) ? { name } : styled({ name, style: "deepObject" });
    return Object.assign({}, documented.find((one) => one.name === name) ?? unknown, { arg: name });
  });
}

/** Headers come in any form that `fetch` takes. */
function plain(headers: object = {}): HeaderOptions {
  const entries =
    Symbol.iterator in headers ? [...(headers as Iterable<[string, string]>)] : Object.entries(headers);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
