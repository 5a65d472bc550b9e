import { ConfigError } from "../errors/config-error.ts";
import { Draft } from "./draft.ts";
import type { Exchange } from "./exchange.ts";
import { type FetchMiddleware, observe } from "./openapi-fetch.ts";

/** A request as an operation or a call by path writes it. */
export interface Composition {
  /** Template of the path, as the document has it. */
  readonly path: string;
  readonly method: string;
  readonly baseUrl: string;
  readonly url: string;
  /** The more urgent ones last; by lower-case name, `null` removes one. */
  readonly headers: readonly ReadonlyMap<string, string | null>[];
  readonly body: BodyInit | undefined;
  /** Parameters as openapi-fetch shows them to middleware. */
  readonly params: () => object;
  readonly parseAs?: string;
  /** Whatever else the caller set: `credentials`, `keepalive`, … */
  readonly init?: RequestInit;
  /** Of this call, after those of `use()`. */
  readonly middleware?: readonly FetchMiddleware[];
}

/**
 * Sends what was composed, through openapi-fetch's middleware where there is some.
 *
 * @throws ConfigError at once when the URL leads elsewhere.
 */
export function dispatch(
  exchange: Exchange,
  composition: Composition,
  send = (draft: Draft): Promise<Response> => exchange.send(draft),
): Promise<Response> {
  const { url, method, baseUrl, headers, body = null, init, path: schemaPath } = composition;
  const { engine } = exchange;
  checkUrl(url, baseUrl);
  const draft = new Draft(url, method, [engine.headers, ...headers], body, init);
  const middleware = composition.middleware?.length
    ? [...engine.middleware, ...composition.middleware]
    : engine.middleware;
  if (middleware.length === 0) return send(draft);
  const { parseAs = "json", params } = composition;
  const options = Object.freeze({
    baseUrl,
    parseAs,
    fetch: exchange.setting("fetch") ?? globalThis.fetch,
    // What there was to write has been written.
    pathSerializer: () => url,
    querySerializer: () => "",
    bodySerializer: () => body,
  });
  return observe(middleware, { schemaPath, params: params(), options }, draft, async (request) => {
    // Read once, so that every attempt can send it whole.
    const whole = request.body && (await request.arrayBuffer());
    const { credentials, keepalive } = request;
    const observed = new Map(request.headers);
    return send(new Draft(request.url, request.method, [observed], whole, { credentials, keepalive }));
  });
}

/** Whatever went into the URL of a call, it stays below the base URL. */
function checkUrl(url: string, baseUrl: string): void {
  const root = `${baseUrl}/`;
  // Nothing but these leads elsewhere; only they are worth the cost of parsing.
  const plain = url.startsWith(root) && !/[\\\s]|\/(?:\.|%2e)/i.test(url);
  if (!plain && !new URL(url).href.startsWith(root))
    throw new ConfigError(`the URL of a call must stay below ${baseUrl}`);
}
