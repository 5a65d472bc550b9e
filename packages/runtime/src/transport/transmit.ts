import type { Grant } from "../auth/credentials.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError, type TimeoutPhase } from "../errors/timeout-error.ts";
import { discard } from "./discard.ts";
import type { Draft } from "./draft.ts";
import type { Exchange } from "./exchange.ts";
import { runMiddleware } from "./middleware.ts";
import { redirectHeaders, redirectOf } from "./redirect.ts";

/** Sends a draft once: credentials on, through middleware, along redirects. */
export async function transmit(
  exchange: Exchange,
  draft: Draft,
  signal: AbortSignal,
  refused?: Grant,
): Promise<Response> {
  const { engine, operationId, attempts: attempt, options } = exchange;
  const grant = await exchange.grant(refused);
  const request = draft.authorized(grant);
  const own = engine.options.middleware ?? [];
  const middleware = options.middleware ? [...own, ...options.middleware] : own;
  if (middleware.length === 0) return follow(exchange, { draft, grant, signal, body: draft.body }, request);
  const context = { operationId, attempt, signal, logger: engine.options.logger };
  return runMiddleware(middleware, request, context, async (sent) => {
    const { url, method, headers } = sent;
    const body = sent === request ? draft.body : sent.body && (await sent.clone().arrayBuffer());
    // What is sent is a copy, so that middleware can send the same request again.
    return follow(exchange, { draft, grant, signal, body }, draft.request(url, { method, headers, body }));
  });
}

/** What a redirect needs to know of the request it redirects. */
interface Origin {
  readonly draft: Draft;
  readonly grant: Grant;
  readonly signal: AbortSignal;
  readonly body: BodyInit | null;
}

/** The platform would take an `X-API-Key` along to another origin: redirects are ours to follow. */
async function follow(
  exchange: Exchange,
  { draft, grant, signal, body }: Origin,
  first: Request,
): Promise<Response> {
  const policy = exchange.setting("redirect") ?? "same-origin";
  const fetch = exchange.setting("fetch") ?? globalThis.fetch;
  let request = first;
  let trusted = true;
  for (let followed = 0; ; followed += 1) {
    let response: Response;
    try {
      response = await fetch(request, { signal });
    } catch (cause) {
      throw transportError(exchange, cause);
    }
    const redirect = redirectOf(request, response, policy, followed);
    if (!redirect) return response;
    const keepsBody =
      redirect.refused === undefined && redirect.sameOrigin && redirect.method === request.method;
    if (redirect.refused !== undefined || (keepsBody && !draft.canResend)) {
      exchange.note = redirect.refused ?? "redirect of a streamed body";
      return response;
    }
    discard(response);
    const { url, method, sameOrigin } = redirect;
    trusted &&= sameOrigin;
    if (trusted) keepQuery(url, grant);
    else dropSecrets(url, exchange);
    const headers = redirectHeaders(request.headers, { sameOrigin, keepsBody });
    request = draft.request(url.href, { method, headers, body: keepsBody ? body : null });
  }
}

/** Where an origin keeps its credentials, those of the query stay too. */
function keepQuery({ searchParams }: URL, { query }: Grant): void {
  for (const [name, value] of query) if (!searchParams.has(name)) searchParams.append(name, value);
}

function dropSecrets({ searchParams }: URL, { engine }: Exchange): void {
  for (const name of new Set(searchParams.keys()))
    if (engine.redactor.names.has(name.toLowerCase())) searchParams.delete(name);
}

function transportError(exchange: Exchange, cause: unknown): KeysmithError {
  if (cause instanceof KeysmithError) return cause;
  const { origin, attempts } = exchange;
  const code = codeOf(cause);
  const phase = timeoutPhases.get(code ?? "");
  const message = exchange.message(
    `no ${phase ? "connection or headers in time" : "answer"}${code ? ` (${code})` : ""}`,
  );
  if (phase) return new TimeoutError(message, { ...origin, cause, phase, timeoutMs: undefined, attempts });
  return new NetworkError(message, { ...origin, cause, attempts });
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
