import type { Api, Operation } from "@keysmith/generator";
import { listFor } from "./arguments/harvest.ts";
import type { Given } from "./arguments/given.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The operations to check, in the document's order. Of those that are named, also the lists that their ids come from.
 *
 * @throws UsageError for a name that no operation has.
 */
export function selectOperations(api: Api, only: readonly string[], given: Given): readonly Operation[] {
  if (only.length === 0) return api.operations;
  const chosen = new Set<Operation>();
  const choose = (operation: Operation): void => {
    if (chosen.has(operation)) return;
    chosen.add(operation);
    for (const parameter of operation.parameters) {
      if (parameter.in !== "path" || given.valueOf(operation, parameter) !== undefined) continue;
      const list = listFor(api.operations, operation.path, parameter);
      if (list !== undefined) choose(list);
    }
  };
  for (const name of only) {
    const operation = api.operations.find(({ id, name: own }) => id === name || own === name);
    if (operation === undefined) {
      const known = api.operations.map(({ id }) => id).join(", ");
      throw new UsageError(`${api.name} has no operation "${name}". Known are ${known}.`);
    }
    choose(operation);
  }
  return api.operations.filter((operation) => chosen.has(operation));
}
