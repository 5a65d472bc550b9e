/** The one module that knows openapi-fetch: its methods for a client, under the policies of the client's operations. */
import createOpenapiFetch, {
  type Client as FetchMethods,
  type Middleware as FetchMiddleware,
} from "openapi-fetch";

import type { ApiDefinition, Method } from "../definition.ts";
import { ApiError } from "../errors/api-error.ts";
import { type ParseAs, readAnswer } from "../transport/answer.ts";
import { draftOf } from "../transport/draft.ts";
import { type Called, Exchange, type Send } from "../transport/exchange.ts";
import { handOver } from "../transport/hand-over.ts";
import type { Middleware } from "../transport/middleware.ts";
import { writeBody } from "../wire/body.ts";
import { checkHeaders } from "../wire/header.ts";
import { fillPath } from "../wire/path.ts";
import { expand, percent } from "../wire/style.ts";
import { type Client, createApiClient, mergeOptions } from "./client.ts";
import { type Engine, engine } from "./engine.ts";
import type { ApiClientOptions, CallOptions, ClientOptions } from "./options.ts";
import { checkBaseUrl, checkUrl } from "./base-url.ts";

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
  const { registered, use, eject, pass } = createPipeline(client[engine]);
  const request = (method: string, path: string, init?: RawInit): Promise<RawResult> =>
    rawCall(client[engine], pass, { method: method.toUpperCase() as Method, path }, init);
  const calls = methods.map((method) => [method, request.bind(undefined, method)]);
  const bound = Object.entries(operations).map(([name, call]) => [name, call.bind(undefined, client)]);
  const withOptions = (changes: ApiClientOptions): C => {
    const derived = createFetchClient<C & FetchMethods<{}>>(
      definition,
      mergeOptions(options, changes),
      operations,
    );
    derived.use(...registered);
    return derived;
  };
  return Object.assign(
    client,
    { request, use, eject, withOptions },
    Object.fromEntries([...calls, ...bound]),
  );
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
async function rawCall(behind: Engine, pass: Pass, called: Called, init: RawInit = {}): Promise<RawResult> {
  const { params = {}, parseAs = "json", middleware = [], idempotencyKey } = init;
  const { headers: _, ...options } = init;
  const functions = middleware.filter((one): one is Middleware => typeof one === "function");
  const exchange = new Exchange(behind, called, { ...options, middleware: functions });
  exchange.parameters = () => params;
  try {
    const baseUrl = init.baseUrl === undefined ? behind.baseUrl : checkBaseUrl(init.baseUrl);
    const given = [{ "idempotency-key": idempotencyKey }, init.headers, params.header].map(checkHeaders);
    const headers = new Map([behind.headers, ...given].flatMap((some) => [...some]));
    const mediaType = headers.get("content-type") ?? "application/json";
    const body =
      init.bodySerializer || init.body === undefined ? init.body : await writeBody(init.body, mediaType);
    const values = new Map(Object.entries(params.path ?? {}));
    const plan = {
      pathSerializer: (template: string) =>
        baseUrl + fillPath(template.slice(baseUrl.length), (name) => values.get(name)),
      querySerializer: writeQuery,
      bodySerializer: () => body,
      ...init,
      baseUrl,
      body,
      params: { ...params, path: params.path ?? {}, header: undefined },
      headers: Object.fromEntries(headers),
      middleware: middleware.filter((one) => typeof one !== "function"),
    };
    const response = await pass(exchange, plan, (draft) => exchange.send(draft));
    if (parseAs === "stream" && response.ok) return { data: handOver(response, exchange).body, response };
    const as = parseAs === "json" || parseAs === "stream" ? undefined : parseAs;
    const { data, error } = await readAnswer(response, exchange, as);
    if (!error) return { data, response };
    if (error instanceof ApiError) return { error: error.body, response };
    throw error;
  } catch (error) {
    exchange.end();
    throw exchange.named(error);
  }
}

function writeQuery(query: Record<string, unknown>): string {
  const parts = Object.entries(query).map(([name, value]) =>
    expand(Array.isArray(value) ? { name } : { name, style: "deepObject" }, value, "form", percent),
  );
  return parts.filter(Boolean).join("&");
}

/** Has openapi-fetch make a request of its options and run its middleware. The answer's body is unread. */
type Pass = (exchange: Exchange, init: { readonly baseUrl: string }, send: Send) => Promise<Response>;

/** Stands in for an answer, so that openapi-fetch does not read it: how to read is ours to decide. */
class Unread extends Response {
  readonly answer: Response;

  constructor(answer: Response) {
    super(null, { status: 204 });
    this.answer = answer;
  }
}

interface Pipeline extends Pick<FetchMethods<{}>, "use" | "eject"> {
  /** Middleware in use. */
  readonly registered: ReadonlySet<FetchMiddleware>;
  readonly pass: Pass;
}

function createPipeline(behind: Engine): Pipeline {
  const client = createOpenapiFetch<{}>();
  // Typed for documents; what is called here is known only at run time.
  const request = client.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ response: Response; error: unknown }>;
  const registered = new Set<FetchMiddleware>();
  // Answers pass middleware last to first: registered first, this one sees what all others left.
  client.use({ onResponse: ({ response }) => new Unread(response) });

  const pass: Pass = async (exchange, init, send) => {
    const { method, path } = exchange.operation;
    const { response, error } = await request(method, path, {
      ...init,
      Request: requestBelow(init.baseUrl),
      fetch: async (made: Request) => send(await draftOf(made)),
      parseAs: "stream",
      // Every attempt has a signal of its own, and redirects are followed by us.
      signal: undefined,
      redirect: "manual",
    });
    if (response instanceof Unread) return response.answer;
    // Middleware answered by itself; if that is an error, openapi-fetch has read it.
    return response.bodyUsed ? new Response(JSON.stringify(error), response) : response;
  };

  const observe: Engine["observe"] = (exchange, { url, headers, body }, send) => {
    const init = {
      baseUrl: behind.baseUrl,
      params: exchange.parameters(),
      pathSerializer: () => url,
      querySerializer: () => "",
      body: body ?? undefined,
      bodySerializer: () => body,
      headers: Object.fromEntries(headers),
    };
    return pass(exchange, init, send);
  };

  const change = (method: "use" | "eject", middleware: FetchMiddleware[]): void => {
    client[method](...middleware);
    for (const one of middleware) registered[method === "use" ? "add" : "delete"](one);
    behind.observe = registered.size > 0 ? observe : undefined;
  };

  return {
    registered,
    pass,
    use: (...middleware) => change("use", middleware),
    eject: (...middleware) => change("eject", middleware),
  };
}

/** In the place of `Request`, for openapi-fetch: makes one, but none that leads elsewhere than below the base URL. */
function requestBelow(baseUrl: string): typeof Request {
  function make(url: string, init: { headers: Headers; body: unknown }): Request {
    // The platform names the boundary.
    if (init.body instanceof FormData) init.headers.delete("content-type");
    return new Request(checkUrl(url, baseUrl), { duplex: "half", ...init } as RequestInit);
  }
  // Middleware may return any request.
  make.prototype = Request.prototype;
  return make as unknown as typeof Request;
}
