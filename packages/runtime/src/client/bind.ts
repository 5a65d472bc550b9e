import { ConfigError } from "../errors/config-error.ts";
import type { OperationMethods } from "./client.ts";

/** The same client, with one method per operation. */
export function bindOperations<C extends object, Operations extends object>(
  client: C,
  operations: Operations,
): C & OperationMethods<Operations> {
  for (const [name, call] of Object.entries(operations)) {
    if (typeof call !== "function") throw new ConfigError(`${name} is not an operation`);
    Object.defineProperty(client, name, {
      enumerable: true,
      value: (...rest: unknown[]): unknown => call(client, ...rest),
    });
  }
  return client as C & OperationMethods<Operations>;
}
