import { requestIdOf } from "../call/meta.ts";
import { isSafe } from "../client/server.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { createApiError } from "../errors/status-errors.ts";
import { createRedactor } from "../redact/redactor.ts";
import { base64 } from "./base64.ts";
import type { CredentialProvider, CredentialRequest } from "./credential.ts";

/** What every OAuth2 flow may say. */
export interface OAuth2Options {
  /** Where tokens come from. Default: what the API's document says. */
  readonly tokenUrl?: string;
  /** Scopes to ask for, separated by spaces. */
  readonly scope?: string;
  /** Milliseconds for a token request. Default 30,000. */
  readonly timeoutMs?: number;
  /** Where the client's id and secret go: in an `Authorization` header, or in the form. Default `header`. */
  readonly clientIn?: "header" | "body";
}

export interface ClientCredentialsOptions extends OAuth2Options {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface PasswordOptions extends OAuth2Options {
  readonly username: string;
  readonly password: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/**
 * OAuth2 client credentials: gets a token when one is needed, keeps it until shortly before it expires, and gets
 * another one when the server refuses it. Calls that need a token at the same time share one request.
 *
 * @example
 * createOccam({ auth: { oauth: clientCredentials({ clientId: "…", clientSecret: "…" }) } });
 */
export function clientCredentials({
  clientId,
  clientSecret,
  ...options
}: ClientCredentialsOptions): CredentialProvider {
  return tokenProvider({ grant_type: "client_credentials" }, { clientId, clientSecret, ...options });
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

function tokenProvider(fields: Record<string, string>, options: FlowOptions): CredentialProvider {
  let token: Token | undefined;
  let flight: Promise<Token> | undefined;
  return async (request) => {
    // A refused token may have been replaced in the meantime: the new one is as good for this caller.
    if (token && token.value !== request.refused && performance.now() < token.staleAt) return token.value;
    flight ??= requestToken(fields, options, request)
      .then((fresh) => (token = fresh))
      .finally(() => (flight = undefined));
    return (await flight).value;
  };
}

type FlowOptions = OAuth2Options & { readonly clientId?: string; readonly clientSecret?: string };

async function requestToken(
  fields: Record<string, string>,
  options: FlowOptions,
  request: CredentialRequest,
): Promise<Token> {
  const tokenUrl = options.tokenUrl ?? request.tokenUrl;
  if (tokenUrl === undefined || !URL.canParse(tokenUrl) || !isSafe(new URL(tokenUrl))) {
    throw new ConfigError("OAuth2: tokenUrl must be an absolute https: (or loopback) URL");
  }
  const response = await send(tokenUrl, fields, options, request);
  const text = await response.text();
  const answer: { access_token?: unknown; expires_in?: unknown } = Object(response.ok && parse(text));
  if (typeof answer.access_token === "string" && answer.access_token !== "") {
    const lifeMs = typeof answer.expires_in === "number" ? answer.expires_in * 1000 : Infinity;
    return {
      value: answer.access_token,
      staleAt: performance.now() + Math.max(lifeMs - marginMs, lifeMs / 2),
    };
  }
  if (response.ok) throw new KeysmithError("OAuth2: the token endpoint answered without access_token");
  const { status, statusText, headers } = response;
  const secrets = new Set(
    [fields["password"], options.clientSecret].filter((secret) => secret !== undefined),
  );
  const redactor = createRedactor(
    { sensitive: ["access_token", "client_secret", "password", "refresh_token"] },
    secrets,
  );
  throw createApiError(`OAuth2 token endpoint -> ${status}`, {
    redact: redactor.value,
    status,
    statusText,
    headers,
    body: parse(text) ?? text,
    requestId: requestIdOf(headers),
    retryAfterMs: undefined,
  });
}

async function send(
  tokenUrl: string,
  fields: Record<string, string>,
  options: FlowOptions,
  { fetch }: CredentialRequest,
): Promise<Response> {
  const { clientId, clientSecret, scope, clientIn = "header", timeoutMs = 30_000 } = options;
  const form = new URLSearchParams(fields);
  const headers = new Headers({ accept: "application/json" });
  if (scope !== undefined) form.set("scope", scope);
  if (clientId !== undefined && clientSecret !== undefined && clientIn === "header") {
    headers.set(
      "authorization",
      `Basic ${base64(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`,
    );
  } else {
    if (clientId !== undefined) form.set("client_id", clientId);
    if (clientSecret !== undefined) form.set("client_secret", clientSecret);
  }
  // Not the caller's signal: others may be waiting for the same token. And no redirect: the form holds the secrets.
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(new Request(tokenUrl, { method: "POST", headers, body: form, redirect: "manual" }), {
      signal,
    });
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
