import type { ApiDefinition, Method, OperationDefinition } from "../definition.ts";
import { writeIdempotencyKey } from "../call/start.ts";
import { ApiError } from "../errors/api-error.ts";
import { type ParseAs, readAnswer } from "../transport/answer.ts";
import { type Called, Exchange } from "../transport/exchange.ts";
import { handOver } from "../transport/hand-over.ts";
import type { Middleware } from "../transport/middleware.ts";
import {
  type Composed,
  type FetchMethods,
  type FetchMiddleware,
  Pipeline,
} from "../transport/openapi-fetch.ts";
import { writeBody } from "../wire/body.ts";
import { checkHeaders, type HeaderMap } from "../wire/header.ts";
import { fillPath } from "../wire/path.ts";
import { percent, writeParameter } from "../wire/parameter.ts";
import { styled } from "../wire/style.ts";
import { checkBaseUrl } from "./base-url.ts";
import { type Client, createApiClient, mergeOptions } from "./client.ts";
import { type Engine, engine } from "./engine.ts";
import type { ApiClientOptions, CallOptions, ClientOptions } from "./options.ts";

/** A {@link Client} that is an openapi-fetch client, too: `GET`, `POST`, `use`, `eject` and so on for `Paths`. */
export interface FetchClient<Paths extends {}, Name extends string, Options extends object = ClientOptions>
  extends Client<Name, Options>, FetchMethods<Paths> {}

/** Operation functions as methods: the client is no longer an argument. Comments and parameter names survive. */
export type OperationMethods<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends (
    client: never,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Makes a client with openapi-fetch's methods and one method per operation.
 *
 * @throws ConfigError as `createApiClient` does.
 */
export function createFetchClient<C extends Client<string, object>>(
  definition: ApiDefinition,
  options: ApiClientOptions,
  operations: object,
): C {
  const client = createApiClient<C>(definition, options);
  const behind = client[engine];
  const pipeline = new Pipeline();
  const change = (how: "use" | "eject", middleware: FetchMiddleware[]): void => {
    pipeline[how](...middleware);
    behind.observe = pipeline.registered.size > 0 ? pipeline.observe.bind(pipeline) : undefined;
  };
  const documented = new Map<string, OperationDefinition>(
    Object.values(operations).map(({ definition: one }) => [`${one.method} ${one.path}`, one]),
  );
  const request = (given: string, path: string, init?: RawInit): Promise<RawResult> => {
    const method = given.toUpperCase() as Method;
    return rawCall(behind, pipeline, documented.get(`${method} ${path}`) ?? { method, path }, init);
  };
  const withOptions = (changes: ApiClientOptions): C => {
    const derived = createFetchClient<C & FetchMethods<{}>>(
      definition,
      mergeOptions(options, changes),
      operations,
    );
    derived.use(...pipeline.registered);
    return derived;
  };
  return Object.assign(client, {
    request,
    ...Object.fromEntries(methods.map((method) => [method, request.bind(undefined, method)])),
    ...Object.fromEntries(
      Object.entries(operations).map(([name, call]) => [name, call.bind(undefined, client)]),
    ),
    use: (...middleware: FetchMiddleware[]) => change("use", middleware),
    eject: (...middleware: FetchMiddleware[]) => change("eject", middleware),
    withOptions,
  });
}

/** What openapi-fetch's methods take, as far as it matters here, and the options of a call. */
interface RawInit extends Omit<CallOptions, "middleware" | "headers"> {
  readonly baseUrl?: string;
  readonly params?: { readonly path?: object; readonly header?: object };
  readonly headers?: object;
  readonly body?: unknown;
  readonly bodySerializer?: unknown;
  readonly parseAs?: ParseAs | "json" | "stream";
  /** Our functions and openapi-fetch's objects. */
  readonly middleware?: readonly (Middleware | FetchMiddleware)[];
}

type RawResult = { data: unknown; response: Response } | { error: unknown; response: Response };

/**
 * A call by method and path, as openapi-fetch makes it, under the same policies as an operation.
 * An error status is returned as `error`; everything else that goes wrong throws.
 */
async function rawCall(
  behind: Engine,
  pipeline: Pipeline,
  called: Called,
  { middleware = [], ...init }: RawInit = {},
): Promise<RawResult> {
  const functions = middleware.filter((one): one is Middleware => typeof one === "function");
  const exchange = new Exchange(behind, called, { ...init, middleware: functions } as CallOptions);
  try {
    const composed = await compose(behind, called, init);
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
async function compose(behind: Engine, called: Called, init: RawInit): Promise<Composed> {
  const { params = {}, idempotencyKey, bodySerializer } = init;
  const baseUrl = init.baseUrl === undefined ? behind.baseUrl : checkBaseUrl(init.baseUrl);
  const headers: HeaderMap = new Map(behind.headers);
  if (called.accept !== undefined) headers.set("accept", called.accept);
  writeIdempotencyKey(called, idempotencyKey, headers);
  for (const some of [init.headers, params.header])
    for (const [name, value] of checkHeaders(isIterable(some) ? Object.fromEntries(some) : some))
      headers.set(name, value);
  const mediaType = headers.get("content-type") ?? "application/json";
  if (init.body !== undefined) headers.set("content-type", mediaType);
  const written = bodySerializer === undefined && init.body !== undefined;
  const body = written ? await writeBody(init.body, mediaType) : init.body;
  const values = new Map(Object.entries(params.path ?? {}));
  return {
    pathSerializer: (path: string) =>
      baseUrl + fillPath(path.slice(baseUrl.length), (name) => values.get(name)),
    querySerializer: writeQuery,
    bodySerializer: () => body,
    ...init,
    baseUrl,
    body,
    params: { ...params, path: params.path ?? {}, header: undefined },
    headers,
  };
}

function writeQuery(query: Record<string, unknown>): string {
  const parts = Object.entries(query).map(([name, value]) => {
    const parameter = Array.isArray(value) ? { name } : styled({ name, style: "deepObject" });
    return writeParameter(parameter, value, "form", percent);
  });
  return parts.filter(Boolean).join("&");
}

/** Headers come in any form that `fetch` takes. */
function isIterable(headers: object = {}): headers is Iterable<readonly [string, unknown]> {
  return Symbol.iterator in headers;
}
