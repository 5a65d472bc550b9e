import { start } from "../call/start.ts";
import { isSafe } from "../client/base-url.ts";
import { createEngine } from "../client/engine.ts";
import type { OperationDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { Exchange } from "../transport/exchange.ts";
import { writeBody } from "../wire/body.ts";
import { basic } from "./schemes.ts";
import type { CredentialProvider, CredentialRequest } from "./credentials.ts";

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

type Fields = Readonly<Record<string, string | undefined>>;

interface Token {
  readonly value: string;
  /** As `performance.now()` counts. */
  readonly staleAt: number;
}

/** Tokens are replaced this long before they expire, so that none runs out on its way. */
const marginMs = 30_000;
const defaultTimeoutMs = 30_000;

/** What is known of one token endpoint. */
interface Endpoint {
  token?: Token;
  flight?: { readonly token: Promise<Token>; readonly staleAt: number };
}

function tokenProvider(fields: Fields, options: OAuth2Options): CredentialProvider {
  const endpoints = new Map<string | undefined, Endpoint>();
  return async function provide(request): Promise<string> {
    const now = performance.now();
    // A provider may serve clients of several servers: none gets the token of another.
    const endpoint: Endpoint = endpoints.get(request.tokenUrl) ?? {};
    endpoints.set(request.tokenUrl, endpoint);
    const { token } = endpoint;
    // A refused token may have been replaced in the meantime: the new one is as good for this caller.
    if (token && token.value !== request.refused && now < token.staleAt) return token.value;
    const joined = endpoint.flight && now < endpoint.flight.staleAt ? endpoint.flight : undefined;
    const { timeoutMs = defaultTimeoutMs } = options;
    const flight = joined ?? { token: requestToken(fields, options, request), staleAt: now + timeoutMs };
    endpoint.flight = flight;
    try {
      endpoint.token = await flight.token;
      return endpoint.token.value;
    } catch (error) {
      if (!joined || error instanceof KeysmithError) throw error;
    } finally {
      if (endpoint.flight === flight) delete endpoint.flight;
    }
    // In a Worker, what one request began ends with it, its promises too: then this call asks for itself.
    return provide(request);
  };
}

/** The token endpoint is an API of one operation: its call follows the rules of every other one. */
async function requestToken(
  fields: Fields,
  options: OAuth2Options,
  request: CredentialRequest,
): Promise<Token> {
  const { clientId, clientSecret, clientIn = "header", scope, timeoutMs = defaultTimeoutMs } = options;
  const url = options.tokenUrl ?? request.tokenUrl ?? "";
  if (!URL.canParse(url) || !isSafe(new URL(url))) {
    throw new ConfigError("OAuth2: tokenUrl must be an absolute https: (or loopback) URL");
  }
  const { origin, pathname, search } = new URL(url);
  const inHeader = clientIn === "header" && clientId !== undefined && clientSecret !== undefined;
  const engine = createEngine(
    {
      name: "OAuth2",
      baseUrl: origin,
      schemes: { client: basic() },
      sensitive: ["access_token", "refresh_token", "client_secret", "password"],
    },
    {
      fetch: request.fetch,
      timeoutMs,
      redirect: "error",
      auth: inHeader ? { client: [clientId, clientSecret].map(encodeURIComponent).join(":") } : {},
    },
  );
  for (const secret of [clientSecret, fields["password"]]) engine.redactor.remember(secret);
  const getToken: OperationDefinition = {
    id: "getToken",
    method: "POST",
    path: pathname + search,
    body: "application/x-www-form-urlencoded",
    writeBody,
    security: inHeader ? [["client"]] : [],
    idempotent: true,
  };
  const inBody = inHeader ? {} : { client_id: clientId, client_secret: clientSecret };
  // Without the caller's signal: others may be waiting for the same token.
  const answer = await start(new Exchange(engine, getToken, {}), { body: { ...fields, scope, ...inBody } });
  const { access_token: value, expires_in: seconds } = Object(answer) as Record<string, unknown>;
  if (typeof value !== "string") throw new KeysmithError(`POST ${pathname} -> no access_token in the answer`);
  const life = Number(seconds ?? Number.NaN);
  const lifeMs = life >= 0 ? life * 1000 : Infinity;
  return { value, staleAt: performance.now() + Math.max(lifeMs - marginMs, lifeMs / 2) };
}
