// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

import { createFetchClient, type FetchClient, type OperationMethods } from "@keysmith/runtime";
import { definition, type AutomoxOptions } from "./client.ts";
import * as operations from "./operations.ts";
import type { paths } from "./schema.ts";

/**
 * A client of the Automox Console API: an openapi-fetch client (`GET`, `POST`, …, `use`, `eject`) with
 * one method per operation.
 */
export interface Automox
  extends FetchClient<paths, "automox", AutomoxOptions>, OperationMethods<typeof operations> {}

/**
 * A client of the Automox Console API.
 *
 * @example
 * ```ts
 * const automox = createAutomox({ auth: { bearerAuth: process.env.AUTOMOX_API_KEY } });
 * ```
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createAutomox(options: AutomoxOptions = {}): Automox {
  return createFetchClient<Automox>(definition, options, operations);
}
