import type { Action } from "./resource.ts";

/** A resource of a stateful mock. */
export interface MockResource {
  readonly name: string;
  /** True: read off the paths. False: declared by `x-mock-resource`. */
  readonly inferred: boolean;
  readonly operations: readonly { readonly operation: string; readonly action: Action }[];
}
