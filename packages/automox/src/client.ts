// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

import {
  bearer,
  createApiClient,
  type ApiDefinition,
  type Client,
  type ClientOptions,
  type Credential,
} from "@keysmith/runtime";

/** Credentials for the Automox Console API, one per security scheme. */
export interface AutomoxAuth {
  /**
   * An Automox API key, sent as a bearer token. It carries the permissions of the user who owns it.
   *
   * Sent as `Authorization: Bearer …`. Default in server runtimes: the environment variable
   * `AUTOMOX_API_KEY`.
   */
  bearerAuth?: Credential | undefined;
}

/** Options of {@link createClient} and of `createAutomox`. */
export interface AutomoxOptions extends ClientOptions {
  /** A credential per security scheme. Default in server runtimes: the environment. */
  auth?: AutomoxAuth;
}

/** What the free functions take: a client of the Automox Console API without methods. */
export interface AutomoxClient extends Client<"automox", AutomoxOptions> {}

/** The API as data, for the factories of this package. */
export const definition: ApiDefinition = {
  name: "automox",
  baseUrl: "https://console.automox.com/api",
  schemes: { bearerAuth: bearer({ env: "AUTOMOX_API_KEY" }) },
  security: [["bearerAuth"]],
  sensitive: ["api_key"],
};

/**
 * A client without methods: pass it to the free functions, `createUserApiKey(client, …)`. A bundle
 * then carries only the operations it calls, and no openapi-fetch.
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createClient(options: AutomoxOptions = {}): AutomoxClient {
  return createApiClient<AutomoxClient>(definition, options);
}
