/** The one module that knows openapi-fetch: it makes the requests of `GET`, `POST`, …, and runs the middleware of `use()`. */
import createOpenapiFetch, {
  type Client as FetchMethods,
  type Middleware as FetchMiddleware,
} from "openapi-fetch";

import { checkUrl } from "../client/base-url.ts";
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

/** Middleware comes along with each call, so one client serves all. */
const client = /* @__PURE__ */ createOpenapiFetch<{}>();

/** Stands in for an answer, so that openapi-fetch does not read it: how to read is ours to decide. */
const unread = /* @__PURE__ */ new Response();

/** What a call says of its request that is not ours to decide. */
const passedOn = ["cache", "credentials", "integrity", "keepalive", "mode", "referrer", "referrerPolicy"];

/** @throws Error for what is no middleware, in openapi-fetch's words. */
export function checkMiddleware(middleware: readonly FetchMiddleware[]): void {
  createOpenapiFetch().use(...middleware);
}

/** Has openapi-fetch make a request and run middleware, the request delivered on its way. The answer is unread. */
export async function pass(
  exchange: Exchange,
  composed: Composed,
  middleware: readonly FetchMiddleware[],
): Promise<Response> {
  const { method, path } = exchange.operation;
  const given = passedOn.filter((name) => composed[name] !== undefined);
  const rest: RequestInit = Object.fromEntries(given.map((name) => [name, composed[name]]));

  const observed = middleware.length > 0;
  let answer: Response | undefined;

  /** In the place of `Request`. */
  function make(url: string, init: RequestInit): Request | Draft {
    const { body = null } = init;
    const draft = { url, method, headers: finishHeaders(composed.headers, body), body, rest };
    // Nobody but middleware needs a request before the first attempt.
    return observed ? requestOf(draft) : draft;
  }
  // Middleware may return any request.
  make.prototype = Request.prototype;

  const fetch = async (made: Request | Draft): Promise<Response> => {
    // Credentials are put on from here on.
    checkUrl(made.url, composed.baseUrl);
    if (made instanceof Request) return exchange.deliver(await draftOf(made, rest));
    answer = await exchange.deliver(made);
    return unread;
  };

  /** Answers pass middleware last to first: this one comes first, so that it sees what all others left. */
  const outermost: FetchMiddleware = {
    onResponse({ response }) {
      answer = response;
      return unread;
    },
  };

  const init = {
    ...composed,
    headers: {},
    Request: make,
    fetch,
    middleware: observed ? [outermost, ...middleware] : [],
    parseAs: "stream",
    // Every attempt has a signal of its own, and redirects are followed by us.
    signal: undefined,
    redirect: "manual",
  };
  // Typed for documents; what is called here is known only at run time.
  const run = () => client.request(method.toLowerCase() as never, path as never, init as never);
  // A hook has no time limit of its own, only what is left of the call's.
  const { response, error } = await (observed ? exchange.within(run) : run());
  if (answer) return answer;
  // Middleware answered by itself; if that is an error, openapi-fetch has read it.
  const read = typeof error === "string" ? error : JSON.stringify(error);
  return response.bodyUsed ? new Response(read, response) : response;
}

/** Takes the request of an operation through middleware. */
export function observe(
  exchange: Exchange,
  { url, headers, body }: Draft,
  args: Arguments,
  middleware: readonly FetchMiddleware[],
): Promise<Response> {
  const composed = {
    baseUrl: exchange.baseUrl,
    headers: new Map(headers),
    params: parametersOf(exchange.operation, args),
    pathSerializer: () => url,
    querySerializer: () => "",
    body: body ?? undefined,
    bodySerializer: () => body,
  };
  return pass(exchange, composed, middleware);
}
