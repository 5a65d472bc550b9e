// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

import { operation, type ApiCall, type CallOptions } from "@keysmith/runtime";
import type { TurbosmtpClient } from "./client.ts";
import type {
  AuthorizationErrorBody,
  ConsumerKeyList,
  CreateConsumerKey,
  CreatedConsumerKey,
  ErrorBody,
  SuccessBody,
} from "./models.ts";

/** Arguments of {@link createConsumerKey}. */
export interface CreateConsumerKeyArgs {
  /**
   * The consumer key to create.
   *
   * @example { label: "QA" }
   */
  body: CreateConsumerKey;
}

/** Error bodies of {@link createConsumerKey}, by status. */
export interface CreateConsumerKeyErrors {
  /** The API key is missing or not valid, or the account is not active. */
  401: AuthorizationErrorBody;
}

/**
 * Create a consumer key
 *
 * Creates a consumer key with its secret. The secret is in this answer only: store it, since no other
 * operation shows it again.
 *
 * `POST /user/consumerKeys`, authorized by `ApiKeyAuth`.
 *
 * @example
 * ```ts
 * const createdConsumerKey = await turbosmtp.createConsumerKey({ body: {} });
 * ```
 *
 * @returns The consumer key was created.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid, or the account is not active.
 */
export const createConsumerKey = /* @__PURE__ */ operation<
  (
    client: TurbosmtpClient,
    args: CreateConsumerKeyArgs,
    options?: CallOptions,
  ) => ApiCall<CreatedConsumerKey, CreateConsumerKeyErrors>
>({ id: "createConsumerKey", method: "POST", path: "/user/consumerKeys", body: "application/json" });

/** Error bodies of {@link listConsumerKeys}, by status. */
export interface ListConsumerKeysErrors {
  /** The API key is missing or not valid, or the account is not active. */
  401: AuthorizationErrorBody;
}

/**
 * List consumer keys
 *
 * Lists all consumer keys of the account at once. Secrets are not included.
 *
 * `GET /user/consumerKeys`, authorized by `ApiKeyAuth`.
 *
 * @example
 * ```ts
 * const consumerKeyList = await turbosmtp.listConsumerKeys();
 * ```
 *
 * @returns All consumer keys of the account.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid, or the account is not active.
 */
export const listConsumerKeys = /* @__PURE__ */ operation<
  (client: TurbosmtpClient, options?: CallOptions) => ApiCall<ConsumerKeyList, ListConsumerKeysErrors>
>({ id: "listConsumerKeys", method: "GET", path: "/user/consumerKeys" });

/** Arguments of {@link deleteConsumerKey}. */
export interface DeleteConsumerKeyArgs {
  /**
   * The consumer key to delete. At least 1 character.
   *
   * @example "b914ad238d0e8e8851b81e86ce46ae1d"
   */
  consumerKey: string;
}

/** Error bodies of {@link deleteConsumerKey}, by status. */
export interface DeleteConsumerKeyErrors {
  /** The API key is missing or not valid, or the account is not active. */
  401: AuthorizationErrorBody;
  /** The account has no such consumer key. */
  404: ErrorBody;
}

/**
 * Delete a consumer key
 *
 * Deletes a consumer key for good. Whatever still uses the pair is refused at once.
 *
 * `DELETE /user/consumerKeys/{consumerKey}`, authorized by `ApiKeyAuth`.
 *
 * @example
 * ```ts
 * const successBody = await turbosmtp.deleteConsumerKey({
 *   consumerKey: "b914ad238d0e8e8851b81e86ce46ae1d",
 * });
 * ```
 *
 * @returns The consumer key was deleted.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid, or the account is not active.
 * @throws `NotFoundError` (404): The account has no such consumer key.
 */
export const deleteConsumerKey = /* @__PURE__ */ operation<
  (
    client: TurbosmtpClient,
    args: DeleteConsumerKeyArgs,
    options?: CallOptions,
  ) => ApiCall<SuccessBody, DeleteConsumerKeyErrors>
>({ id: "deleteConsumerKey", method: "DELETE", path: "/user/consumerKeys/{consumerKey}" });
