import type { Call } from "./call/call.ts";
import { start } from "./call/start.ts";
import { type Engine, engine } from "./client/engine.ts";
import type { CallOptions } from "./client/options.ts";
import type { OperationDefinition } from "./definition.ts";
import { ConfigError } from "./errors/failures.ts";
import { Exchange } from "./transport/exchange.ts";
import type { Arguments } from "./wire/arguments.ts";

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
  return define(definition, (behind, args, options) =>
    start(new Exchange(behind, definition, options), args),
  );
}

/** A function that carries its definition, from what starts a call. */
export function define<F extends OperationFunction>(
  definition: OperationDefinition,
  call: (engine: Engine, args: Arguments, options: CallOptions) => Call<unknown>,
): F & { readonly definition: OperationDefinition } {
  const calls = (client: { readonly [engine]?: Engine }, ...rest: object[]): unknown => {
    const behind = client?.[engine];
    if (!behind) throw new ConfigError(`${definition.id}: the first argument must be a client`);
    return call(behind, ...splitArguments(definition, rest));
  };
  return Object.assign(calls, { definition }) as unknown as F & { readonly definition: OperationDefinition };
}

/** What an operation was called with, after the client: its arguments, unless it takes none, and the options. */
export function splitArguments(
  { path, query, header, cookie, body }: OperationDefinition,
  rest: readonly object[],
): [args: Arguments, options: CallOptions] {
  const [args = {}, options = {}] =
    path.includes("{") || query || header || cookie || body ? rest : [{}, ...rest];
  return [args as Arguments, options];
}
