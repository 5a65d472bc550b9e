import type { MockOperations } from "../scenario/operations.ts";
import type { MockScope } from "./mock-scope.ts";
import type { Scope } from "./scope.ts";

/** A scope as its user sees it: with the operations of the document as types, which do not exist at run time. */
export function controlsOf<Operations extends MockOperations<Operations>>(
  scope: Scope,
): MockScope<Operations> {
  return {
    on: (operation) => scope.on(operation),
    calls: (operation) => scope.calls(operation),
    exchanges: scope.exchanges,
    reset: () => scope.reset(),
  };
}
