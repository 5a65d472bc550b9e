// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

import { createFetchClient, type FetchClient, type OperationMethods } from "@keysmith/runtime";
import { definition, type OccamOptions } from "./client.ts";
import * as operations from "./operations.ts";
import type { paths } from "./schema.ts";

/**
 * A client of Occam AI's public API: an openapi-fetch client (`GET`, `POST`, …, `use`, `eject`) with
 * one method per operation.
 */
export interface Occam
  extends FetchClient<paths, "occam", OccamOptions>, OperationMethods<typeof operations> {}

/**
 * A client of Occam AI's public API.
 *
 * @example
 * ```ts
 * const occam = createOccam({ auth: { OAuth2PasswordBearer: process.env.OCCAM_TOKEN } });
 * ```
 *
 * @throws `ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.
 */
export function createOccam(options: OccamOptions = {}): Occam {
  return createFetchClient<Occam>(definition, options, operations);
}
