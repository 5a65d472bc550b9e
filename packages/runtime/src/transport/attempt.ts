import type { Grant } from "../auth/credentials.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError, type TimeoutPhase } from "../errors/timeout-error.ts";
import { type Draft, draftOf, requestOf } from "./draft.ts";
import { discard, type Exchange } from "./exchange.ts";
import { runMiddleware } from "./middleware.ts";
import { redirectOf } from "./redirect.ts";

/** A draft with credentials on. */
export function authorize(draft: Draft, { headers: granted, query }: Grant): Draft {
  const headers = new Map(draft.headers);
  for (const [name, value] of granted) {
    const cookies = name === "cookie" ? headers.get(name) : undefined;
    headers.set(name, cookies === undefined ? value : `${cookies}; ${value}`);
  }
  const pairs = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  const url = pairs ? `${draft.url}${draft.url.includes("?") ? "&" : "?"}${pairs}` : draft.url;
  return { ...draft, url, headers };
}

/** Sends a draft once: through middleware, along redirects. */
export function attempt(exchange: Exchange, draft: Draft, signal: AbortSignal): Promise<Response> {
  const { engine, operation, attempts, options } = exchange;
  const { middleware = [], logger } = engine.options;
  const all = options.middleware ? [...middleware, ...options.middleware] : middleware;
  if (all.length === 0) return follow(exchange, draft, signal);
  const request = requestOf(draft);
  const context = { operationId: operation.id, attempt: attempts, signal, logger };
  return runMiddleware(all, request, context, async (sent) => {
    if (sent !== request) return follow(exchange, await draftOf(sent), signal);
    const headers = new Map(sent.headers);
    // A form that is written again has another boundary than these headers name.
    if (draft.body instanceof FormData) headers.delete("content-type");
    return follow(exchange, { ...draft, headers }, signal);
  });
}

/** The platform would take an `X-API-Key` along to another origin: redirects are ours to follow. */
async function follow(exchange: Exchange, first: Draft, signal: AbortSignal): Promise<Response> {
  const fetch = exchange.setting("fetch") ?? globalThis.fetch;
  let draft = first;
  let trusted = true;
  for (let followed = 0; ; followed += 1) {
    let response: Response;
    try {
      response = await fetch(requestOf(draft), { signal });
    } catch (cause) {
      throw cause instanceof KeysmithError ? cause : transportError(exchange, cause);
    }
    const next = redirectOf(draft, response, exchange.setting("redirect"), followed);
    if (next === undefined) return response;
    if (typeof next === "string") {
      exchange.note = next;
      return response;
    }
    discard(response);
    const url = new URL(next.url);
    trusted &&= url.origin === new URL(draft.url).origin;
    carryQuery(exchange, url, trusted);
    draft = { ...next, url: url.href };
  }
}

/** Where an origin keeps its credentials, those of the query stay too; another one gets nothing that is secret. */
function carryQuery({ engine, granted }: Exchange, { searchParams }: URL, trusted: boolean): void {
  for (const [name, value] of trusted ? granted.query : []) {
    if (!searchParams.has(name)) searchParams.append(name, value);
  }
  for (const name of trusted ? [] : new Set(searchParams.keys())) {
    if (engine.redactor.hides(name)) searchParams.delete(name);
  }
}

/** Limits of Node.js itself, by error code. */
const timeoutPhases: { readonly [code: string]: TimeoutPhase } = {
  ETIMEDOUT: "connect",
  UND_ERR_CONNECT_TIMEOUT: "connect",
  UND_ERR_HEADERS_TIMEOUT: "headers",
};

function transportError(exchange: Exchange, cause: unknown): KeysmithError {
  const { attempts } = exchange;
  const code: unknown = Object(Object(cause).cause ?? cause).code;
  if (typeof code !== "string") return exchange.error(NetworkError, "no answer", { cause, attempts });
  const text = `no answer (${code})`;
  const phase = Object.hasOwn(timeoutPhases, code) ? timeoutPhases[code] : undefined;
  return phase
    ? exchange.error(TimeoutError, text, { cause, attempts, phase, timeoutMs: undefined })
    : exchange.error(NetworkError, text, { cause, attempts });
}
