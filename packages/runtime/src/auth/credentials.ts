import type { ApiDefinition, SchemeDefinition, SecurityDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import type { Credential } from "./credential.ts";

/** What a request carries for its credentials. */
export interface Grant {
  readonly headers: [name: string, value: string][];
  readonly query: string[];
}

interface Entry {
  readonly scheme: SchemeDefinition;
  readonly credential: Credential | undefined;
}

/** The credentials of one client. Nothing that walks over the properties of a client can reach them. */
export class Credentials {
  readonly #api: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  /**
   * @param auth credentials by scheme name.
   * @throws ConfigError for an unknown scheme and for a key that cannot travel.
   */
  constructor({ name, schemes = {} }: ApiDefinition, auth: object = {}) {
    const given = new Map<string, unknown>(Object.entries(auth));
    const entries = new Map<string, Entry>();
    for (const [option, scheme] of Object.entries(schemes)) {
      const credential = given.get(option) ?? environment(scheme.env);
      entries.set(option, { scheme, credential: checkCredential(option, credential) });
    }
    for (const option of given.keys()) {
      if (!entries.has(option))
        throw new ConfigError(
          `${name}: no credential is called auth.${option}, expected ${[...entries.keys()].join(" or ")}`,
        );
    }
    this.#api = name;
    this.#entries = entries;
  }

  /**
   * What the first alternative that is fully satisfied sends.
   *
   * @throws ConfigError when none is.
   */
  async grant(security: SecurityDefinition): Promise<Grant> {
    const grant: Grant = { headers: [], query: [] };
    if (security.length === 0) return grant;
    const alternative = security.find((schemes) =>
      schemes.every((name) => this.#entries.get(name)?.credential !== undefined),
    );
    if (!alternative)
      throw new ConfigError(`${this.#api}: no credential for this call, expected ${this.#wanted(security)}`);
    for (const name of alternative) {
      const entry = this.#entries.get(name);
      if (entry?.credential === undefined) continue;
      const secret = typeof entry.credential === "string" ? entry.credential : await entry.credential();
      attach(grant, entry.scheme, checkSecret(name, secret));
    }
    return grant;
  }

  #wanted(security: SecurityDefinition): string {
    const alternatives = security.map((schemes) =>
      schemes
        .map((name) => {
          const env = this.#entries.get(name)?.scheme.env;
          return env ? `auth.${name} (or ${env} in the environment)` : `auth.${name}`;
        })
        .join(" and "),
    );
    return alternatives.join(", or ");
  }
}

function attach({ headers, query }: Grant, scheme: SchemeDefinition, secret: string): void {
  switch (scheme.type) {
    case "apiKey":
      if (scheme.in === "query")
        query.push(`${encodeURIComponent(scheme.name)}=${encodeURIComponent(secret)}`);
      else if (scheme.in === "header") headers.push([scheme.name, secret]);
      else headers.push(["cookie", `${scheme.name}=${encodeURIComponent(secret)}`]);
      return;
    case "basic":
      headers.push(["authorization", `Basic ${base64(secret)}`]);
      return;
    case "http":
      headers.push(["authorization", secret]);
      return;
    case "mutualTLS":
      return;
    case "bearer":
    case "oauth2":
    case "openIdConnect":
      headers.push(["authorization", `Bearer ${secret}`]);
      return;
  }
  scheme satisfies never;
}

function checkCredential(option: string, credential: unknown): Credential | undefined {
  if (credential === undefined || credential === null) return undefined;
  if (typeof credential === "string") return checkSecret(option, credential);
  if (typeof credential === "function") return credential as Credential;
  throw new ConfigError(`auth.${option} must be a string or a function that returns one`);
}

/** Ours, because the platform's message for a line break in a header repeats the whole key. */
function checkSecret(option: string, secret: unknown): string {
  if (typeof secret !== "string" || secret === "")
    throw new ConfigError(`auth.${option} must be a string that is not empty`);
  if (!/^[\x20-\x7e]+$/.test(secret)) {
    throw new ConfigError(
      `auth.${option} must be printable ASCII; it holds a line break or another character that cannot travel`,
    );
  }
  if (secret !== secret.trim()) throw new ConfigError(`auth.${option} must not begin or end with a space`);
  return secret;
}

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

/** The variable's value where the platform has an environment. */
function environment(variable: string | undefined): string | undefined {
  const platform = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return (variable && platform.process?.env?.[variable]) || undefined;
}
