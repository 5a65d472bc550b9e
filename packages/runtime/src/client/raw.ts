import type { ParameterDefinition } from "../definition.ts";
import { ApiError } from "../errors/api-error.ts";
import { handOver, type ParseAs, readAnswer } from "../transport/answer.ts";
import { type Composition, dispatch } from "../transport/dispatch.ts";
import { Exchange } from "../transport/exchange.ts";
import type { Middleware } from "../transport/middleware.ts";
import type { FetchMiddleware } from "../transport/openapi-fetch.ts";
import { writeBody } from "../wire/body.ts";
import { checkHeaders } from "../wire/header.ts";
import { fillPath } from "../wire/path.ts";
import { queryPart } from "../wire/style.ts";
import type { Engine } from "./engine.ts";
import type { CallOptions } from "./options.ts";
import { checkBaseUrl } from "./server.ts";

/** What openapi-fetch's methods take, as far as it matters here, and the options of a call. */
interface RawInit extends Omit<CallOptions, "middleware"> {
  readonly baseUrl?: string;
  readonly params?: { readonly path?: object; readonly query?: object; readonly header?: object };
  readonly body?: unknown;
  readonly pathSerializer?: (url: string, path: object) => string;
  readonly querySerializer?: ((query: object) => string) | QueryStyles;
  readonly bodySerializer?: (body: unknown, headers: Headers) => BodyInit;
  readonly parseAs?: ParseAs | "json" | "stream";
  /** Our functions and openapi-fetch's objects. */
  readonly middleware?: readonly (Middleware | FetchMiddleware)[];
}

interface QueryStyles {
  readonly array?: Pick<ParameterDefinition, "style" | "explode">;
  readonly object?: Pick<ParameterDefinition, "style" | "explode">;
  readonly allowReserved?: true;
}

type RawResult = { data: unknown; response: Response } | { error: unknown; response: Response };

/**
 * A call by method and path, as openapi-fetch makes it, under the same policies as an operation.
 * An error status is returned as `error`; everything else that goes wrong throws.
 */
export async function rawCall(
  engine: Engine,
  method: string,
  path: string,
  init: RawInit = {},
): Promise<RawResult> {
  const { params = {}, parseAs = "json", middleware = [] } = init;
  const functions = middleware.filter((one): one is Middleware => typeof one === "function");
  const exchange = new Exchange(engine, `${method} ${path}`, { ...init, middleware: functions });
  exchange.pathParameters = () => params.path ?? {};
  try {
    const response = await dispatch(exchange, compose(engine, method, path, init));
    if (parseAs === "stream" && response.ok) return { data: handOver(response, exchange).body, response };
    const { data, error } = await readAnswer(
      response,
      exchange,
      parseAs === "json" || parseAs === "stream" ? undefined : parseAs,
    );
    if (!error) return { data, response };
    if (error instanceof ApiError) return { error: error.body, response };
    throw error;
  } catch (error) {
    exchange.end();
    throw exchange.named(error);
  }
}

function compose(engine: Engine, method: string, path: string, init: RawInit): Composition {
  const { params = {}, middleware = [], parseAs = "json", bodySerializer = writeRawBody } = init;
  const baseUrl = init.baseUrl === undefined ? engine.baseUrl : checkBaseUrl(init.baseUrl);
  const given = new Map(Object.entries(params.path ?? {}));
  const url = init.pathSerializer
    ? init.pathSerializer(baseUrl + path, params.path ?? {})
    : baseUrl + fillPath(path, (name) => given.get(name));
  const query = writeQuery(params.query ?? {}, init.querySerializer);
  const headers = [
    checkHeaders({ "content-type": init.body === undefined ? undefined : "application/json" }),
    engine.headers,
    checkHeaders({ "idempotency-key": init.idempotencyKey }),
    checkHeaders(init.headers),
    checkHeaders(params.header),
  ];
  const type = headers.map((layer) => layer.get("content-type")).findLast((one) => one !== undefined);
  return {
    path,
    method,
    baseUrl,
    url: query ? `${url}?${query}` : url,
    headers,
    body:
      init.body === undefined
        ? undefined
        : bodySerializer(init.body, new Headers(type ? { "content-type": type } : {})),
    params: () => ({ ...params, path: params.path ?? {} }),
    parseAs,
    // Every attempt has a signal of its own.
    init: { ...init, signal: null, headers: [] } as RequestInit,
    middleware: middleware.filter((one) => typeof one !== "function"),
  };
}

function writeRawBody(body: unknown, headers: Headers): BodyInit {
  return writeBody(body, headers.get("content-type") ?? "application/json");
}

/** @param how openapi-fetch's `querySerializer`: a function, or styles for arrays and objects. */
function writeQuery(query: object, how: RawInit["querySerializer"] = {}): string {
  if (typeof how === "function") return how(query).replace(/^\?/, "");
  const { array, object, ...shared } = how;
  const parts = Object.entries(query).map(([name, value]) =>
    queryPart(
      Array.isArray(value)
        ? { name, ...shared, ...array }
        : { name, style: "deepObject", ...shared, ...object },
      value,
    ),
  );
  return parts.filter(Boolean).join("&");
}
