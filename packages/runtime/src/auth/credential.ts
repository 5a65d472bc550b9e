import type { Fetch } from "../client/options.ts";

/**
 * A secret, or a function that gets it for every call: from a vault, or by an OAuth2 flow.
 *
 * What it is depends on the scheme: the key or token itself; `user:password` for HTTP basic; the whole value of the
 * `Authorization` header for other HTTP schemes.
 */
export type Credential = string | CredentialProvider;

/** Gets a secret. It runs within the time limit of the attempt that needs it. */
export type CredentialProvider = (request: CredentialRequest) => string | Promise<string>;

/** What a provider may want to know. */
export interface CredentialRequest {
  /** The secret the server has just refused with a 401: a cached one must not be given again. */
  readonly refused: string | undefined;
  /** Where the document says tokens come from, absolute. */
  readonly tokenUrl: string | undefined;
  /** The client's `fetch`. */
  readonly fetch: Fetch;
}
