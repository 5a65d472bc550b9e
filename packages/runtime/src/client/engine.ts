import { Credentials } from "../auth/credentials.ts";
import type { ApiDefinition, OperationDefinition, ServerOptions } from "../definition.ts";
import { Redactor } from "../redact/redactor.ts";
import type { Draft } from "../transport/draft.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import { checkHeaders, type HeaderMap } from "../wire/header.ts";
import type { ApiClientOptions, ClientOptions } from "./options.ts";
import { checkBaseUrl } from "./base-url.ts";

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
  const { name, baseUrl: server } = definition;
  const redactor = new Redactor(definition);
  return {
    name,
    baseUrl: checkBaseUrl(options.baseUrl ?? (typeof server === "function" ? server(options) : server)),
    options,
    headers: checkHeaders({ accept: "application/json", ...options.headers }),
    credentials: new Credentials(definition, auth, redactor),
    redactor,
  };
}

/** Where a call goes: to the option `baseUrl`, else to the operation's own server, else to the document's. */
export function baseUrlOf(
  { baseUrl, options }: Engine,
  { baseUrl: own }: Pick<OperationDefinition, "baseUrl">,
): string {
  if (own === undefined || options.baseUrl !== undefined) return baseUrl;
  return checkBaseUrl(typeof own === "function" ? own(options) : own);
}
