// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

import { operation, type ApiCall, type CallOptions } from "@keysmith/runtime";
import type { CartovistaClient } from "./client.ts";
import type { AccessKey, CreateAccessKey, SecretKey, UpdateAccessKey } from "./models.ts";

/** Arguments of {@link createAccessKey}. */
export interface CreateAccessKeyArgs {
  /**
   * URL code of the tenant in which the user and the keys are, the first part of every path. At least 1
   * character.
   *
   * @example "acme"
   */
  tenantUrlCode: string;
  /**
   * Security identifier of the user who owns the keys, called `securityIdentifier` where CartoVista
   * lists its users. Format: uuid.
   *
   * @example "11111111-1111-4111-8111-111111111111"
   */
  UserIdentifier: string;
  /**
   * The key to create.
   *
   * @example { ipWhitelisting: ["203.0.113.10"], notes: "Nightly map export" }
   */
  body: CreateAccessKey;
}

/** Error bodies of {@link createAccessKey}, by status. */
export interface CreateAccessKeyErrors {
  /** The body is not valid. */
  400: undefined;
  /** The access key is missing, unknown or switched off. */
  401: undefined;
  /**
   * The call came from an address that is not listed, the secret key is missing or wrong, or the user
   * behind the access key may not do this.
   */
  403: undefined;
  /** There is no such tenant, user or access key. */
  404: undefined;
}

/**
 * Create an access key
 *
 * Creates an access key for a user. Name the IP addresses that may use it; a key without any works
 * only after `generateSecretKey` has given it a secret.
 *
 * `POST /{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey`, authorized by `apiKey` and `secretKey`,
 * or `apiKey`.
 *
 * @example
 * ```ts
 * const accessKey = await cartovista.createAccessKey({
 *   tenantUrlCode: "acme",
 *   UserIdentifier: "11111111-1111-4111-8111-111111111111",
 *   body: {},
 * });
 * ```
 *
 * @returns The key was created.
 * @throws `BadRequestError` (400): The body is not valid.
 * @throws `UnauthorizedError` (401): The access key is missing, unknown or switched off.
 * @throws `ForbiddenError` (403): The call came from an address that is not listed, the secret key is missing
 *   or wrong, or the user behind the access key may not do this.
 * @throws `NotFoundError` (404): There is no such tenant, user or access key.
 */
export const createAccessKey = /* @__PURE__ */ operation<
  (
    client: CartovistaClient,
    args: CreateAccessKeyArgs,
    options?: CallOptions,
  ) => ApiCall<AccessKey, CreateAccessKeyErrors>
>({
  id: "createAccessKey",
  method: "POST",
  path: "/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey",
  body: "application/json",
});

/** Arguments of {@link getAccessKeys}. */
export interface GetAccessKeysArgs {
  /**
   * URL code of the tenant in which the user and the keys are, the first part of every path. At least 1
   * character.
   *
   * @example "acme"
   */
  tenantUrlCode: string;
  /**
   * Security identifier of the user who owns the keys, called `securityIdentifier` where CartoVista
   * lists its users. Format: uuid.
   *
   * @example "11111111-1111-4111-8111-111111111111"
   */
  UserIdentifier: string;
}

/** Error bodies of {@link getAccessKeys}, by status. */
export interface GetAccessKeysErrors {
  /** The access key is missing, unknown or switched off. */
  401: undefined;
  /**
   * The call came from an address that is not listed, the secret key is missing or wrong, or the user
   * behind the access key may not do this.
   */
  403: undefined;
  /** There is no such tenant, user or access key. */
  404: undefined;
}

/**
 * List the access keys of a user
 *
 * Lists all access keys of a user in one answer; there are no pages.
 *
 * `GET /{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey`, authorized by `apiKey` and `secretKey`,
 * or `apiKey`.
 *
 * @example
 * ```ts
 * const accessKeys = await cartovista.getAccessKeys({
 *   tenantUrlCode: "acme",
 *   UserIdentifier: "11111111-1111-4111-8111-111111111111",
 * });
 * ```
 *
 * @returns The keys of the user.
 * @throws `UnauthorizedError` (401): The access key is missing, unknown or switched off.
 * @throws `ForbiddenError` (403): The call came from an address that is not listed, the secret key is missing
 *   or wrong, or the user behind the access key may not do this.
 * @throws `NotFoundError` (404): There is no such tenant, user or access key.
 */
export const getAccessKeys = /* @__PURE__ */ operation<
  (
    client: CartovistaClient,
    args: GetAccessKeysArgs,
    options?: CallOptions,
  ) => ApiCall<AccessKey[], GetAccessKeysErrors>
>({ id: "getAccessKeys", method: "GET", path: "/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey" });

/** Arguments of {@link updateAccessKey}. */
export interface UpdateAccessKeyArgs {
  /**
   * URL code of the tenant in which the user and the keys are, the first part of every path. At least 1
   * character.
   *
   * @example "acme"
   */
  tenantUrlCode: string;
  /**
   * The key and its new settings.
   *
   * @example
   * ```ts
   * {
   *   accessKey: "00000000-0000-0000-0000-000000000001",
   *   enabled: true,
   *   ipWhitelisting: ["198.51.100.7", "198.51.100.8"],
   *   notes: "Nightly map export",
   * }
   * ```
   */
  body: UpdateAccessKey;
}

/** Error bodies of {@link updateAccessKey}, by status. */
export interface UpdateAccessKeyErrors {
  /** The body is not valid. */
  400: undefined;
  /** The access key is missing, unknown or switched off. */
  401: undefined;
  /**
   * The call came from an address that is not listed, the secret key is missing or wrong, or the user
   * behind the access key may not do this.
   */
  403: undefined;
  /** There is no such tenant, user or access key. */
  404: undefined;
}

/**
 * Change an access key
 *
 * Overwrites the settings of the access key that the body names. Send all four members, those that
 * stay as they are too: an empty list lifts the restriction to IP addresses, and empty notes erase the
 * notes. To rely on the secret key alone, generate one and then clear the list. A secret cannot be
 * removed from a key.
 *
 * `POST /{tenantUrlCode}/api/v2/ApiKey`, authorized by `apiKey` and `secretKey`, or `apiKey`.
 *
 * @example
 * ```ts
 * await cartovista.updateAccessKey({
 *   tenantUrlCode: "acme",
 *   body: {
 *     accessKey: "00000000-0000-0000-0000-000000000001",
 *     enabled: true,
 *     ipWhitelisting: [],
 *     notes: "",
 *   },
 * });
 * ```
 *
 * @returns The settings were stored.
 * @throws `BadRequestError` (400): The body is not valid.
 * @throws `UnauthorizedError` (401): The access key is missing, unknown or switched off.
 * @throws `ForbiddenError` (403): The call came from an address that is not listed, the secret key is missing
 *   or wrong, or the user behind the access key may not do this.
 * @throws `NotFoundError` (404): There is no such tenant, user or access key.
 */
export const updateAccessKey = /* @__PURE__ */ operation<
  (
    client: CartovistaClient,
    args: UpdateAccessKeyArgs,
    options?: CallOptions,
  ) => ApiCall<void, UpdateAccessKeyErrors>
>({
  id: "updateAccessKey",
  method: "POST",
  path: "/{tenantUrlCode}/api/v2/ApiKey",
  body: "application/json",
});

/** Arguments of {@link deleteApiKey}. */
export interface DeleteApiKeyArgs {
  /**
   * URL code of the tenant in which the user and the keys are, the first part of every path. At least 1
   * character.
   *
   * @example "acme"
   */
  tenantUrlCode: string;
  /**
   * The access key itself, as `accessKey` of the key says. Format: uuid. A secret: shown as `[redacted]`
   * in logs and errors.
   *
   * @example "00000000-0000-0000-0000-000000000001"
   */
  id: string;
}

/** Error bodies of {@link deleteApiKey}, by status. */
export interface DeleteApiKeyErrors {
  /** The access key is missing, unknown or switched off. */
  401: undefined;
  /**
   * The call came from an address that is not listed, the secret key is missing or wrong, or the user
   * behind the access key may not do this.
   */
  403: undefined;
  /** There is no such tenant, user or access key. */
  404: undefined;
}

/**
 * Delete an access key
 *
 * Deletes an access key for good, along with its secret. Whatever still uses it is refused from then
 * on.
 *
 * `DELETE /{tenantUrlCode}/api/v2/ApiKey/{id}`, authorized by `apiKey` and `secretKey`, or `apiKey`.
 *
 * @example
 * ```ts
 * await cartovista.deleteApiKey({
 *   tenantUrlCode: "acme",
 *   id: "00000000-0000-0000-0000-000000000001",
 * });
 * ```
 *
 * @returns The key was deleted.
 * @throws `UnauthorizedError` (401): The access key is missing, unknown or switched off.
 * @throws `ForbiddenError` (403): The call came from an address that is not listed, the secret key is missing
 *   or wrong, or the user behind the access key may not do this.
 * @throws `NotFoundError` (404): There is no such tenant, user or access key.
 */
export const deleteApiKey = /* @__PURE__ */ operation<
  (
    client: CartovistaClient,
    args: DeleteApiKeyArgs,
    options?: CallOptions,
  ) => ApiCall<void, DeleteApiKeyErrors>
>({ id: "deleteApiKey", method: "DELETE", path: "/{tenantUrlCode}/api/v2/ApiKey/{id}" });

/** Arguments of {@link generateSecretKey}. */
export interface GenerateSecretKeyArgs {
  /**
   * URL code of the tenant in which the user and the keys are, the first part of every path. At least 1
   * character.
   *
   * @example "acme"
   */
  tenantUrlCode: string;
  /**
   * The access key itself, as `accessKey` of the key says. Format: uuid. A secret: shown as `[redacted]`
   * in logs and errors.
   *
   * @example "00000000-0000-0000-0000-000000000001"
   */
  id: string;
}

/** Error bodies of {@link generateSecretKey}, by status. */
export interface GenerateSecretKeyErrors {
  /** The access key is missing, unknown or switched off. */
  401: undefined;
  /**
   * The call came from an address that is not listed, the secret key is missing or wrong, or the user
   * behind the access key may not do this.
   */
  403: undefined;
  /** There is no such tenant, user or access key. */
  404: undefined;
}

/**
 * Generate the secret key of an access key
 *
 * Gives an access key a secret and answers with it. From then on a call with this access key must
 * carry the secret in the header `secretKey`, and must come from a listed address where the key has a
 * list. The secret is not shown again: one that is lost has to be generated anew, after which count on
 * the former one being void. It cannot be removed from the key.
 *
 * `POST /{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret`, authorized by `apiKey` and `secretKey`,
 * or `apiKey`.
 *
 * @example
 * ```ts
 * const secretKey = await cartovista.generateSecretKey({
 *   tenantUrlCode: "acme",
 *   id: "00000000-0000-0000-0000-000000000001",
 * });
 * ```
 *
 * @returns The new secret, as a bare JSON string.
 * @throws `UnauthorizedError` (401): The access key is missing, unknown or switched off.
 * @throws `ForbiddenError` (403): The call came from an address that is not listed, the secret key is missing
 *   or wrong, or the user behind the access key may not do this.
 * @throws `NotFoundError` (404): There is no such tenant, user or access key.
 */
export const generateSecretKey = /* @__PURE__ */ operation<
  (
    client: CartovistaClient,
    args: GenerateSecretKeyArgs,
    options?: CallOptions,
  ) => ApiCall<SecretKey, GenerateSecretKeyErrors>
>({ id: "generateSecretKey", method: "POST", path: "/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret" });
