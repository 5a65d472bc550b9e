// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

import { operation, pagedOperation, type ApiCall, type CallOptions, type PagedCall } from "@keysmith/runtime";
import type { AutomoxClient } from "./client.ts";
import type {
  ApiKey,
  ApiKeyPage,
  CreateApiKey,
  DecryptedApiKey,
  ErrorBody,
  ForbiddenErrorBody,
  UpdateApiKey,
} from "./models.ts";

/** Arguments of {@link createUserApiKey}. */
export interface CreateUserApiKeyArgs {
  /**
   * Number of the user who owns the key.
   *
   * @example 1
   */
  userId: number;
  /**
   * Number of the organization in which the user holds the key.
   *
   * @example 2
   */
  o: number;
  /**
   * The key to create.
   *
   * @example { name: "deploy" }
   */
  body: CreateApiKey;
}

/** Error bodies of {@link createUserApiKey}, by status. */
export interface CreateUserApiKeyErrors {
  /**
   * The request is not valid, for example because a user already has a key of that name or `limit` is
   * out of bounds.
   */
  400: ErrorBody;
  /** The API key is missing or not valid. */
  401: ErrorBody;
  /** The user behind the API key may not do this. */
  403: ForbiddenErrorBody;
  /** There is no such user, organization or API key. */
  404: ErrorBody;
  /** Too many requests were made in a short time. */
  429: ErrorBody;
}

/**
 * Create an API key
 *
 * Creates an API key for a user within an organization. The answer describes the key but does not hold
 * its secret: call `decryptUserApiKey` next to obtain it. Refused when the user already has a key of
 * that name or ten keys in the organization.
 *
 * `POST /users/{userId}/api_keys`, authorized by `bearerAuth`.
 *
 * @example
 * ```ts
 * const apiKey = await automox.createUserApiKey({ userId: 1, o: 2, body: { name: "deploy" } });
 * ```
 *
 * @returns The key was created.
 * @throws `BadRequestError` (400): The request is not valid, for example because a user already has a key of
 *   that name or `limit` is out of bounds.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid.
 * @throws `ForbiddenError` (403): The user behind the API key may not do this.
 * @throws `NotFoundError` (404): There is no such user, organization or API key.
 * @throws `RateLimitError` (429): Too many requests were made in a short time.
 */
export const createUserApiKey = /* @__PURE__ */ operation<
  (
    client: AutomoxClient,
    args: CreateUserApiKeyArgs,
    options?: CallOptions,
  ) => ApiCall<ApiKey, CreateUserApiKeyErrors>
>({
  id: "createUserApiKey",
  method: "POST",
  path: "/users/{userId}/api_keys",
  query: ["o"],
  body: "application/json",
});

/** Arguments of {@link getUserApiKeys}. */
export interface GetUserApiKeysArgs {
  /**
   * Number of the user who owns the key.
   *
   * @example 1
   */
  userId: number;
  /**
   * Number of the organization in which the user holds the key.
   *
   * @example 2
   */
  o: number;
  /**
   * Number of keys per page. At least 1, at most 500.
   *
   * @default 500
   * @example 50
   */
  limit?: number;
  /**
   * Number of the page; the first one is 0. At least 0.
   *
   * @default 0
   */
  page?: number;
}

/** Error bodies of {@link getUserApiKeys}, by status. */
export interface GetUserApiKeysErrors {
  /**
   * The request is not valid, for example because a user already has a key of that name or `limit` is
   * out of bounds.
   */
  400: ErrorBody;
  /** The API key is missing or not valid. */
  401: ErrorBody;
  /** The user behind the API key may not do this. */
  403: ForbiddenErrorBody;
  /** There is no such user, organization or API key. */
  404: ErrorBody;
  /** Too many requests were made in a short time. */
  429: ErrorBody;
}

/**
 * List the API keys of a user
 *
 * Lists the API keys that a user holds in an organization, page by page. Secrets are not included.
 *
 * Awaiting the call gives one page; `.items()` walks the items of all pages, `.pages()` the pages.
 *
 * `GET /users/{userId}/api_keys`, authorized by `bearerAuth`.
 *
 * @example
 * ```ts
 * for await (const apiKey of automox.getUserApiKeys({ userId: 1, o: 2 }).items()) {
 *   console.log(apiKey);
 * }
 * ```
 *
 * @returns One page of keys.
 * @throws `BadRequestError` (400): The request is not valid, for example because a user already has a key of
 *   that name or `limit` is out of bounds.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid.
 * @throws `ForbiddenError` (403): The user behind the API key may not do this.
 * @throws `NotFoundError` (404): There is no such user, organization or API key.
 * @throws `RateLimitError` (429): Too many requests were made in a short time.
 */
export const getUserApiKeys = /* @__PURE__ */ pagedOperation<
  (
    client: AutomoxClient,
    args: GetUserApiKeysArgs,
    options?: CallOptions,
  ) => PagedCall<ApiKeyPage, GetUserApiKeysErrors, ApiKey>
>({
  id: "getUserApiKeys",
  method: "GET",
  path: "/users/{userId}/api_keys",
  query: ["o", "limit", "page"],
  pagination: {
    style: "page",
    parameter: "page",
    first: 0,
    limit: "limit",
    defaultLimit: 500,
    items: "/results",
    total: "/size",
  },
});

/** Arguments of {@link getUserApiKey}. */
export interface GetUserApiKeyArgs {
  /**
   * Number of the user who owns the key.
   *
   * @example 1
   */
  userId: number;
  /**
   * Number of the API key.
   *
   * @example 3
   */
  id: number;
  /**
   * Number of the organization in which the user holds the key.
   *
   * @example 2
   */
  o: number;
}

/** Error bodies of {@link getUserApiKey}, by status. */
export interface GetUserApiKeyErrors {
  /**
   * The request is not valid, for example because a user already has a key of that name or `limit` is
   * out of bounds.
   */
  400: ErrorBody;
  /** The API key is missing or not valid. */
  401: ErrorBody;
  /** The user behind the API key may not do this. */
  403: ForbiddenErrorBody;
  /** There is no such user, organization or API key. */
  404: ErrorBody;
  /** Too many requests were made in a short time. */
  429: ErrorBody;
}

/**
 * Get an API key
 *
 * Describes one API key of a user. The secret is not included.
 *
 * `GET /users/{userId}/api_keys/{id}`, authorized by `bearerAuth`.
 *
 * @example
 * ```ts
 * const apiKey = await automox.getUserApiKey({ userId: 1, id: 3, o: 2 });
 * ```
 *
 * @returns The key.
 * @throws `BadRequestError` (400): The request is not valid, for example because a user already has a key of
 *   that name or `limit` is out of bounds.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid.
 * @throws `ForbiddenError` (403): The user behind the API key may not do this.
 * @throws `NotFoundError` (404): There is no such user, organization or API key.
 * @throws `RateLimitError` (429): Too many requests were made in a short time.
 */
export const getUserApiKey = /* @__PURE__ */ operation<
  (
    client: AutomoxClient,
    args: GetUserApiKeyArgs,
    options?: CallOptions,
  ) => ApiCall<ApiKey, GetUserApiKeyErrors>
>({ id: "getUserApiKey", method: "GET", path: "/users/{userId}/api_keys/{id}", query: ["o"] });

/** Arguments of {@link updateUserApiKey}. */
export interface UpdateUserApiKeyArgs {
  /**
   * Number of the user who owns the key.
   *
   * @example 1
   */
  userId: number;
  /**
   * Number of the API key.
   *
   * @example 3
   */
  id: number;
  /**
   * Number of the organization in which the user holds the key.
   *
   * @example 2
   */
  o: number;
  /**
   * The new state of the key.
   *
   * @example { is_enabled: true }
   */
  body: UpdateApiKey;
}

/** Error bodies of {@link updateUserApiKey}, by status. */
export interface UpdateUserApiKeyErrors {
  /**
   * The request is not valid, for example because a user already has a key of that name or `limit` is
   * out of bounds.
   */
  400: ErrorBody;
  /** The API key is missing or not valid. */
  401: ErrorBody;
  /** The user behind the API key may not do this. */
  403: ForbiddenErrorBody;
  /** There is no such user, organization or API key. */
  404: ErrorBody;
  /** Too many requests were made in a short time. */
  429: ErrorBody;
}

/**
 * Enable or disable an API key
 *
 * Switches an API key on or off. Nothing else about a key can be changed.
 *
 * `PUT /users/{userId}/api_keys/{id}`, authorized by `bearerAuth`.
 *
 * @example
 * ```ts
 * const apiKey = await automox.updateUserApiKey({
 *   userId: 1,
 *   id: 3,
 *   o: 2,
 *   body: { is_enabled: true },
 * });
 * ```
 *
 * @returns The key in its new state.
 * @throws `BadRequestError` (400): The request is not valid, for example because a user already has a key of
 *   that name or `limit` is out of bounds.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid.
 * @throws `ForbiddenError` (403): The user behind the API key may not do this.
 * @throws `NotFoundError` (404): There is no such user, organization or API key.
 * @throws `RateLimitError` (429): Too many requests were made in a short time.
 */
export const updateUserApiKey = /* @__PURE__ */ operation<
  (
    client: AutomoxClient,
    args: UpdateUserApiKeyArgs,
    options?: CallOptions,
  ) => ApiCall<ApiKey, UpdateUserApiKeyErrors>
>({
  id: "updateUserApiKey",
  method: "PUT",
  path: "/users/{userId}/api_keys/{id}",
  query: ["o"],
  body: "application/json",
});

/** Arguments of {@link deleteUserApiKey}. */
export interface DeleteUserApiKeyArgs {
  /**
   * Number of the user who owns the key.
   *
   * @example 1
   */
  userId: number;
  /**
   * Number of the API key.
   *
   * @example 3
   */
  id: number;
  /**
   * Number of the organization in which the user holds the key.
   *
   * @example 2
   */
  o: number;
}

/** Error bodies of {@link deleteUserApiKey}, by status. */
export interface DeleteUserApiKeyErrors {
  /**
   * The request is not valid, for example because a user already has a key of that name or `limit` is
   * out of bounds.
   */
  400: ErrorBody;
  /** The API key is missing or not valid. */
  401: ErrorBody;
  /** The user behind the API key may not do this. */
  403: ForbiddenErrorBody;
  /** There is no such user, organization or API key. */
  404: ErrorBody;
  /** Too many requests were made in a short time. */
  429: ErrorBody;
}

/**
 * Delete an API key
 *
 * Deletes an API key for good. Whatever still uses it is refused from then on.
 *
 * `DELETE /users/{userId}/api_keys/{id}`, authorized by `bearerAuth`.
 *
 * @example
 * ```ts
 * await automox.deleteUserApiKey({ userId: 1, id: 3, o: 2 });
 * ```
 *
 * @returns The key was deleted.
 * @throws `BadRequestError` (400): The request is not valid, for example because a user already has a key of
 *   that name or `limit` is out of bounds.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid.
 * @throws `ForbiddenError` (403): The user behind the API key may not do this.
 * @throws `NotFoundError` (404): There is no such user, organization or API key.
 * @throws `RateLimitError` (429): Too many requests were made in a short time.
 */
export const deleteUserApiKey = /* @__PURE__ */ operation<
  (
    client: AutomoxClient,
    args: DeleteUserApiKeyArgs,
    options?: CallOptions,
  ) => ApiCall<void, DeleteUserApiKeyErrors>
>({ id: "deleteUserApiKey", method: "DELETE", path: "/users/{userId}/api_keys/{id}", query: ["o"] });

/** Arguments of {@link decryptUserApiKey}. */
export interface DecryptUserApiKeyArgs {
  /**
   * Number of the user who owns the key.
   *
   * @example 1
   */
  userId: number;
  /**
   * Number of the API key.
   *
   * @example 3
   */
  id: number;
  /**
   * Number of the organization in which the user holds the key.
   *
   * @example 2
   */
  o: number;
}

/** Error bodies of {@link decryptUserApiKey}, by status. */
export interface DecryptUserApiKeyErrors {
  /**
   * The request is not valid, for example because a user already has a key of that name or `limit` is
   * out of bounds.
   */
  400: ErrorBody;
  /** The API key is missing or not valid. */
  401: ErrorBody;
  /** The user behind the API key may not do this. */
  403: ForbiddenErrorBody;
  /** There is no such user, organization or API key. */
  404: ErrorBody;
  /** Too many requests were made in a short time. */
  429: ErrorBody;
}

/**
 * Reveal the secret of an API key
 *
 * Answers with the secret of an API key in plain text: the value to send as a bearer token. Users can
 * reveal their own keys only.
 *
 * `POST /users/{userId}/api_keys/{id}/decrypt`, authorized by `bearerAuth`.
 *
 * @example
 * ```ts
 * const decryptedApiKey = await automox.decryptUserApiKey({ userId: 1, id: 3, o: 2 });
 * ```
 *
 * @returns The secret of the key.
 * @throws `BadRequestError` (400): The request is not valid, for example because a user already has a key of
 *   that name or `limit` is out of bounds.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid.
 * @throws `ForbiddenError` (403): The user behind the API key may not do this.
 * @throws `NotFoundError` (404): There is no such user, organization or API key.
 * @throws `RateLimitError` (429): Too many requests were made in a short time.
 */
export const decryptUserApiKey = /* @__PURE__ */ operation<
  (
    client: AutomoxClient,
    args: DecryptUserApiKeyArgs,
    options?: CallOptions,
  ) => ApiCall<DecryptedApiKey, DecryptUserApiKeyErrors>
>({ id: "decryptUserApiKey", method: "POST", path: "/users/{userId}/api_keys/{id}/decrypt", query: ["o"] });

/** Arguments of {@link getOrganizationApiKeys}. */
export interface GetOrganizationApiKeysArgs {
  /**
   * Number of the organization.
   *
   * @example 2
   */
  id: number;
  /**
   * Number of keys per page. At least 1, at most 500.
   *
   * @default 500
   * @example 50
   */
  limit?: number;
  /**
   * Number of the page; the first one is 0. At least 0.
   *
   * @default 0
   */
  page?: number;
}

/** Error bodies of {@link getOrganizationApiKeys}, by status. */
export interface GetOrganizationApiKeysErrors {
  /**
   * The request is not valid, for example because a user already has a key of that name or `limit` is
   * out of bounds.
   */
  400: ErrorBody;
  /** The API key is missing or not valid. */
  401: ErrorBody;
  /** The user behind the API key may not do this. */
  403: ForbiddenErrorBody;
  /** There is no such user, organization or API key. */
  404: ErrorBody;
  /** Too many requests were made in a short time. */
  429: ErrorBody;
}

/**
 * List the API keys of an organization
 *
 * Lists the API keys of all users of an organization, page by page. Secrets are not included. The
 * caller must be a full administrator.
 *
 * Awaiting the call gives one page; `.items()` walks the items of all pages, `.pages()` the pages.
 *
 * `GET /orgs/{id}/api_keys`, authorized by `bearerAuth`.
 *
 * @example
 * ```ts
 * for await (const apiKey of automox.getOrganizationApiKeys({ id: 2 }).items()) {
 *   console.log(apiKey);
 * }
 * ```
 *
 * @returns One page of keys.
 * @throws `BadRequestError` (400): The request is not valid, for example because a user already has a key of
 *   that name or `limit` is out of bounds.
 * @throws `UnauthorizedError` (401): The API key is missing or not valid.
 * @throws `ForbiddenError` (403): The user behind the API key may not do this.
 * @throws `NotFoundError` (404): There is no such user, organization or API key.
 * @throws `RateLimitError` (429): Too many requests were made in a short time.
 */
export const getOrganizationApiKeys = /* @__PURE__ */ pagedOperation<
  (
    client: AutomoxClient,
    args: GetOrganizationApiKeysArgs,
    options?: CallOptions,
  ) => PagedCall<ApiKeyPage, GetOrganizationApiKeysErrors, ApiKey>
>({
  id: "getOrganizationApiKeys",
  method: "GET",
  path: "/orgs/{id}/api_keys",
  query: ["limit", "page"],
  pagination: {
    style: "page",
    parameter: "page",
    first: 0,
    limit: "limit",
    defaultLimit: 500,
    items: "/results",
    total: "/size",
  },
});
