import type { Grant } from "../auth/credentials.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError, type TimeoutPhase } from "../errors/timeout-error.ts";
import { discard } from "./discard.ts";
import type { Exchange } from "./exchange.ts";
import { runMiddleware } from "./middleware.ts";
import type { Draft } from "./openapi-fetch.ts";
import { redirectHeaders, redirectOf } from "./redirect.ts";

type Compose = (url: string, method: string, headers: Headers, body: BodyInit | null) => Request;

/** Sends a draft once: credentials on, through middleware, along redirects. */
export function transmit(
  exchange: Exchange,
  draft: Draft,
  grant: Grant,
  signal: AbortSignal,
): Promise<Response> {
  const compose = composer(draft, signal);
  const { engine, operationId, attempts: attempt, options } = exchange;
  const request = authorized(draft, grant, compose);
  const middleware = [...(engine.options.middleware ?? []), ...(options.middleware ?? [])];
  if (middleware.length === 0) return follow(exchange, request, draft.body, grant, compose);
  const context = { operationId, attempt, signal, logger: engine.options.logger };
  return runMiddleware(middleware, request, context, async (sent) => {
    // What is sent is a copy, so that middleware can send the same request again.
    const body = sent === request ? draft.body : sent.body && (await sent.clone().arrayBuffer());
    return follow(exchange, compose(sent.url, sent.method, sent.headers, body), body, grant, compose);
  });
}

/** Makes requests that differ from the draft in what is said, and are never redirected by the platform. */
export function composer({ init }: Draft, signal?: AbortSignal): Compose {
  return (url, method, headers, body) => {
    const streams = body instanceof ReadableStream && { duplex: "half" };
    return new Request(url, {
      ...init,
      method,
      headers,
      body,
      redirect: "manual",
      signal: signal ?? null,
      ...streams,
    });
  };
}

/** The request of a draft with credentials on. */
export function authorized(draft: Draft, grant: Grant, compose: Compose): Request {
  const headers = new Headers(draft.headers);
  for (const [name, value] of grant.headers) {
    const cookies = name === "cookie" ? headers.get(name) : null;
    headers.set(name, cookies === null ? value : `${cookies}; ${value}`);
  }
  const query = grant.query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  const url = query ? `${draft.url}${draft.url.includes("?") ? "&" : "?"}${query}` : draft.url;
  return compose(url, draft.method, headers, draft.body);
}

/** A consumed stream cannot be sent again. */
export function canResend(body: BodyInit | null): boolean {
  return !(body instanceof ReadableStream);
}

/** The platform would take an `X-API-Key` along to another origin: redirects are ours to follow. */
async function follow(
  exchange: Exchange,
  first: Request,
  body: BodyInit | null,
  grant: Grant,
  compose: Compose,
): Promise<Response> {
  const policy = exchange.setting("redirect") ?? "same-origin";
  let request = first;
  let trusted = true;
  for (let followed = 0; ; followed += 1) {
    const response = await send(exchange, request);
    const redirect = redirectOf(request, response, policy, followed);
    if (!redirect) return response;
    const keepsBody =
      redirect.refused === undefined && redirect.sameOrigin && redirect.method === request.method;
    if (redirect.refused !== undefined || (keepsBody && !canResend(body))) {
      exchange.note = redirect.refused ?? "redirect of a streamed body";
      return response;
    }
    discard(response);
    const { url, method, sameOrigin } = redirect;
    trusted &&= sameOrigin;
    for (const [name, value] of grant.query) {
      if (!trusted) url.searchParams.delete(name);
      else if (!url.searchParams.has(name)) url.searchParams.append(name, value);
    }
    request = compose(
      url.href,
      method,
      redirectHeaders(request.headers, { sameOrigin, keepsBody }),
      keepsBody ? body : null,
    );
  }
}

async function send(exchange: Exchange, request: Request): Promise<Response> {
  const { origin, attempts } = exchange;
  const fetch = exchange.setting("fetch") ?? globalThis.fetch;
  try {
    const response = await fetch(request);
    if (response.type !== "opaqueredirect") return response;
  } catch (cause) {
    if (cause instanceof KeysmithError) throw cause;
    const code = codeOf(cause);
    const phase = timeoutPhases.get(code ?? "");
    const message = exchange.message(
      `no ${phase ? "connection or headers in time" : "answer"}${code ? ` (${code})` : ""}`,
    );
    if (phase) throw new TimeoutError(message, { ...origin, cause, phase, timeoutMs: undefined, attempts });
    throw new NetworkError(message, { ...origin, cause, attempts });
  }
  throw new NetworkError(exchange.message("redirected, and this platform does not say where to"), {
    ...origin,
    attempts,
  });
}

/** Limits of Node.js itself, by error code. */
const timeoutPhases: ReadonlyMap<string, TimeoutPhase> = new Map([
  ["ETIMEDOUT", "connect"],
  ["UND_ERR_CONNECT_TIMEOUT", "connect"],
  ["UND_ERR_HEADERS_TIMEOUT", "headers"],
]);

function codeOf(error: unknown): string | undefined {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined ? undefined : codeOf(cause);
}
