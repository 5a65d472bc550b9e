import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { finishHeaders } from "../wire/header.ts";
import { addQuery } from "../wire/path.ts";
import { discard } from "./answer.ts";
import { type Draft, draftOf, requestOf } from "./draft.ts";
import type { Exchange } from "./exchange.ts";
import { redirectOf } from "./redirect.ts";

/** A draft with the credentials of its call on. */
export async function authorize(exchange: Exchange, draft: Draft): Promise<Draft> {
  exchange.granted = await exchange.engine.credentials.grant(exchange);
  const { headers: granted, query } = exchange.granted;
  const headers = new Map(draft.headers);
  for (const [name, value] of granted) {
    const cookies = name === "cookie" ? headers.get(name) : undefined;
    headers.set(name, cookies === undefined ? value : `${cookies}; ${value}`);
  }
  // A server may repeat them in the address of a next page.
  const missing = query.filter(([name]) => !new URL(draft.url).searchParams.has(name));
  const pairs = missing.map((pair) => pair.map(encodeURIComponent).join("="));
  return { ...draft, url: addQuery(draft.url, pairs), headers };
}

/** Sends a draft once: through middleware, along redirects. */
export async function attempt(exchange: Exchange, bare: Draft, signal: AbortSignal): Promise<Response> {
  const { engine, operation, options } = exchange;
  const draft = await authorize(exchange, bare);
  const middleware = [engine.options.middleware, options.middleware].flatMap((some) => some ?? []);
  if (middleware.length === 0) return follow(exchange, draft, signal);
  const request = requestOf(draft);
  const { logger } = engine.options;
  const context = { operationId: operation.id, attempt: exchange.attempts, signal, logger };
  const send = middleware.reduceRight<(sent: Request) => Promise<Response>>(
    (next, one) => async (sent) => one(sent, next, context),
    async (sent) => {
      // A form that is written again has another boundary than the headers name.
      const changed = { ...draft, headers: finishHeaders(new Map(sent.headers), draft.body) };
      return follow(exchange, sent === request ? changed : await draftOf(sent, draft.rest), signal);
    },
  );
  return send(request);
}

/** The platform would take an `X-API-Key` along to another origin: redirects are ours to follow. */
async function follow(exchange: Exchange, first: Draft, signal: AbortSignal): Promise<Response> {
  const fetch = exchange.setting("fetch");
  let draft = first;
  for (let followed = 0; ; followed += 1) {
    let response: Response;
    // Middleware, or what gives a credential, may have taken longer than there was time.
    signal.throwIfAborted();
    exchange.url = draft.url;
    try {
      response = await fetch(requestOf(draft), { signal });
    } catch (cause) {
      throw cause instanceof KeysmithError ? cause : transportError(exchange, cause);
    }
    const next = redirectOf(exchange, draft, response, followed);
    if (!next) return response;
    discard(response);
    draft = next;
  }
}

function transportError(exchange: Exchange, cause: unknown): KeysmithError {
  const { attempts } = exchange;
  const code = String(Object(Object(cause).cause ?? cause).code ?? "");
  const text = code ? `no answer (${code})` : "no answer";
  // Limits of Node.js itself.
  const phase = /ETIMEDOUT|CONNECT_TIMEOUT/.test(code)
    ? "connect"
    : /HEADERS_TIMEOUT/.test(code) && "headers";
  if (!phase) return exchange.error(NetworkError, text, { cause, attempts });
  return exchange.error(TimeoutError, text, { cause, attempts, phase, timeoutMs: undefined });
}
