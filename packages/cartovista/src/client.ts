// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

import {
  apiKey,
  createApiClient,
  type ApiDefinition,
  type Client,
  type ClientOptions,
  type Credential,
} from "@keysmith/runtime";

/** Credentials for the CartoVista REST API, one per security scheme. */
export interface CartovistaAuth {
  /**
   * An access key. CartoVista takes it in the query as well, where it would end up in logs, so send it
   * as a header.
   *
   * Sent in the header `apiKey`. Default in server runtimes: the environment variable
   * `CARTOVISTA_API_KEY`.
   */
  apiKey?: Credential | undefined;
  /**
   * The secret of the access key. Needed next to `apiKey` once a secret was generated for the key.
   *
   * Sent in the header `secretKey`. Default in server runtimes: the environment variable
   * `CARTOVISTA_SECRET_KEY`.
   */
  secretKey?: Credential | undefined;
}

/** Options of {@link createClient} and of `createCartovista`. */
export interface CartovistaOptions extends ClientOptions {
  /** A credential per security scheme. Default in server runtimes: the environment. */
  auth?: CartovistaAuth;
}

/** What the free functions take: a client of the CartoVista REST API without methods. */
export interface CartovistaClient extends Client<"cartovista", CartovistaOptions> {}

/** The API as data, for the factories of this package. */
export const definition: ApiDefinition = {
  name: "cartovista",
  baseUrl: "https://cloud.cartovista.com",
  schemes: {
    apiKey: apiKey({ in: "header", name: "apiKey", env: "CARTOVISTA_API_KEY" }),
    secretKey: apiKey({ in: "header", name: "secretKey", env: "CARTOVISTA_SECRET_KEY" }),
  },
  security: [["apiKey", "secretKey"], ["apiKey"]],
  sensitive: ["id", "accessKey", "accessKeyString", "secretKey"],
};

/**
 * A client without methods: pass it to the free functions, `createAccessKey(client, …)`. A bundle then
 * carries only the operations it calls, and no openapi-fetch.
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createClient(options: CartovistaOptions = {}): CartovistaClient {
  return createApiClient<CartovistaClient>(definition, options);
}
