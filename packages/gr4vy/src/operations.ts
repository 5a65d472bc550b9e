// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import { operation, pagedOperation, type ApiCall, type CallOptions, type PagedCall } from "@keysmith/runtime";
import type { Gr4vyClient } from "./client.ts";
import type { ApiKeyPair, ApiKeyPairPage, NotFoundErrorBody, UnauthorizedErrorBody } from "./models.ts";

/** Error bodies of {@link createApiKeyPair}, by status. */
export interface CreateApiKeyPairErrors {
  /** The token is missing, expired or not signed by an active key pair. */
  401: UnauthorizedErrorBody;
}

/**
 * Create an API key pair
 *
 * Creates a key pair and answers with its private key. This is the only time the private key is shown,
 * so store it before doing anything else. Gr4vy chooses the key and its id; the request has no body,
 * and each call makes a further pair.
 *
 * The token needs the scope `api-key-pairs.write`. Where there is no pair yet to sign one, the token
 * of a dashboard session serves.
 *
 * `POST /api-key-pairs`, authorized by `BearerAuth`.
 *
 * @example
 * ```ts
 * const apiKeyPair = await gr4vy.createApiKeyPair();
 * ```
 *
 * @returns The key pair was created; `private_key` is set.
 * @throws `UnauthorizedError` (401): The token is missing, expired or not signed by an active key pair.
 */
export const createApiKeyPair = /* @__PURE__ */ operation<
  (client: Gr4vyClient, options?: CallOptions) => ApiCall<ApiKeyPair, CreateApiKeyPairErrors>
>({ id: "createApiKeyPair", method: "POST", path: "/api-key-pairs" });

/** Arguments of {@link listApiKeyPairs}. */
export interface ListApiKeyPairsArgs {
  /**
   * Largest number of pairs on a page. At least 1, at most 100. Format: int32.
   *
   * @default 20
   * @example 50
   */
  limit?: number;
  /**
   * Which page to answer: the `next_cursor` or `previous_cursor` of another page, unchanged. Leave it
   * out for the first page. 1 to 1000 characters.
   *
   * @example "ZXhhbXBsZTE"
   */
  cursor?: string;
}

/** Error bodies of {@link listApiKeyPairs}, by status. */
export interface ListApiKeyPairsErrors {
  /** The token is missing, expired or not signed by an active key pair. */
  401: UnauthorizedErrorBody;
}

/**
 * List API key pairs
 *
 * Lists the active key pairs of the instance, page by page. Deleted pairs are left out, and so are
 * private keys: `private_key` is null in every item.
 *
 * To walk the list, send the `next_cursor` of one page as the `cursor` of the next call until it is
 * null; `previous_cursor` leads the other way. The token needs the scope `api-key-pairs.read`.
 *
 * Awaiting the call gives one page; `.items()` walks the items of all pages, `.pages()` the pages.
 *
 * `GET /api-key-pairs`, authorized by `BearerAuth`.
 *
 * @example
 * ```ts
 * for await (const apiKeyPair of gr4vy.listApiKeyPairs().items()) {
 *   console.log(apiKeyPair);
 * }
 * ```
 *
 * @returns One page of key pairs.
 * @throws `UnauthorizedError` (401): The token is missing, expired or not signed by an active key pair.
 */
export const listApiKeyPairs = /* @__PURE__ */ pagedOperation<
  (
    client: Gr4vyClient,
    args?: ListApiKeyPairsArgs,
    options?: CallOptions,
  ) => PagedCall<ApiKeyPairPage, ListApiKeyPairsErrors, ApiKeyPair>
>({
  id: "listApiKeyPairs",
  method: "GET",
  path: "/api-key-pairs",
  query: ["limit", "cursor"],
  pagination: { style: "cursor", parameter: "cursor", items: "/items", next: "/next_cursor" },
});

/** Arguments of {@link deleteApiKeyPair}. */
export interface DeleteApiKeyPairArgs {
  /**
   * Id of the key pair, 43 characters long, as `id` of the pair says. At least 1 character.
   *
   * @example "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI"
   */
  api_key_pair_id: string;
}

/** Error bodies of {@link deleteApiKeyPair}, by status. */
export interface DeleteApiKeyPairErrors {
  /** The token is missing, expired or not signed by an active key pair. */
  401: UnauthorizedErrorBody;
  /** There is no such key pair. */
  404: NotFoundErrorBody;
}

/**
 * Delete an API key pair
 *
 * Deletes a key pair for good. Tokens signed with its private key are refused from then on, so do not
 * delete the pair that signed the token of this very call before another one works.
 *
 * The token needs the scope `api-key-pairs.write`.
 *
 * `DELETE /api-key-pairs/{api_key_pair_id}`, authorized by `BearerAuth`.
 *
 * @example
 * ```ts
 * await gr4vy.deleteApiKeyPair({
 *   api_key_pair_id: "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI",
 * });
 * ```
 *
 * @returns The key pair was deleted.
 * @throws `UnauthorizedError` (401): The token is missing, expired or not signed by an active key pair.
 * @throws `NotFoundError` (404): There is no such key pair.
 */
export const deleteApiKeyPair = /* @__PURE__ */ operation<
  (
    client: Gr4vyClient,
    args: DeleteApiKeyPairArgs,
    options?: CallOptions,
  ) => ApiCall<void, DeleteApiKeyPairErrors>
>({ id: "deleteApiKeyPair", method: "DELETE", path: "/api-key-pairs/{api_key_pair_id}" });
