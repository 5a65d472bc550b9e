import type { OperationDefinition } from "../definition.ts";
import type { Exchange, Send } from "../transport/exchange.ts";
import { idempotencyHeaders } from "../transport/retry.ts";
import { type Arguments, parametersOf, writeContent, writeHeaders, writeTarget } from "../wire/arguments.ts";
import { checkHeader, checkHeaders } from "../wire/header.ts";
import { checkUrl } from "../client/base-url.ts";
import { Call } from "./call.ts";

/**
 * Starts a call. What is wrong with its arguments rejects the call rather than throwing, so there is one place to
 * catch.
 */
export function start(
  exchange: Exchange,
  operation: OperationDefinition,
  args: Arguments,
  way?: Way,
): Call<unknown> {
  return new Call(exchange, respond(exchange, operation, args, way));
}

interface Way {
  /** Where the call goes, when the server has named that. */
  readonly url?: string | undefined;
  /** Sends what was composed, instead of the exchange. */
  readonly send?: Send;
}

/** Composes the request of an operation, openapi-fetch's middleware included, and has it sent. */
export async function respond(
  exchange: Exchange,
  operation: OperationDefinition,
  args: Arguments,
  { url, send = (draft) => exchange.send(draft) }: Way = {},
): Promise<Response> {
  const { engine, options } = exchange;
  exchange.parameters = () => parametersOf(operation, args);
  const target = checkUrl(url ?? engine.baseUrl + writeTarget(operation, args), engine.baseUrl);
  // The client's, then the operation's, then the call's own.
  const headers = new Map([...engine.headers, ...writeHeaders(operation, args)]);
  writeIdempotencyKey(headers, operation, options.idempotencyKey);
  if (options.headers) for (const [name, value] of checkHeaders(options.headers)) headers.set(name, value);
  const content = writeContent(operation, args, headers);
  const body = content instanceof Promise ? await content : content;
  // The platform names the boundary.
  if (body instanceof FormData) headers.delete("content-type");
  for (const [name, value] of headers) if (value === null) headers.delete(name);
  const draft = { url: target, method: operation.method, headers: headers as Map<string, string>, body };
  return engine.observe ? engine.observe(exchange, draft, send) : send(draft);
}

/** The caller's key, or one for all attempts of this call where the document declares the header. */
function writeIdempotencyKey(
  headers: Map<string, string | null>,
  { header = [] }: OperationDefinition,
  key?: string,
): void {
  const names = header.map((one) => (typeof one === "string" ? one : one.name).toLowerCase());
  const declared = names.find((name) => idempotencyHeaders.includes(name));
  if (key !== undefined) headers.set(declared ?? "idempotency-key", checkHeader("idempotency-key", key));
  else if (declared !== undefined && !headers.has(declared)) headers.set(declared, crypto.randomUUID());
}
