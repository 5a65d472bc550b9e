import type { ServerOptions } from "../definition.ts";
import type { Logger } from "../redact/logger.ts";
import type { Middleware } from "../transport/middleware.ts";
import type { RedirectPolicy } from "../transport/redirect.ts";

/**
 * A `fetch` of your own. It gets a finished `Request` and the signal that ends it, and must not follow redirects: the
 * client does.
 *
 * @example (request, init) => fetch(request, { ...init, dispatcher: proxy })
 */
export type Fetch = (request: Request, init: { readonly signal: AbortSignal }) => Promise<Response>;

/** Headers by name; `null` removes one that would be sent otherwise. */
export type HeaderOptions = { readonly [name: string]: string | null | undefined };

/** What can be set for a client and, more urgently, for one call. */
export interface SharedOptions {
  /** Sends requests. Default: the platform's `fetch`. */
  fetch?: Fetch;
  /** Sent in addition to what the operation sends, and instead of headers of the same name. */
  headers?: HeaderOptions;
  /** Milliseconds for one attempt, until its body is read. Default 60,000; `Infinity` waits for ever. */
  timeoutMs?: number;
  /** Milliseconds for the whole call, retries and waiting included. Default: none. */
  deadlineMs?: number;
  /**
   * How often a failed attempt is repeated. Default 2. Only calls that may be repeated are: GET, HEAD, OPTIONS, PUT,
   * DELETE, those with an idempotency key, and those marked `idempotent`.
   */
  maxRetries?: number;
  /**
   * Longest wait a server may ask for, in milliseconds. Default 60,000. When it asks for more, the call fails at once
   * with its `retryAfterMs`.
   */
  maxRetryAfterMs?: number;
  /**
   * Which redirects are followed, five at most. Default `same-origin`. With `follow`, a GET may go to another origin,
   * without credentials. A redirect not followed is an `ApiError`.
   */
  redirect?: RedirectPolicy;
  /** Around every attempt, the first one outermost; those of a call inside those of its client. */
  middleware?: readonly Middleware[];
}

/** Options of a client. */
export interface ClientOptions extends SharedOptions {
  /**
   * Where the API is, instead of the servers its document names: `https:`, or loopback for tests. It holds for every
   * operation, also for those that have a server of their own in the document.
   *
   * @example "http://127.0.0.1:4010"
   */
  baseUrl?: string;
  /** Told about every attempt. Default: nobody. */
  logger?: Logger;
}

/** Options of every client, before a generated package types `auth`, `server` and `environment` for its API. */
export interface ApiClientOptions extends ClientOptions, ServerOptions {
  /** Credentials by security scheme. */
  readonly auth?: object;
}

/** Options of one call. */
export interface CallOptions extends SharedOptions {
  /** Ends the call with an `AbortError`. */
  signal?: AbortSignal;
  /** Sent as `Idempotency-Key`, the same for all attempts: a server that knows it does the work once. */
  idempotencyKey?: string;
  /** Says that this call may (or may not) be repeated, whatever its method. */
  idempotent?: boolean;
}
