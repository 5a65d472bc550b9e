// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import {
  bearer,
  createApiClient,
  selectServer,
  type ApiDefinition,
  type Client,
  type ClientOptions,
  type Credential,
} from "@keysmith/runtime";

/** Credentials for the Gr4vy API, one per security scheme. */
export interface Gr4vyAuth {
  /**
   * A JSON Web Token that you sign with the private key of a key pair. Its header has `typ` JWT, `alg`
   * ES512 and, as `kid`, the id of the pair. Its claims are `iss`, `nbf`, `exp`, `jti` and the list
   * `scopes`, whose members read `*.read`, `*.write`, `{resource}.read`, `{resource}.write` or `embed`;
   * the right to write does not include the right to read.
   *
   * Sent as `Authorization: Bearer …`. Default in server runtimes: the environment variable
   * `GR4VY_TOKEN`.
   */
  BearerAuth?: Credential | undefined;
}

/** Options of {@link createClient} and of `createGr4vy`. */
export interface Gr4vyOptions extends ClientOptions {
  /** A credential per security scheme. Default in server runtimes: the environment. */
  auth?: Gr4vyAuth;
  /**
   * Which server is called.
   *
   * - `production`: `https://api.{gr4vy_id}.gr4vy.app`. Production, one host per instance.
   * - `sandbox`: `https://api.sandbox.{gr4vy_id}.gr4vy.app`. Sandbox of the same instance, for tests
   *   without real payments.
   *
   * @default "production"
   */
  environment?: "production" | "sandbox";
  /** Variables of the server's address. */
  server?: {
    /**
     * Name of your instance, the part of the host that Gr4vy assigned to you.
     *
     * @default "plantly"
     */
    gr4vy_id?: string | undefined;
  };
}

/** What the free functions take: a client of the Gr4vy API without methods. */
export interface Gr4vyClient extends Client<"gr4vy", Gr4vyOptions> {}

/** The API as data, for the factories of this package. */
export const definition: ApiDefinition = {
  name: "gr4vy",
  baseUrl: selectServer([
    {
      name: "production",
      url: "https://api.{gr4vy_id}.gr4vy.app",
      variables: { gr4vy_id: { default: "plantly" } },
    },
    {
      name: "sandbox",
      url: "https://api.sandbox.{gr4vy_id}.gr4vy.app",
      variables: { gr4vy_id: { default: "plantly" } },
    },
  ]),
  schemes: { BearerAuth: bearer({ env: "GR4VY_TOKEN" }) },
  security: [["BearerAuth"]],
  sensitive: ["private_key"],
};

/**
 * A client without methods: pass it to the free functions, `createApiKeyPair(client, …)`. A bundle
 * then carries only the operations it calls, and no openapi-fetch.
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createClient(options: Gr4vyOptions = {}): Gr4vyClient {
  return createApiClient<Gr4vyClient>(definition, options);
}
