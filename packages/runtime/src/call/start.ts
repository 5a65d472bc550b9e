import type { Engine } from "../client/engine.ts";
import type { CallOptions } from "../client/options.ts";
import type { OperationDefinition } from "../definition.ts";
import type { Draft } from "../transport/draft.ts";
import { Exchange, idempotencyHeaders } from "../transport/exchange.ts";
import { type Arguments, paramsOf, writeArguments } from "../wire/arguments.ts";
import { bufferStreams } from "../wire/body.ts";
import { checkHeader, checkHeaders } from "../wire/header.ts";
import { Call } from "./call.ts";

/**
 * Starts a call. What is wrong with its arguments rejects the call rather than throwing, so there is one place to
 * catch.
 */
export function startCall(
  engine: Engine,
  operation: OperationDefinition,
  options: CallOptions,
  args: Arguments,
): Call<unknown> {
  const exchange = exchangeOf(engine, operation, options);
  return new Call(
    exchange,
    perform(exchange, operation, { args }, (draft) => exchange.send(draft)),
  );
}

export function exchangeOf(engine: Engine, operation: OperationDefinition, options: CallOptions): Exchange {
  return new Exchange(engine, `${operation.method} ${operation.path}`, options, operation);
}

/** What a call is made with: its arguments, and its URL when the server has named that. */
export interface Target {
  readonly args: Arguments;
  readonly url?: string;
}

/** Composes the request of an operation, openapi-fetch's middleware included, and has it sent. */
export async function perform(
  exchange: Exchange,
  operation: OperationDefinition,
  { args, url }: Target,
  send: (draft: Draft) => Promise<Response>,
): Promise<Response> {
  const { baseUrl, pipeline } = exchange.engine;
  const { method, path } = operation;
  const own = checkHeaders(exchange.options.headers);
  const buffered = bufferStreams(operation, args);
  const ready = buffered instanceof Promise ? await buffered : buffered;
  const { target, body, headers } = writeArguments(operation, ready, own.get("content-type"));
  writeIdempotencyKey(headers, operation, exchange.options.idempotencyKey);
  for (const [name, value] of own) headers.set(name, value);
  exchange.pathParameters = () => paramsOf(operation, args).path;
  const init = (observed: boolean) => ({
    baseUrl,
    params: observed ? paramsOf(operation, args) : { path: {} },
    pathSerializer: () => url ?? baseUrl + target,
    querySerializer: () => "",
    body,
    bodySerializer: () => body,
    headers: Object.fromEntries(headers),
  });
  return pipeline.exchange({ method, path, send, init });
}

/** The caller's key, or one for all attempts of this call where the document declares the header. */
function writeIdempotencyKey(
  headers: Map<string, string | null>,
  { header = [] }: OperationDefinition,
  key?: string,
): void {
  const names = header.map((parameter) =>
    (typeof parameter === "string" ? parameter : parameter.name).toLowerCase(),
  );
  const declared = names.find((name) => idempotencyHeaders.has(name));
  if (key !== undefined) headers.set(declared ?? "idempotency-key", checkHeader("idempotency-key", key));
  else if (declared !== undefined && !headers.has(declared)) headers.set(declared, crypto.randomUUID());
}
