import { checkUrl } from "../client/base-url.ts";
import type { Called, Exchange } from "../transport/exchange.ts";
import { idempotencyHeaders } from "../transport/retry.ts";
import { type Arguments, definitionsOf, writeContent, writeHeaders, writeTarget } from "../wire/arguments.ts";
import { checkHeader, checkHeaders, finishHeaders, type HeaderMap } from "../wire/header.ts";
import { Call } from "./call.ts";
import type { Sendable } from "../wire/sendable.ts";

/** Starts the call of an operation; `url` is where it goes when the server has named that. */
export function start(exchange: Exchange, args: Arguments, url?: string): Call<unknown> {
  return new Call(exchange, respond(exchange, args, url));
}

/** Composes the request of an operation, openapi-fetch's middleware included, and has it delivered. */
export async function respond(exchange: Exchange, args: Arguments, url?: string): Promise<Response> {
  try {
    const { engine, operation, baseUrl } = exchange;
    const target = checkUrl(url ?? baseUrl + writeTarget(operation, args), baseUrl);
    const headers = composeHeaders(exchange, operation, args);
    const body = await composeBody(exchange, operation, args, headers);
    const draft = { url: target, method: operation.method, headers: finishHeaders(headers, body), body };
    return await (engine.observe ? engine.observe(exchange, draft, args) : exchange.deliver(draft));
  } catch (error) {
    // What is wrong with arguments rejects the call, so that there is one place to catch.
    throw exchange.named(error);
  }
}

/** The client's headers, then the operation's, then the call's own. */
export function composeHeaders(exchange: Exchange, operation: Called, args: Arguments): HeaderMap {
  const { engine, options } = exchange;
  const headers: HeaderMap = new Map(engine.headers);
  writeHeaders(operation, args, headers);
  writeIdempotencyKey(exchange, headers);
  if (options.headers) for (const [name, value] of checkHeaders(options.headers)) headers.set(name, value);
  return headers;
}

/** The body of a request; in the time of an attempt, because a stream may stall. */
export function composeBody(
  exchange: Exchange,
  operation: Called,
  args: Arguments,
  headers: HeaderMap,
): Sendable | null | Promise<Sendable | null> {
  const content = writeContent(operation, args, headers);
  return content instanceof Promise ? exchange.within(() => content, exchange.setting("timeoutMs")) : content;
}

/** The caller's key, or one for all attempts of this call where the document declares the header. */
function writeIdempotencyKey({ operation, options }: Exchange, headers: HeaderMap): void {
  const { idempotencyKey: key } = options;
  const names = definitionsOf(operation.header).map(({ name }) => name.toLowerCase());
  const declared = names.find((name) => idempotencyHeaders.includes(name));
  if (key !== undefined) headers.set(declared ?? "idempotency-key", checkHeader("idempotency-key", key));
  else if (declared !== undefined && !headers.has(declared)) headers.set(declared, crypto.randomUUID());
}
