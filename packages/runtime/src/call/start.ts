import { checkUrl } from "../client/base-url.ts";
import { baseUrlOf } from "../client/engine.ts";
import type { OperationDefinition } from "../definition.ts";
import type { Exchange } from "../transport/exchange.ts";
import { idempotencyHeaders } from "../transport/retry.ts";
import { type Arguments, writeContent, writeHeaders, writeTarget } from "../wire/arguments.ts";
import { checkHeader, checkHeaders, finishHeaders, type HeaderMap } from "../wire/header.ts";
import { Call } from "./call.ts";

/** Starts the call of an operation; `url` is where it goes when the server has named that. */
export function start(
  exchange: Exchange,
  operation: OperationDefinition,
  args: Arguments,
  url?: string,
): Call<unknown> {
  return new Call(exchange, respond(exchange, operation, args, url));
}

/** Composes the request of an operation, openapi-fetch's middleware included, and has it delivered. */
export async function respond(
  exchange: Exchange,
  operation: OperationDefinition,
  args: Arguments,
  url?: string,
): Promise<Response> {
  try {
    const { engine, options } = exchange;
    const baseUrl = baseUrlOf(engine, operation);
    const target = checkUrl(url ?? baseUrl + writeTarget(operation, args), baseUrl);
    // The client's, then the operation's, then the call's own.
    const headers: HeaderMap = new Map(engine.headers);
    writeHeaders(operation, args, headers);
    writeIdempotencyKey(operation, options.idempotencyKey, headers);
    if (options.headers) for (const [name, value] of checkHeaders(options.headers)) headers.set(name, value);
    const content = writeContent(operation, args, headers);
    // A stream may stall.
    const body =
      content instanceof Promise
        ? await exchange.within(() => content, exchange.setting("timeoutMs"))
        : content;
    const draft = { url: target, method: operation.method, headers: finishHeaders(headers, body), body };
    return await (engine.observe ? engine.observe(exchange, draft, args) : exchange.deliver(draft));
  } catch (error) {
    // What is wrong with arguments rejects the call, so that there is one place to catch.
    throw exchange.named(error);
  }
}

/** The caller's key, or one for all attempts of this call where the document declares the header. */
export function writeIdempotencyKey(
  { header = [] }: Pick<OperationDefinition, "header">,
  key: string | undefined,
  headers: HeaderMap,
): void {
  const names = header.map((one) => (typeof one === "string" ? one : one.name).toLowerCase());
  const declared = names.find((name) => idempotencyHeaders.includes(name));
  if (key !== undefined) headers.set(declared ?? "idempotency-key", checkHeader("idempotency-key", key));
  else if (declared !== undefined && !headers.has(declared)) headers.set(declared, crypto.randomUUID());
}
