import type { Api, Source } from "@keysmith/generator";

/** One state of a provider's package: as it was released, or as it would be released now. */
export interface Snapshot {
  /** Name of the provider, `automox`. */
  readonly name: string;
  /** What messages call this state: `@keysmith/automox@0.1.0`, `the working tree`. */
  readonly label: string;
  /** Version of the package in this state. */
  readonly version: string;
  /** The OpenAPI document, and the way back to its lines. */
  readonly source: Source;
  readonly api: Api;
  /** Text of the package's files by path, `src/operations.ts`, `test/examples.test-d.ts`, `package.json`. */
  readonly files: ReadonlyMap<string, string>;
  /** The same of what it is compiled against, `src/index.ts`, …: `packages/runtime` and `packages/mock`. */
  readonly runtime: ReadonlyMap<string, string>;
  readonly mock: ReadonlyMap<string, string>;
}
