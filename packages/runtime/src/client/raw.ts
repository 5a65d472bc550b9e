import { ApiError } from "../errors/api-error.ts";
import { type ParseAs, readAnswer } from "../transport/answer.ts";
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
  readonly params?: { readonly path?: Record<string, unknown>; readonly header?: object };
  readonly parseAs?: ParseAs | "json" | "stream";
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
  const exchange = new Exchange(engine, `${method} ${path}`, { ...init, middleware: functions });
  exchange.pathParameters = () => params.path ?? {};
  try {
    const baseUrl = init.baseUrl === undefined ? engine.baseUrl : checkBaseUrl(init.baseUrl);
    const valueOf = (name: string): unknown =>
      Object.hasOwn(params.path ?? {}, name) ? params.path?.[name] : undefined;
    const key = checkHeaders({ "idempotency-key": idempotencyKey });
    const options = {
      pathSerializer: (template: string) => baseUrl + fillPath(template.slice(baseUrl.length), valueOf),
      ...init,
      baseUrl,
      params: { ...params, path: params.path ?? {}, header: undefined },
      headers: Object.fromEntries([...key, ...checkHeaders(init.headers), ...checkHeaders(params.header)]),
      // Every attempt has a signal of its own, and redirects are followed by us.
      signal: undefined,
      redirect: "manual",
    };
    const observers = middleware.filter((one) => typeof one !== "function");
    const send = exchange.send.bind(exchange);
    const response = await engine.pipeline.exchange({ method, path, send, init: () => options }, observers);
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
