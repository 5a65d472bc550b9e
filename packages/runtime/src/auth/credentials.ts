import type { ApiDefinition, SchemeDefinition, SecurityDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { base64 } from "./base64.ts";
import type { Credential, CredentialRequest } from "./credential.ts";

/** What a request carries for its credentials. */
export interface Grant {
  readonly headers: [name: string, value: string][];
  readonly query: [name: string, value: string][];
  /** Secrets that came from providers, by scheme: what a 401 refuses. */
  readonly provided: Map<string, string>;
}

interface Entry {
  readonly scheme: SchemeDefinition;
  readonly credential: Credential | undefined;
}

/** The credentials of one client. Nothing that walks over the properties of a client can reach them. */
export class Credentials {
  readonly #api: string;
  readonly #baseUrl: string;
  readonly #entries = new Map<string, Entry>();
  readonly #secrets = new Set<string>();

  /**
   * @param baseUrl what the document's token URLs are relative to.
   * @param auth credentials by scheme name.
   * @throws ConfigError for an unknown scheme and for a key that cannot travel.
   */
  constructor({ name, schemes = {} }: ApiDefinition, baseUrl: string, auth: object = {}) {
    this.#api = name;
    this.#baseUrl = baseUrl;
    const given = new Map<string, unknown>(Object.entries(auth));
    for (const [option, scheme] of Object.entries(schemes)) {
      const credential = given.get(option) ?? environment(scheme.env) ?? undefined;
      if (credential !== undefined && typeof credential !== "function")
        this.#check(option, scheme, credential);
      this.#entries.set(option, { scheme, credential: credential as Credential | undefined });
    }
    for (const option of given.keys()) {
      if (this.#entries.has(option)) continue;
      throw new ConfigError(
        `${name}: unknown credential auth.${option}, expected ${[...this.#entries.keys()].join(" or ")}`,
      );
    }
  }

  /** Secrets seen so far, for redaction. */
  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  /**
   * What the first alternative that is fully satisfied sends.
   *
   * @throws ConfigError when none is, or a provider fails.
   */
  async grant(
    security: SecurityDefinition,
    request: Omit<CredentialRequest, "refused" | "tokenUrl">,
    refused?: Grant,
  ): Promise<Grant> {
    const grant: Grant = { headers: [], query: [], provided: new Map() };
    if (security.length === 0) return grant;
    const alternative = security.find((schemes) => schemes.every((name) => this.#has(name)));
    if (!alternative)
      throw new ConfigError(`${this.#api}: no credential for this call, expected ${this.#wanted(security)}`);
    for (const name of alternative) {
      const { scheme, credential } = this.#entries.get(name) ?? {};
      if (!scheme || credential === undefined) continue;
      if (typeof credential === "string") {
        attach(grant, scheme, credential);
        continue;
      }
      const path = scheme.type === "oauth2" ? scheme.tokenUrl : undefined;
      const tokenUrl = path === undefined ? undefined : new URL(path, `${this.#baseUrl}/`).href;
      const secret = await this.#provide(name, () =>
        credential({ ...request, tokenUrl, refused: refused?.provided.get(name) }),
      );
      grant.provided.set(name, this.#check(name, scheme, secret));
      attach(grant, scheme, secret);
    }
    return grant;
  }

  async #provide(name: string, provider: () => string | Promise<string>): Promise<string> {
    try {
      return await provider();
    } catch (cause) {
      if (cause instanceof KeysmithError) throw cause;
      throw new ConfigError(`auth.${name}: the function that provides it failed`, { cause });
    }
  }

  /** TLS brings its certificate along; everything else has to be given. */
  #has(name: string): boolean {
    const entry = this.#entries.get(name);
    return entry?.credential !== undefined || entry?.scheme.type === "mutualTLS";
  }

  #wanted(security: SecurityDefinition): string {
    const describe = (name: string): string => {
      const env = this.#entries.get(name)?.scheme.env;
      return env ? `auth.${name} (or ${env} in the environment)` : `auth.${name}`;
    };
    return security.map((schemes) => schemes.map(describe).join(" and ")).join(", or ");
  }

  /** Ours, because the platform's message for a line break in a header repeats the whole key. */
  #check(name: string, scheme: SchemeDefinition, secret: unknown): string {
    if (typeof secret !== "string" || secret === "")
      throw new ConfigError(`auth.${name} must be a string that is not empty`);
    const basic = scheme.type === "basic";
    // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
    if (basic ? !/^[^:\0-\x1f]*:[^\0-\x1f]*$/.test(secret) : !/^[!-~]([ -~]*[!-~])?$/.test(secret)) {
      throw new ConfigError(
        `auth.${name} must be ${basic ? "user:password without control characters" : "printable ASCII without line breaks or spaces around it"}`,
      );
    }
    // Shorter ones are not secrets, and replacing them would garble every message.
    if (secret.length >= 6)
      for (const form of [secret, encodeURIComponent(secret), base64(secret)]) this.#secrets.add(form);
    return secret;
  }
}

function attach({ headers, query }: Grant, scheme: SchemeDefinition, secret: string): void {
  switch (scheme.type) {
    case "apiKey":
      if (scheme.in === "query") query.push([scheme.name, secret]);
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

/** The variable's value where the platform has an environment. */
function environment(variable: string | undefined): string | undefined {
  const platform = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return (variable && platform.process?.env?.[variable]) || undefined;
}
