// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import {
  bindOperations,
  createApiClient,
  type ApiDefinition,
  type Client,
  type ClientOptions,
  type Credential,
  type OperationMethods,
} from "@keysmith/runtime";
import * as operations from "./operations.ts";
import type { paths } from "./schema.ts";

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

/** Options of {@link createGr4vy} and {@link createClient}. */
export interface Gr4vyOptions extends ClientOptions {
  auth?: Gr4vyAuth;
  /** Variables of the address `https://api.{gr4vy_id}.gr4vy.app`. */
  server?: {
    /**
     * Name of your instance, the part of the host that Gr4vy assigned to you.
     *
     * @default "plantly"
     */
    gr4vy_id?: string | undefined;
  };
}

/**
 * An openapi-fetch client of the Gr4vy API (`GET`, `POST`, …, `use`, `eject`), for use with the free
 * functions.
 */
export interface Gr4vyClient extends Client<paths, "gr4vy", Gr4vyOptions> {}

/** {@link Gr4vyClient} with one method per operation. */
export interface Gr4vy extends Gr4vyClient, OperationMethods<typeof operations> {}

const definition: ApiDefinition = {
  name: "gr4vy",
  servers: [
    { url: "https://api.{gr4vy_id}.gr4vy.app", variables: { gr4vy_id: { default: "plantly" } } },
    { url: "https://api.sandbox.{gr4vy_id}.gr4vy.app", variables: { gr4vy_id: { default: "plantly" } } },
  ],
  schemes: { BearerAuth: { type: "bearer", env: "GR4VY_TOKEN" } },
  security: [["BearerAuth"]],
  sensitive: ["private_key"],
};

/**
 * A client of the Gr4vy API.
 *
 * @example
 * ```ts
 * const gr4vy = createGr4vy({ auth: { BearerAuth: process.env.GR4VY_TOKEN } });
 * ```
 */
export function createGr4vy(options: Gr4vyOptions = {}): Gr4vy {
  return bindOperations(createClient(options), operations);
}

/**
 * A client without methods: pass it to the free functions, `createApiKeyPair(client, …)`. A bundle
 * then carries only the operations it calls.
 */
export function createClient(options: Gr4vyOptions = {}): Gr4vyClient {
  return createApiClient<Gr4vyClient>(definition, options);
}
