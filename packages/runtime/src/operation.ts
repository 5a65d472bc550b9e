import { Call } from "./call/call.ts";
import { type Engine, engine } from "./client/engine.ts";
import type { CallOptions } from "./client/options.ts";
import type { OperationDefinition } from "./definition.ts";
import { ConfigError } from "./errors/config-error.ts";
import { dispatch } from "./transport/dispatch.ts";
import type { Draft } from "./transport/draft.ts";
import { Exchange, idempotencyHeaders } from "./transport/exchange.ts";
import { type Arguments, paramsOf, writeArguments } from "./wire/arguments.ts";
import { bufferStreams } from "./wire/body.ts";
import { checkHeader, checkHeaders } from "./wire/header.ts";

/** A function that calls an operation: `(client, args, options?)`, or `(client, options?)` when it takes no arguments. */
export type OperationFunction = (client: never, ...rest: never[]) => unknown;

/**
 * Makes the function of one operation from its data. The type says what the data cannot: arguments, result and error
 * bodies.
 *
 * @example
 * export const deleteKey = operation<(client: AcmeClient, args: DeleteKeyArgs, options?: CallOptions) => ApiCall<void>>({
 *   id: "deleteKey", method: "DELETE", path: "/keys/{id}",
 * });
 */
export function operation<F extends OperationFunction>(
  definition: OperationDefinition,
): F & { readonly definition: OperationDefinition } {
  return define(definition, (behind, options, args) => startCall(behind, definition, options, args));
}

/** A function that carries its definition, from what starts a call. */
export function define<F extends OperationFunction>(
  definition: OperationDefinition,
  start: (engine: Engine, options: CallOptions, args: Arguments) => unknown,
): F & { readonly definition: OperationDefinition } {
  function call(client: { readonly [engine]?: Engine }, ...rest: object[]): unknown {
    const behind = client?.[engine];
    if (!behind) throw new ConfigError(`${definition.id}: the first argument must be a client`);
    const [args, options] = splitArguments(definition, rest);
    return start(behind, options, args);
  }
  return Object.assign(call, { definition }) as unknown as F & { readonly definition: OperationDefinition };
}

/** What an operation was called with, after the client: its arguments, unless it takes none, and the options. */
export function splitArguments(
  { path, query, header, cookie, body }: OperationDefinition,
  rest: readonly object[],
): [args: Arguments, options: CallOptions] {
  const takesArguments =
    path.includes("{") || [query, header, cookie, body].some((part) => part !== undefined);
  const [args = {}, options = {}] = takesArguments ? rest : [{}, ...rest];
  return [args as Arguments, options];
}

/**
 * Starts a call. What is wrong with its arguments rejects the call rather than throwing, so there is one place to
 * catch.
 */
function startCall(
  behind: Engine,
  definition: OperationDefinition,
  options: CallOptions,
  args: Arguments,
): Call<unknown> {
  const exchange = exchangeOf(behind, definition, options);
  return new Call(exchange, perform(exchange, definition, { args }));
}

export function exchangeOf(behind: Engine, definition: OperationDefinition, options: CallOptions): Exchange {
  return new Exchange(behind, `${definition.method} ${definition.path}`, options, definition);
}

/** What a call is made with: its arguments, and its URL when the server has named that. */
export interface Target {
  readonly args: Arguments;
  readonly url?: string;
}

/** Composes the request of an operation, openapi-fetch's middleware included, and has it sent. */
export async function perform(
  exchange: Exchange,
  definition: OperationDefinition,
  { args, url }: Target,
  send?: (draft: Draft) => Promise<Response>,
): Promise<Response> {
  const { baseUrl } = exchange.engine;
  const { method, path } = definition;
  const own = checkHeaders(exchange.options.headers);
  const buffered = bufferStreams(definition, args);
  const ready = buffered instanceof Promise ? await buffered : buffered;
  const { target, body, headers } = writeArguments(definition, ready, own.get("content-type"));
  writeIdempotencyKey(headers, definition, exchange.options.idempotencyKey);
  const params = () => paramsOf(definition, args);
  exchange.pathParameters = () => params().path;
  const finished = url ?? baseUrl + target;
  return dispatch(
    exchange,
    { path, method, baseUrl, url: finished, headers: [headers, own], body, params },
    send,
  );
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
