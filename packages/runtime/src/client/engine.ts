import { Credentials } from "../auth/credentials.ts";
import type { ApiDefinition, ServerOptions } from "../definition.ts";
import { Redactor } from "../redact/redactor.ts";
import type { Draft } from "../transport/draft.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import { checkHeaders, type HeaderMap } from "../wire/header.ts";
import type { ApiClientOptions, ClientOptions } from "./options.ts";
import { baseUrlOf } from "./base-url.ts";

/** Where a client keeps its {@link Engine}. */
export const engine: unique symbol = Symbol("engine");

/** What is behind a client: everything a call needs that is not its own. */
export interface Engine<Name extends string = string> {
  /** Tells the clients of two APIs apart. */
  readonly name: Name;
  readonly baseUrl: string;
  readonly options: Readonly<ClientOptions & ServerOptions>;
  /** Sent with every call, by lower-case name. */
  readonly headers: HeaderMap;
  readonly credentials: Credentials;
  readonly redactor: Redactor;
  /** Takes a draft through openapi-fetch's middleware, where some is in use. */
  observe?: ((exchange: Exchange, draft: Draft, args: Arguments) => Promise<Response>) | undefined;
}

/** @throws ConfigError when an option is wrong: an unsafe base URL, a credential that cannot travel. */
export function createEngine(definition: ApiDefinition, { auth = {}, ...options }: ApiClientOptions): Engine {
  const { name, baseUrl } = definition;
  const redactor = new Redactor(definition);
  return {
    name,
    baseUrl: baseUrlOf(options, baseUrl),
    options,
    headers: checkHeaders({ accept: "application/json", ...options.headers }),
    credentials: new Credentials(definition, auth, redactor),
    redactor,
  };
}
