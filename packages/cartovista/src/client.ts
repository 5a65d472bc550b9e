// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

import {
  apiKey,
  createApiClient,
  createFetchClient,
  type ApiDefinition,
  type Client,
  type ClientOptions,
  type Credential,
  type FetchClient,
  type OperationMethods,
} from "@keysmith/runtime";
import * as operations from "./operations.ts";
import type { paths } from "./schema.ts";

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

/** Options of {@link createCartovista} and {@link createClient}. */
export interface CartovistaOptions extends ClientOptions {
  /** A credential per security scheme. Default in server runtimes: the environment. */
  auth?: CartovistaAuth;
}

/** What the free functions take: a client of the CartoVista REST API without methods. */
export interface CartovistaClient extends Client<"cartovista", CartovistaOptions> {}

/**
 * A client of the CartoVista REST API: an openapi-fetch client (`GET`, `POST`, …, `use`, `eject`) with
 * one method per operation.
 */
export interface Cartovista
  extends FetchClient<paths, "cartovista", CartovistaOptions>, OperationMethods<typeof operations> {}

const definition: ApiDefinition = {
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
 * A client of the CartoVista REST API.
 *
 * @example
 * ```ts
 * const cartovista = createCartovista({ auth: { apiKey: process.env.CARTOVISTA_API_KEY, secretKey: process.env.CARTOVISTA_SECRET_KEY } });
 * ```
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createCartovista(options: CartovistaOptions = {}): Cartovista {
  return createFetchClient<Cartovista>(definition, options, operations);
}

/**
 * A client without methods: pass it to the free functions, `createAccessKey(client, …)`. A bundle then
 * carries only the operations it calls, and no openapi-fetch.
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createClient(options: CartovistaOptions = {}): CartovistaClient {
  return createApiClient<CartovistaClient>(definition, options);
}
