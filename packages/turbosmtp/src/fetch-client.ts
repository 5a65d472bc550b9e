// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

import { createFetchClient, type FetchClient, type OperationMethods } from "@keysmith/runtime";
import { definition, type TurbosmtpOptions } from "./client.ts";
import * as operations from "./operations.ts";
import type { paths } from "./schema.ts";

/**
 * A client of the TurboSMTP Public APIs: an openapi-fetch client (`GET`, `POST`, …, `use`, `eject`)
 * with one method per operation.
 */
export interface Turbosmtp
  extends FetchClient<paths, "turbosmtp", TurbosmtpOptions>, OperationMethods<typeof operations> {}

/**
 * A client of the TurboSMTP Public APIs.
 *
 * @example
 * ```ts
 * const turbosmtp = createTurbosmtp({ auth: { ApiKeyAuth: process.env.TURBOSMTP_API_KEY } });
 * ```
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createTurbosmtp(options: TurbosmtpOptions = {}): Turbosmtp {
  return createFetchClient<Turbosmtp>(definition, options, operations);
}
