// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

import { operation, type ApiCall, type CallOptions } from "@keysmith/runtime";
import type { OccamClient } from "./client.ts";
import type {
  ApiKeyUsage,
  CreateKey,
  DeletedKey,
  HiddenApiKey,
  ValidationErrorBody,
  VisibleApiKey,
} from "./models.ts";

/** Arguments of {@link createKey}. */
export interface CreateKeyArgs {
  /**
   * The key to create.
   *
   * @example { name: "deploy" }
   */
  body: CreateKey;
}

/** Error bodies of {@link createKey}, by status. */
export interface CreateKeyErrors {
  /** The access token is missing or not valid, or its user no longer exists. */
  401: undefined;
  /** The body is not valid. */
  422: ValidationErrorBody;
}

/**
 * Create an API key
 *
 * Creates an API key for the caller and answers with it in full. This is the only time the key is
 * shown, so store it before doing anything else. Each call makes a further key, even under the same
 * name: to send it again after a failure may leave an unused key behind.
 *
 * `PUT /keys/`, authorized by `OAuth2PasswordBearer`.
 *
 * @example
 * ```ts
 * const visibleApiKey = await occam.createKey({ body: { name: "deploy" } });
 * ```
 *
 * @returns The key was created; `api_key` holds it in full.
 * @throws `UnauthorizedError` (401): The access token is missing or not valid, or its user no longer exists.
 * @throws `UnprocessableEntityError` (422): The body is not valid.
 */
export const createKey = /* @__PURE__ */ operation<
  (client: OccamClient, args: CreateKeyArgs, options?: CallOptions) => ApiCall<VisibleApiKey, CreateKeyErrors>
>({ id: "createKey", method: "PUT", path: "/keys/", body: "application/json", idempotent: false });

/** Error bodies of {@link listKeys}, by status. */
export interface ListKeysErrors {
  /** The access token is missing or not valid, or its user no longer exists. */
  401: undefined;
}

/**
 * List API keys
 *
 * Lists all API keys of the caller in one answer; there are no pages. The keys themselves are masked.
 *
 * `GET /keys/`, authorized by `OAuth2PasswordBearer`.
 *
 * @example
 * ```ts
 * const hiddenApiKeys = await occam.listKeys();
 * ```
 *
 * @returns The keys of the caller.
 * @throws `UnauthorizedError` (401): The access token is missing or not valid, or its user no longer exists.
 */
export const listKeys = /* @__PURE__ */ operation<
  (client: OccamClient, options?: CallOptions) => ApiCall<HiddenApiKey[], ListKeysErrors>
>({ id: "listKeys", method: "GET", path: "/keys/" });

/** Arguments of {@link deleteKey}. */
export interface DeleteKeyArgs {
  /**
   * Identifier of the key, as `uuid` of the key says. At least 1 character.
   *
   * @example "00000000-0000-4000-8000-000000000001"
   */
  uuid: string;
}

/** Error bodies of {@link deleteKey}, by status. */
export interface DeleteKeyErrors {
  /** The access token is missing or not valid, or its user no longer exists. */
  401: undefined;
  /** The identifier is not valid. */
  422: ValidationErrorBody;
}

/**
 * Delete an API key
 *
 * Deletes an API key of the caller for good. It cannot be traded for tokens from then on. What the
 * answer holds is not documented, so look at its status only.
 *
 * `DELETE /keys/{uuid}`, authorized by `OAuth2PasswordBearer`.
 *
 * @example
 * ```ts
 * const deletedKey = await occam.deleteKey({ uuid: "00000000-0000-4000-8000-000000000001" });
 * ```
 *
 * @returns The key was deleted.
 * @throws `UnauthorizedError` (401): The access token is missing or not valid, or its user no longer exists.
 * @throws `UnprocessableEntityError` (422): The identifier is not valid.
 */
export const deleteKey = /* @__PURE__ */ operation<
  (client: OccamClient, args: DeleteKeyArgs, options?: CallOptions) => ApiCall<DeletedKey, DeleteKeyErrors>
>({ id: "deleteKey", method: "DELETE", path: "/keys/{uuid}" });

/** Arguments of {@link getKeyUsage}. */
export interface GetKeyUsageArgs {
  /**
   * Identifier of the key, as `uuid` of the key says. At least 1 character.
   *
   * @example "00000000-0000-4000-8000-000000000001"
   */
  uuid: string;
}

/** Error bodies of {@link getKeyUsage}, by status. */
export interface GetKeyUsageErrors {
  /** The access token is missing or not valid, or its user no longer exists. */
  401: undefined;
  /** The identifier is not valid. */
  422: ValidationErrorBody;
}

/**
 * See how much an API key is used
 *
 * Counts the requests made with an API key of the caller and tells how much of its quota is used up.
 *
 * `GET /keys/{uuid}/usage`, authorized by `OAuth2PasswordBearer`.
 *
 * @example
 * ```ts
 * const apiKeyUsage = await occam.getKeyUsage({ uuid: "00000000-0000-4000-8000-000000000001" });
 * ```
 *
 * @returns The usage of the key.
 * @throws `UnauthorizedError` (401): The access token is missing or not valid, or its user no longer exists.
 * @throws `UnprocessableEntityError` (422): The identifier is not valid.
 */
export const getKeyUsage = /* @__PURE__ */ operation<
  (
    client: OccamClient,
    args: GetKeyUsageArgs,
    options?: CallOptions,
  ) => ApiCall<ApiKeyUsage, GetKeyUsageErrors>
>({ id: "getKeyUsage", method: "GET", path: "/keys/{uuid}/usage" });
