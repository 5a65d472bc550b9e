import { basename, extname } from "node:path";
import { locateProvider } from "./document/locate.ts";
import { prepareDocument, type PreparedDocument } from "./document/prepare.ts";
import { MockError } from "./errors.ts";
import type { Exchange } from "./scope/exchange.ts";
import { Scopes } from "./scope/scopes.ts";
import { createState, type State } from "./state/state.ts";

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

/** What the options of a mock come to, before Prism is loaded. */
export interface Prepared {
  /** The provider, else the spec's file name, else `mock`. */
  readonly name: string;
  readonly document: PreparedDocument;
  readonly scopes: Scopes;
  /** Undefined: answers are the document's examples. */
  readonly state: State | undefined;
}

/** Reads the document. Throws {@link MockError} when there is none, or none that can be served. */
export function prepare(options: MockFetchOptions): Prepared {
  const { spec, provider, stateful = false, journal = 1000, onExchange } = options;
  const found = spec ?? (provider === undefined ? undefined : locateProvider(provider));
  if (found === undefined) throw new MockError("Nothing to mock: give `spec` or `provider`");
  const document = prepareDocument(found);
  const state = stateful ? createState(document.document, { source: document.source }) : undefined;
  const scopes = new Scopes({ outline: document.outline, state, journal, onExchange });
  return { name: provider ?? nameOf(found), document, scopes, state };
}

function nameOf(spec: string | URL | object): string {
  if (typeof spec !== "string" && !(spec instanceof URL)) return "mock";
  const path = spec instanceof URL ? spec.pathname : spec;
  return basename(path, extname(path));
}
