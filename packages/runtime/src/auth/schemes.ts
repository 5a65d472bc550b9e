import type { SchemeDefinition } from "../definition.ts";
import { base64 } from "../wire/header.ts";

/** What a document says of a scheme. `env` names the environment variable that is the fallback in server runtimes. */
type About = Pick<SchemeDefinition, "env" | "tokenUrl">;

/** HTTP bearer, OAuth2 and OpenID Connect: `Authorization: Bearer …`; the secret is the token. */
export function bearer(about: About = {}): SchemeDefinition {
  return {
    ...about,
    name: "authorization",
    place: (token) => ["headers", "authorization", `Bearer ${token}`],
  };
}

/** `Authorization: Basic …`; the secret is `user:password`. */
export function basic(about: About = {}): SchemeDefinition {
  return {
    ...about,
    name: "authorization",
    // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
    format: [/^[^:\0-\x1f]*:[^\0-\x1f]*$/, "user:password, without control characters"],
    place: (secret) => ["headers", "authorization", `Basic ${base64(secret)}`],
  };
}

/** Another HTTP scheme; the secret is the whole value of the `Authorization` header. */
export function httpScheme(about: About = {}): SchemeDefinition {
  return { ...about, name: "authorization", place: (value) => ["headers", "authorization", value] };
}

/** A key in a header, the query or a cookie of that name. */
export function apiKey({ in: location, name, ...about }: About & ApiKeyPlace): SchemeDefinition {
  const place = (key: string): ReturnType<NonNullable<SchemeDefinition["place"]>> => {
    if (location === "query") return ["query", name, key];
    return location === "header"
      ? ["headers", name.toLowerCase(), key]
      : ["headers", "cookie", `${name}=${encodeURIComponent(key)}`];
  };
  return { ...about, name, place };
}

interface ApiKeyPlace {
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
}

/** The connection itself authorizes, by its certificate; nothing is sent. */
export function mutualTls(about: About = {}): SchemeDefinition {
  return { ...about, name: "authorization" };
}
