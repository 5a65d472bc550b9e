// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

import {
  apiKey,
  createApiClient,
  type ApiDefinition,
  type Client,
  type ClientOptions,
  type Credential,
} from "@keysmith/runtime";

/** Credentials for the TurboSMTP Public APIs, one per security scheme. */
export interface TurbosmtpAuth {
  /**
   * The API key that logging in with mail address and password gives: for two hours, or for good when
   * asked for. It is sent as it is, without `Bearer` before it.
   *
   * Sent in the header `Authorization`. Default in server runtimes: the environment variable
   * `TURBOSMTP_API_KEY`.
   */
  ApiKeyAuth?: Credential | undefined;
}

/** Options of {@link createClient} and of `createTurbosmtp`. */
export interface TurbosmtpOptions extends ClientOptions {
  /** A credential per security scheme. Default in server runtimes: the environment. */
  auth?: TurbosmtpAuth;
}

/** What the free functions take: a client of the TurboSMTP Public APIs without methods. */
export interface TurbosmtpClient extends Client<"turbosmtp", TurbosmtpOptions> {}

/** The API as data, for the factories of this package. */
export const definition: ApiDefinition = {
  name: "turbosmtp",
  baseUrl: "https://pro.api.serversmtp.com/api/v2",
  schemes: { ApiKeyAuth: apiKey({ in: "header", name: "Authorization", env: "TURBOSMTP_API_KEY" }) },
  security: [["ApiKeyAuth"]],
  sensitive: ["consumerSecret"],
};

/**
 * A client without methods: pass it to the free functions, `createConsumerKey(client, …)`. A bundle
 * then carries only the operations it calls, and no openapi-fetch.
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createClient(options: TurbosmtpOptions = {}): TurbosmtpClient {
  return createApiClient<TurbosmtpClient>(definition, options);
}
