// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import { createFetchClient, type FetchClient, type OperationMethods } from "@keysmith/runtime";
import { definition, type Gr4vyOptions } from "./client.ts";
import * as operations from "./operations.ts";
import type { paths } from "./schema.ts";

/**
 * A client of the Gr4vy API: an openapi-fetch client (`GET`, `POST`, …, `use`, `eject`) with one
 * method per operation.
 */
export interface Gr4vy
  extends FetchClient<paths, "gr4vy", Gr4vyOptions>, OperationMethods<typeof operations> {}

/**
 * A client of the Gr4vy API.
 *
 * @example
 * ```ts
 * const gr4vy = createGr4vy({ auth: { BearerAuth: process.env.GR4VY_TOKEN } });
 * ```
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createGr4vy(options: Gr4vyOptions = {}): Gr4vy {
  return createFetchClient<Gr4vy>(definition, options, operations);
}
