// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

import {
  bearer,
  createApiClient,
  type ApiDefinition,
  type Client,
  type ClientOptions,
  type Credential,
} from "@keysmith/runtime";

/** Credentials for Occam AI's public API, one per security scheme. */
export interface OccamAuth {
  /**
   * An access token, sent as a bearer token. `POST /auth/access-token` gives one for a user name and a
   * password; `GET /auth/access-token?key=…` gives one for an API key. Both say when it expires.
   *
   * Sent as `Authorization: Bearer …`. Default in server runtimes: the environment variable
   * `OCCAM_TOKEN`.
   */
  OAuth2PasswordBearer?: Credential | undefined;
}

/** Options of {@link createClient} and of `createOccam`. */
export interface OccamOptions extends ClientOptions {
  /** A credential per security scheme. Default in server runtimes: the environment. */
  auth?: OccamAuth;
}

/** What the free functions take: a client of Occam AI's public API without methods. */
export interface OccamClient extends Client<"occam", OccamOptions> {}

/** The API as data, for the factories of this package. */
export const definition: ApiDefinition = {
  name: "occam",
  baseUrl: "https://api.occam.ai",
  schemes: {
    OAuth2PasswordBearer: bearer({ tokenUrl: "https://api.occam.ai/auth/access-token", env: "OCCAM_TOKEN" }),
  },
  security: [["OAuth2PasswordBearer"]],
  sensitive: ["api_key"],
};

/**
 * A client without methods: pass it to the free functions, `createKey(client, …)`. A bundle then
 * carries only the operations it calls, and no openapi-fetch.
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createClient(options: OccamOptions = {}): OccamClient {
  return createApiClient<OccamClient>(definition, options);
}
