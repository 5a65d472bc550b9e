import { writeIdempotencyKey } from "../call/start.ts";
import type { OperationDefinition } from "../definition.ts";
import { ApiError } from "../errors/api-error.ts";
import { type ParseAs, readAnswer } from "../transport/answer.ts";
import { type Called, Exchange } from "../transport/exchange.ts";
import { handOver } from "../transport/hand-over.ts";
import type { Middleware } from "../transport/middleware.ts";
import type { Composed, FetchMiddleware, Pipeline } from "../transport/openapi-fetch.ts";
import { definitionsOf } from "../wire/arguments.ts";
import { writeBody } from "../wire/body.ts";
import { checkHeaders, type HeaderMap } from "../wire/header.ts";
import { percent, writeParameter } from "../wire/parameter.ts";
import { fillPath } from "../wire/path.ts";
import { styled } from "../wire/style.ts";
import { checkBaseUrl } from "./base-url.ts";
import { baseUrlOf, type Engine } from "./engine.ts";
import type { CallOptions } from "./options.ts";

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
 */
export async function rawCall(
  behind: Engine,
  pipeline: Pipeline,
  called: Called,
  { middleware = [], ...init }: RawInit = {},
): Promise<RawResult> {
  const functions = middleware.filter((one): one is Middleware => typeof one === "function");
  const exchange = new Exchange(behind, called, { ...init, middleware: functions } as CallOptions);
  try {
    const composed = await compose(exchange, init);
    const observers = middleware.filter((one) => typeof one !== "function");
    const response = await pipeline.pass(exchange, composed, observers);
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
  const { engine: behind, operation: called } = exchange;
  const { params = {}, idempotencyKey, bodySerializer } = init;
  const baseUrl = init.baseUrl === undefined ? baseUrlOf(behind, called) : checkBaseUrl(init.baseUrl);
  const headers: HeaderMap = new Map(behind.headers);
  if (called.accept !== undefined) headers.set("accept", called.accept);
  const cookies = writeParts(params.cookie, called.cookie).join("; ");
  if (cookies) headers.set("cookie", cookies);
  writeIdempotencyKey(called, idempotencyKey, headers);
  for (const some of [init.headers, params.header])
    for (const [name, value] of checkHeaders(isIterable(some) ? Object.fromEntries(some) : some))
      headers.set(name, value);
  const [documented = "application/json"] = [called.body ?? []].flat();
  const mediaType = headers.get("content-type") ?? documented;
  if (init.body !== undefined) headers.set("content-type", mediaType);
  const written = bodySerializer === undefined && init.body !== undefined;
  const write = async (): Promise<BodyInit> => writeBody(init.body, mediaType);
  const body = written ? await exchange.within(write, exchange.setting("timeoutMs")) : init.body;
  const values = new Map(Object.entries(params.path ?? {}));
  let fixed: string[] = [];
  return {
    pathSerializer: (path: string) => {
      const whole = fillPath(path.slice(baseUrl.length), (name) => values.get(name), called.pathStyles);
      const [filled = "", ...query] = whole.split("?");
      fixed = query;
      return baseUrl + filled;
    },
    querySerializer: (query: object) => [...fixed, ...writeParts(query, called.query)].join("&"),
    bodySerializer: () => body,
    ...init,
    baseUrl,
    body,
    params: { ...params, path: params.path ?? {}, header: undefined },
    headers,
  };
}

/** Parameters as their document says, or as openapi-fetch writes those it does not know. */
function writeParts(values: object = {}, known: OperationDefinition["query"]): string[] {
  const definitions = definitionsOf(known);
  const parts = Object.entries(values).map(([name, value]) => {
    const unknown = Array.isArray(value) ? { name } : styled({ name, style: "deepObject" });
    return writeParameter(definitions.find((one) => one.name === name) ?? unknown, value, "form", percent);
  });
  return parts.filter(Boolean);
}

/** Headers come in any form that `fetch` takes. */
function isIterable(headers: object = {}): headers is Iterable<readonly [string, unknown]> {
  return Symbol.iterator in headers;
}
