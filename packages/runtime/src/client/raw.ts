import { ApiError } from "../errors/api-error.ts";
import { readAnswer } from "../transport/answer.ts";
import { Exchange } from "../transport/exchange.ts";
import { handOver } from "../transport/hand-over.ts";
import type { Middleware } from "../transport/middleware.ts";
import { checkHeaders } from "../wire/header.ts";
import { fillPath } from "../wire/path.ts";
import type { Engine } from "./engine.ts";
import type { CallOptions } from "./options.ts";
import { checkBaseUrl } from "./server.ts";

/** What openapi-fetch's methods take, as far as it matters here, and the options of a call. */
interface RawInit extends Omit<CallOptions, "middleware"> {
  readonly baseUrl?: string;
  readonly params?: { readonly path?: Record<string, unknown> };
  readonly parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream";
  /** Our functions and openapi-fetch's objects. */
  readonly middleware?: readonly (Middleware | object)[];
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
  const { params = {}, parseAs = "json", middleware = [], idempotencyKey } = init;
  const functions = middleware.filter((one): one is Middleware => typeof one === "function");
  const observers = middleware.filter((one) => typeof one !== "function");
  const exchange = new Exchange(engine, `${method} ${path}`, { ...init, middleware: functions });
  exchange.pathParameters = () => params.path ?? {};
  try {
    const response = await compose();
    if (parseAs === "stream" && response.ok) return { data: handOver(response, exchange).body, response };
    const answer = await readAnswer(
      response,
      exchange,
      parseAs === "json" || parseAs === "stream" ? undefined : parseAs,
    );
    if (!answer.error) return { data: answer.data, response };
    if (answer.error instanceof ApiError) return { error: answer.error.body, response };
    throw answer.error;
  } catch (error) {
    exchange.end();
    throw error;
  }

  function compose(): Promise<Response> {
    const baseUrl = init.baseUrl === undefined ? engine.baseUrl : checkBaseUrl(init.baseUrl);
    const pathSerializer = (template: string, values: Record<string, unknown>): string =>
      baseUrl +
      fillPath(template.slice(baseUrl.length), (name) =>
        Object.hasOwn(values, name) ? values[name] : undefined,
      );
    const key = idempotencyKey !== undefined && { "idempotency-key": idempotencyKey };
    const changes = {
      baseUrl,
      params: { ...params, path: params.path ?? {} },
      headers: Object.fromEntries(checkHeaders({ ...key, ...init.headers })),
      // Every attempt has a signal of its own.
      signal: undefined,
    };
    const options = { pathSerializer, ...init, ...changes };
    const send = exchange.send.bind(exchange);
    return engine.pipeline.exchange({ baseUrl, method, path, send, init: () => options }, observers);
  }
}
