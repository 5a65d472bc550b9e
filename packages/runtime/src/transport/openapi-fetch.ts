/** The one module that knows openapi-fetch: it makes the requests of `GET`, `POST`, …, and runs the middleware of `use()`. */
import createOpenapiFetch, {
  type Client as FetchMethods,
  type Middleware as FetchMiddleware,
} from "openapi-fetch";

import { checkUrl } from "../client/base-url.ts";
import { baseUrlOf } from "../client/engine.ts";
import { type Draft, draftOf, requestOf } from "./draft.ts";
import { type Arguments, parametersOf } from "../wire/arguments.ts";
import { finishHeaders, type HeaderMap } from "../wire/header.ts";
import type { Exchange } from "./exchange.ts";

export type { FetchMethods, FetchMiddleware };

/** What openapi-fetch gets to make a request from. */
export interface Composed {
  readonly baseUrl: string;
  readonly headers: HeaderMap;
  readonly [option: string]: unknown;
}

/** Answers by what stood in for them, so that openapi-fetch did not read them: how to read is ours to decide. */
const unread = /* @__PURE__ */ new WeakMap<Response, Response>();

/** Answers pass middleware last to first: this one comes first, so that it sees what all others left. */
const outermost: FetchMiddleware = {
  onResponse({ response }) {
    const standIn = new Response();
    unread.set(standIn, response);
    return standIn;
  },
};

/** The way of requests through openapi-fetch, for one client. */
export class Pipeline {
  /** Middleware in use. */
  readonly registered = new Set<FetchMiddleware>();
  #observes = false;
  readonly #client = createOpenapiFetch<{}>();
  readonly #unread = new Response();

  /**
   * Has openapi-fetch make a request and run middleware, the request delivered on its way. The answer is unread.
   *
   * @param own middleware of this call.
   */
  async pass(exchange: Exchange, init: Composed, own: readonly FetchMiddleware[] = []): Promise<Response> {
    const observed = this.registered.size + own.length > 0;
    if (!observed) return this.#pass(exchange, init, own, observed);
    // A hook has no time limit of its own, only what is left of the call's.
    return exchange.within(() => this.#pass(exchange, init, own, observed));
  }

  async #pass(
    exchange: Exchange,
    init: Composed,
    own: readonly FetchMiddleware[],
    observed: boolean,
  ): Promise<Response> {
    const { method, path } = exchange.operation;
    let answer: Response | undefined;
    const fetch = async (made: Request | Draft): Promise<Response> => {
      if (made instanceof Request) {
        // Credentials are put on from here on.
        checkUrl(made.url, init.baseUrl);
        return exchange.deliver(await draftOf(made, restOf(init)));
      }
      answer = await exchange.deliver(made);
      return this.#unread;
    };
    // Typed for documents; what is called here is known only at run time.
    const { response, error } = await this.#client.request(
      method.toLowerCase() as never,
      path as never,
      {
        ...init,
        headers: {},
        Request: makerBelow(init, observed),
        fetch,
        middleware: this.#observes || own.length === 0 ? own : [outermost, ...own],
        parseAs: "stream",
        // Every attempt has a signal of its own, and redirects are followed by us.
        signal: undefined,
        redirect: "manual",
      } as never,
    );
    answer ??= unread.get(response);
    if (answer) return answer;
    // Middleware answered by itself; if that is an error, openapi-fetch has read it.
    const read = typeof error === "string" ? error : JSON.stringify(error);
    return response.bodyUsed ? new Response(read, response) : response;
  }

  use(...middleware: FetchMiddleware[]): void {
    if (!this.#observes) this.#client.use(outermost);
    this.#observes = true;
    for (const one of middleware) {
      if (!this.registered.has(one)) this.#client.use(one);
      this.registered.add(one);
    }
  }

  eject(...middleware: FetchMiddleware[]): void {
    this.#client.eject(...middleware);
    for (const one of middleware) this.registered.delete(one);
  }

  /** Takes the request of an operation through the middleware in use. */
  observe(exchange: Exchange, { url, headers, body }: Draft, args: Arguments): Promise<Response> {
    return this.pass(exchange, {
      baseUrl: baseUrlOf(exchange.engine, exchange.operation),
      headers: new Map(headers),
      params: parametersOf(exchange.operation, args),
      pathSerializer: () => url,
      querySerializer: () => "",
      body: body ?? undefined,
      bodySerializer: () => body,
    });
  }
}

/** In the place of `Request`, for openapi-fetch: nothing it makes leads elsewhere than below the base URL. */
function makerBelow(composed: Composed, observed: boolean): unknown {
  const { baseUrl, headers } = composed;
  function make(url: string, init: RequestInit): Request | Draft {
    const { method = "", body = null } = init;
    const rest = restOf(composed);
    const draft = { url: checkUrl(url, baseUrl), method, headers: finishHeaders(headers, body), body, rest };
    // Nobody but middleware needs a request before the first attempt.
    return observed ? requestOf(draft) : draft;
  }
  // Middleware may return any request.
  make.prototype = Request.prototype;
  return make;
}

const passedOn = ["cache", "credentials", "integrity", "keepalive", "mode", "referrer", "referrerPolicy"];

/** What a call says of its request that is not ours to decide. */
function restOf(init: Composed): RequestInit | undefined {
  const given = passedOn.filter((name) => init[name] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given.map((name) => [name, init[name]]));
}
