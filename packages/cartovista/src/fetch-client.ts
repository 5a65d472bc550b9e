// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

import { createFetchClient, type FetchClient, type OperationMethods } from "@keysmith/runtime";
import { definition, type CartovistaOptions } from "./client.ts";
import * as operations from "./operations.ts";
import type { paths } from "./schema.ts";

/**
 * A client of the CartoVista REST API: an openapi-fetch client (`GET`, `POST`, …, `use`, `eject`) with
 * one method per operation.
 */
export interface Cartovista
  extends FetchClient<paths, "cartovista", CartovistaOptions>, OperationMethods<typeof operations> {}

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
