import type { OperationMethods } from "./client.ts";

/** The same client, with one method per operation; clients derived from it have them too. */
export function bindOperations<C extends { withOptions(options: object): object }, Operations extends object>(
  client: C,
  operations: Operations,
): C & OperationMethods<Operations> {
  const derive = client.withOptions;
  const methods = Object.entries(operations).map(([name, call]) => [
    name,
    (...rest: unknown[]): unknown => call(client, ...rest),
  ]);
  return Object.assign(client, Object.fromEntries(methods), {
    withOptions: (options: object) => bindOperations(derive(options) as C, operations),
  });
}
