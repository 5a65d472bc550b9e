import { basename, extname } from "node:path";
import { locateProvider } from "./document/locate.ts";
import { prepareDocument, type PreparedDocument } from "./document/prepare.ts";
import { MockError } from "./errors.ts";
import type { MockFetchOptions } from "./options.ts";
import { Scopes } from "./scope/scopes.ts";
import { createState, type State } from "./state/state.ts";

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
