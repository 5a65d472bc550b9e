import type { SchemeDefinition } from "../definition.ts";
import { base64 } from "../wire/header.ts";

/** What a document says of a scheme. `env` names the environment variable that is the fallback in server runtimes. */
type About = Pick<SchemeDefinition, "env" | "tokenUrl">;

/** HTTP bearer, OAuth2 and OpenID Connect: `Authorization: Bearer …`; the secret is the token. */
export function bearer(about: About = {}): SchemeDefinition {
  return authorization(about, (token) => `Bearer ${token}`);
}

/** `Authorization: Basic …`; the secret is `user:password`. */
export function basic(about: About = {}): SchemeDefinition {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
  const pattern = /^[^:\0-\x1f\p{Surrogate}]*:[^\0-\x1f\p{Surrogate}]*$/u;
  const format = [pattern, "user:password, of whole characters and none of control"] as const;
  return { ...authorization(about, (secret) => `Basic ${base64(secret)}`), format };
}

/** Another HTTP scheme; the secret is the whole value of the `Authorization` header. */
export function httpScheme(about: About = {}): SchemeDefinition {
  return authorization(about, String);
}

function authorization(about: About, write: (secret: string) => string): SchemeDefinition {
  return {
    ...about,
    name: "authorization",
    place: (secret) => ["headers", "authorization", write(secret)],
  };
}

/** A key in a header, the query or a cookie of that name. */
export function apiKey({
  in: location,
  name,
  ...about
}: About & { readonly in: "header" | "query" | "cookie"; readonly name: string }): SchemeDefinition {
  const places: { readonly [place in typeof location]: SchemeDefinition["place"] & {} } = {
    header: (key) => ["headers", name.toLowerCase(), key],
    query: (key) => ["query", name, key],
    cookie: (key) => ["headers", "cookie", `${name}=${encodeURIComponent(key)}`],
  };
  return { ...about, name, place: places[location] };
}

/** The connection itself authorizes, by its certificate; nothing is sent. */
export function mutualTls(about: About = {}): SchemeDefinition {
  return { ...about, name: "authorization" };
}
