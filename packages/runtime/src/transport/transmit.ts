import type { Grant } from "../auth/credentials.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError, type TimeoutPhase } from "../errors/timeout-error.ts";
import type { Draft } from "./draft.ts";
import { discard, type Exchange } from "./exchange.ts";
import { runMiddleware } from "./middleware.ts";
import { redirectHeaders, redirectOf } from "./redirect.ts";

/** Sends a draft once: credentials on, through middleware, along redirects. */
export function transmit(
  exchange: Exchange,
  draft: Draft,
  signal: AbortSignal,
  refused?: Grant,
): Promise<Response> {
  const grant = exchange.grant(refused);
  const send = (granted: Grant): Promise<Response> =>
    transmitWith((exchange.granted = granted), exchange, draft, signal);
  return grant instanceof Promise ? grant.then(send) : send(grant);
}

function transmitWith(
  grant: Grant,
  exchange: Exchange,
  draft: Draft,
  signal: AbortSignal,
): Promise<Response> {
  const { engine, operationId, attempts: attempt, options } = exchange;
  const request = draft.authorized(grant);
  const { middleware = [], logger } = engine.options;
  const all = options.middleware ? [...middleware, ...options.middleware] : middleware;
  if (all.length === 0) return follow({ exchange, draft, grant, signal, body: draft.body }, request);
  return runMiddleware(all, request, { operationId, attempt, signal, logger }, async (sent) => {
    const { url, method, headers } = sent;
    const body = sent === request ? draft.body : sent.body && (await sent.clone().arrayBuffer());
    // What is sent is a copy, so that middleware can send the same request again.
    return follow({ exchange, draft, grant, signal, body }, draft.request(url, { method, headers, body }));
  });
}

/** What following a redirect takes. */
interface Journey {
  readonly exchange: Exchange;
  readonly draft: Draft;
  readonly grant: Grant;
  readonly signal: AbortSignal;
  readonly body: BodyInit | null;
}

/** The platform would take an `X-API-Key` along to another origin: redirects are ours to follow. */
async function follow({ exchange, draft, grant, signal, body }: Journey, first: Request): Promise<Response> {
  const fetch = exchange.setting("fetch") ?? globalThis.fetch;
  let request = first;
  let trusted = true;
  for (let followed = 0; ; followed += 1) {
    let response: Response;
    try {
      response = await fetch(request, { signal });
    } catch (cause) {
      throw cause instanceof KeysmithError ? cause : transportError(exchange, cause);
    }
    const redirect = redirectOf(request, response, exchange.setting("redirect"), followed);
    if (!redirect) return response;
    const keepsBody = redirect.sameOrigin && redirect.method === request.method;
    exchange.note =
      redirect.refused ?? (keepsBody && !draft.canResend ? "redirect of a streamed body" : undefined);
    if (exchange.note !== undefined) return response;
    discard(response);
    const { url, method, sameOrigin } = redirect;
    trusted &&= sameOrigin;
    if (trusted) keepQuery(url, grant);
    else dropSecrets(url, exchange);
    const headers = redirectHeaders(request.headers, sameOrigin, keepsBody);
    request = draft.request(url.href, { method, headers, body: keepsBody ? body : null });
  }
}

/** Where an origin keeps its credentials, those of the query stay too. */
function keepQuery({ searchParams }: URL, { query }: Grant): void {
  for (const [name, value] of query) if (!searchParams.has(name)) searchParams.append(name, value);
}

function dropSecrets({ searchParams }: URL, { engine }: Exchange): void {
  for (const name of new Set(searchParams.keys())) if (engine.redactor.hides(name)) searchParams.delete(name);
}

/** Limits of Node.js itself, by error code. */
const timeoutPhases: ReadonlyMap<unknown, TimeoutPhase> = new Map([
  ["ETIMEDOUT", "connect"],
  ["UND_ERR_CONNECT_TIMEOUT", "connect"],
  ["UND_ERR_HEADERS_TIMEOUT", "headers"],
]);

function transportError(exchange: Exchange, cause: unknown): KeysmithError {
  const code: unknown = Object(Object(cause).cause ?? cause).code;
  const message = exchange.message(typeof code === "string" ? `no answer (${code})` : "no answer");
  const facts = { ...exchange.origin, cause, attempts: exchange.attempts };
  const phase = timeoutPhases.get(code);
  return phase
    ? new TimeoutError(message, { ...facts, phase, timeoutMs: undefined })
    : new NetworkError(message, facts);
}
