import { requestIdOf } from "../call/meta.ts";
import { isSafe } from "../client/server.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { createApiError } from "../errors/status-errors.ts";
import { Redactor } from "../redact/redactor.ts";
import { base64 } from "./base64.ts";
import type { CredentialProvider, CredentialRequest } from "./credential.ts";

/** What every OAuth2 flow may say. */
export interface OAuth2Options {
  /** Where tokens come from. Default: what the API's document says. */
  readonly tokenUrl?: string;
  /** Scopes to ask for, separated by spaces. */
  readonly scope?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Where the client's id and secret go: in an `Authorization` header, or in the form. Default `header`. */
  readonly clientIn?: "header" | "body";
  /** Milliseconds for a token request. Default 30,000. */
  readonly timeoutMs?: number;
}

export interface ClientCredentialsOptions extends OAuth2Options {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface PasswordOptions extends OAuth2Options {
  readonly username: string;
  readonly password: string;
}

/**
 * OAuth2 client credentials: gets a token when one is needed, keeps it until shortly before it expires, and gets
 * another one when the server refuses it. Calls that need a token at the same time share one request.
 *
 * @example
 * createAcme({ auth: { oauth: clientCredentials({ clientId: "…", clientSecret: "…" }) } });
 */
export function clientCredentials(options: ClientCredentialsOptions): CredentialProvider {
  return tokenProvider({ grant_type: "client_credentials" }, options);
}

/** OAuth2 resource owner password: as {@link clientCredentials}, for a user's name and password. */
export function passwordFlow({ username, password, ...options }: PasswordOptions): CredentialProvider {
  return tokenProvider({ grant_type: "password", username, password }, options);
}

interface Token {
  readonly value: string;
  /** As `performance.now()` counts. */
  readonly staleAt: number;
}

/** Tokens are replaced this long before they expire, so that none runs out on its way. */
const marginMs = 30_000;

function tokenProvider(fields: Record<string, string>, options: OAuth2Options): CredentialProvider {
  let token: Token | undefined;
  let flight: Promise<Token> | undefined;
  return async (request) => {
    // A refused token may have been replaced in the meantime: the new one is as good for this caller.
    if (token && token.value !== request.refused && performance.now() < token.staleAt) return token.value;
    flight ??= requestToken(fields, options, request).finally(() => (flight = undefined));
    token = await flight;
    return token.value;
  };
}

async function requestToken(
  fields: Record<string, string>,
  options: OAuth2Options,
  request: CredentialRequest,
): Promise<Token> {
  const [response, text] = await send(fields, options, request);
  const answer: { access_token?: unknown; expires_in?: unknown } = Object(response.ok && parse(text));
  if (typeof answer.access_token === "string") {
    const lifeMs = typeof answer.expires_in === "number" ? answer.expires_in * 1000 : Infinity;
    return {
      value: answer.access_token,
      staleAt: performance.now() + Math.max(lifeMs - marginMs, lifeMs / 2),
    };
  }
  if (response.ok) throw new KeysmithError("OAuth2 token endpoint -> no access_token in the answer");
  const { status, statusText, headers } = response;
  const secrets = [fields["password"], options.clientSecret].filter((secret) => secret !== undefined);
  const redactor = new Redactor(
    { sensitive: ["access_token", "client_secret", "password"] },
    new Set(secrets),
  );
  throw createApiError(`OAuth2 token endpoint -> ${status}`, {
    redact: (value) => redactor.value(value),
    status,
    statusText,
    headers,
    body: parse(text) ?? text,
    requestId: requestIdOf(headers),
    retryAfterMs: undefined,
  });
}

async function send(
  fields: Record<string, string>,
  options: OAuth2Options,
  request: CredentialRequest,
): Promise<[Response, string]> {
  const {
    clientId,
    clientSecret,
    scope,
    clientIn = "header",
    tokenUrl = request.tokenUrl,
    timeoutMs = 30_000,
  } = options;
  const safe = tokenUrl !== undefined && URL.canParse(tokenUrl) && isSafe(new URL(tokenUrl));
  if (!safe) throw new ConfigError("OAuth2: tokenUrl must be an absolute https: (or loopback) URL");
  const body = new URLSearchParams(fields);
  const headers = new Headers({ accept: "application/json" });
  if (scope !== undefined) body.set("scope", scope);
  if (clientId !== undefined && clientSecret !== undefined && clientIn === "header") {
    headers.set(
      "authorization",
      `Basic ${base64(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`,
    );
  } else {
    if (clientId !== undefined) body.set("client_id", clientId);
    if (clientSecret !== undefined) body.set("client_secret", clientSecret);
  }
  try {
    // Not the caller's signal: others may be waiting for the same token. And no redirect: the form holds the secrets.
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await request.fetch(
      new Request(tokenUrl, { method: "POST", headers, body, redirect: "manual" }),
      { signal },
    );
    return [response, await response.text()];
  } catch (cause) {
    throw new NetworkError("OAuth2 token endpoint -> no answer", { cause, attempts: 1 });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
