import type { Engine } from "../client/engine.ts";
import type { CallOptions } from "../client/options.ts";
import type { OperationDefinition } from "../definition.ts";
import { Exchange } from "../transport/exchange.ts";
import { type Arguments, paramsOf, writeArguments } from "../wire/arguments.ts";
import { checkHeaders } from "../wire/header.ts";
import { Call } from "./call.ts";
import { Paged } from "./paged.ts";

/**
 * Starts a call. What is wrong with its arguments rejects the call rather than throwing, so there is one place to
 * catch.
 *
 * @param url of a further page, as the server named it.
 */
export function startCall(
  engine: Engine,
  operation: OperationDefinition,
  args: Arguments,
  options: CallOptions,
  url?: string,
): Call<unknown> {
  const exchange = new Exchange(engine, {
    method: operation.method,
    path: operation.path,
    operation,
    options,
  });
  const response = exchangeOperation(exchange, operation, args, url);
  const { pagination } = operation;
  if (!pagination) return new Call(exchange, response);
  return new Paged(exchange, response, pagination, args, (next) =>
    startCall(engine, operation, next.args, options, next.url),
  );
}

async function exchangeOperation(
  exchange: Exchange,
  operation: OperationDefinition,
  args: Arguments,
  url: string | undefined,
): Promise<Response> {
  const { baseUrl, pipeline } = exchange.engine;
  const headers = checkHeaders(exchange.options.headers);
  const wire = writeArguments(operation, args, headers.get("content-type"));
  const response = pipeline.exchange({
    method: operation.method,
    path: operation.path,
    send: (draft) => exchange.send(draft),
    init: {
      params: paramsOf(operation, args),
      pathSerializer: () => url ?? baseUrl + wire.target,
      querySerializer: () => "",
      body: wire.body?.content,
      bodySerializer: (body: unknown) => body,
      headers: {
        ...(operation.accept !== undefined && { accept: operation.accept }),
        ...(wire.body?.type !== undefined && { "content-type": wire.body.type }),
        ...Object.fromEntries(wire.headers),
        ...Object.fromEntries(headers),
      },
    },
  });
  return response;
}
