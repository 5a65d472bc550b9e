import { start } from "./call/start.ts";
import { type Engine, engine } from "./client/engine.ts";
import type { OperationDefinition } from "./definition.ts";
import { ConfigError } from "./errors/config-error.ts";
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
  return define(definition, start);
}

/** A function of calls that carries its definition, from what begins one. */
export function define<F>(
  definition: OperationDefinition,
  begin: (exchange: Exchange, args: Arguments) => unknown,
): F & { readonly definition: OperationDefinition } {
  const { id, path, query, header, cookie, body } = definition;
  const takesArguments = path.includes("{") || query || header || cookie || body;
  const calls = (client: { readonly [engine]?: Engine }, ...rest: object[]): unknown => {
    const behind = client?.[engine];
    if (!behind) throw new ConfigError(`${id}: the first argument must be a client`);
    const [args = {}, options = {}] = takesArguments ? rest : [{}, ...rest];
    return begin(new Exchange(behind, definition, options), args as Arguments);
  };
  return Object.assign(calls, { definition }) as unknown as F & { readonly definition: OperationDefinition };
}
