import type { ApiDefinition, SchemeDefinition, SecurityDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { base64 } from "./base64.ts";
import type { Fetch } from "../client/options.ts";
import type { Credential, CredentialProvider, CredentialRequest } from "./credential.ts";

/** What a request carries for its credentials. */
export interface Grant {
  readonly headers: (readonly [name: string, value: string])[];
  readonly query: (readonly [name: string, value: string])[];
  /** Secrets that came from providers, by scheme: what a 401 refuses. */
  readonly provided: Map<string, string>;
}

const nothing: Grant = { headers: [], query: [], provided: new Map() };

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
        `${name}: unknown credential auth.${option}, expected auth.${[...this.#entries.keys()].join(" or auth.")}`,
      );
    }
  }

  /** Secrets seen so far, for redaction. */
  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  /**
   * What the first alternative that is fully satisfied sends; at once, unless a provider takes its time.
   *
   * @param refused grant that the server has answered with a 401.
   * @throws ConfigError when none is, or a provider fails.
   */
  grant(security: SecurityDefinition, fetch: Fetch, refused?: Grant): Grant | Promise<Grant> {
    if (security.length === 0) return nothing;
    const alternative = security.find((schemes) => schemes.every((name) => this.#has(name)));
    if (!alternative)
      throw new ConfigError(`${this.#api}: no credential for this call, expected ${this.#wanted(security)}`);
    const secrets = alternative.map((name) => this.#secretOf(name, fetch, refused));
    const immediate = secrets.every((secret) => typeof secret === "string");
    return immediate
      ? this.#assemble(alternative, secrets)
      : Promise.all(secrets).then((all) => this.#assemble(alternative, all));
  }

  #assemble(alternative: readonly string[], secrets: readonly string[]): Grant {
    const grant: Grant = { headers: [], query: [], provided: new Map() };
    for (const [index, name] of alternative.entries()) {
      const { scheme, credential } = this.#entries.get(name) ?? {};
      const secret = secrets[index] ?? "";
      if (scheme) attach(grant, scheme, secret);
      if (typeof credential === "function") grant.provided.set(name, secret);
    }
    return grant;
  }

  #secretOf(name: string, fetch: Fetch, refused: Grant | undefined): string | Promise<string> {
    const { scheme, credential = "" } = this.#entries.get(name) ?? {};
    return typeof credential === "string" || !scheme
      ? String(credential)
      : this.#provide(name, scheme, credential, { fetch, refused: refused?.provided.get(name) });
  }

  async #provide(
    name: string,
    scheme: SchemeDefinition,
    provider: CredentialProvider,
    request: Omit<CredentialRequest, "tokenUrl">,
  ): Promise<string> {
    const path = scheme.type === "oauth2" ? scheme.tokenUrl : undefined;
    const tokenUrl = path === undefined ? undefined : new URL(path, `${this.#baseUrl}/`).href;
    try {
      return this.#check(name, scheme, await provider({ ...request, tokenUrl }));
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
