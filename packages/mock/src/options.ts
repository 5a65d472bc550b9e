import type { Exchange } from "./scope/exchange.ts";

/** What is mocked, and how; one of `spec` and `provider` is needed. */
export interface MockFetchOptions {
  /** An OpenAPI 3.0 or 3.1 document: a path, a `file:` URL or the parsed document. References must stay within it. */
  spec?: string | URL | object;
  /** A provider by name, `automox`: `specs/automox.yaml` of the workspace around, else the installed `@keysmith/automox`. */
  provider?: string;
  /**
   * Whether calls have effects: a created record can be listed, read, changed and deleted, and is gone then. Default
   * false: every answer is an example of the document.
   */
  stateful?: boolean;
  /** Called after every exchange. */
  onExchange?: (exchange: Exchange) => void;
  /** How many exchanges {@link MockScope.exchanges} keeps, the latest ones. Default 1000. */
  journal?: number;
}
