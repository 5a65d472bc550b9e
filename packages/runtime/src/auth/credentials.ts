import type { Fetch } from "../client/options.ts";
import type { ApiDefinition, SecurityDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import type { Redactor } from "../redact/redactor.ts";
import type { Exchange } from "../transport/exchange.ts";

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
  /** The `fetch` of the call. */
  readonly fetch: Fetch;
}

/** What a request carries for its credentials. */
export interface Grant {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Secrets that came from providers, by scheme: what a 401 refuses. */
  readonly provided: ReadonlyMap<string, string>;
}

export const nothingGranted: Grant = { headers: [], query: [], provided: new Map() };

const asciiFormat = [
  /^[!-~](?:[ -~]*[!-~])?$/,
  "printable ASCII, without line breaks or spaces around it",
] as const;

/** The credentials of one client. Nothing that walks over the properties of a client can reach them. */
export class Credentials {
  readonly #api: ApiDefinition;
  readonly #redactor: Redactor;
  readonly #given = new Map<string, Credential>();

  /**
   * @param auth credentials by scheme name.
   * @param redactor learns every secret there is.
   * @throws ConfigError for an unknown scheme and for a key that cannot travel.
   */
  constructor(api: ApiDefinition, auth: object, redactor: Redactor) {
    this.#api = api;
    this.#redactor = redactor;
    const { name: apiName, schemes = {} } = api;
    const unknown = Object.keys(auth).find((name) => !Object.hasOwn(schemes, name));
    if (unknown !== undefined) {
      const known = Object.keys(schemes).map((name) => `auth.${name}`);
      throw new ConfigError(`${apiName}: unknown credential auth.${unknown}, expected ${known.join(" or ")}`);
    }
    for (const [name, { env }] of Object.entries(schemes)) {
      const credential: unknown = Reflect.get(auth, name) ?? environment(env);
      if (typeof credential === "function") this.#given.set(name, credential as CredentialProvider);
      else if (credential !== undefined) this.#given.set(name, this.#check(name, credential, true));
    }
  }

  /**
   * What the first alternative that is fully satisfied sends.
   *
   * @throws ConfigError when none is, or a provider fails.
   */
  async grant(exchange: Exchange): Promise<Grant> {
    const security = exchange.operation.security ?? this.#api.security ?? [];
    if (security.length === 0) return nothingGranted;
    const alternative = security.find((names) => names.every((name) => this.#has(name)));
    if (!alternative) {
      throw new ConfigError(
        `${this.#api.name}: no credential for this call, expected ${this.#wanted(security)}`,
      );
    }
    const provided = new Map<string, string>();
    const grant = { headers: [] as [string, string][], query: [] as [string, string][], provided };
    for (const name of alternative) {
      const scheme = this.#api.schemes?.[name];
      let secret = this.#given.get(name);
      if (!scheme?.place || secret === undefined) continue;
      if (typeof secret === "function") {
        secret = this.#check(name, await this.#ask(name, secret, exchange));
        provided.set(name, secret);
      }
      const [place, key, value] = scheme.place(secret);
      grant[place].push([key, value]);
    }
    return grant;
  }

  /** The secret that a provider gives. */
  async #ask(name: string, provider: CredentialProvider, exchange: Exchange): Promise<unknown> {
    const fetch = exchange.setting("fetch");
    const relative = this.#api.schemes?.[name]?.tokenUrl;
    const tokenUrl = relative && new URL(relative, `${exchange.engine.baseUrl}/`).href;
    try {
      return await provider({ tokenUrl, fetch, refused: exchange.refused?.provided.get(name) });
    } catch (cause) {
      // Not as what it is: a 401 of a token endpoint is no answer to this call.
      const why = cause instanceof KeysmithError ? cause.message : "the function that provides it failed";
      throw new ConfigError(`auth.${name}: ${why}`, { cause });
    }
  }

  /** TLS brings its certificate along; everything else has to be given. */
  #has(name: string): boolean {
    const scheme = this.#api.schemes?.[name];
    return scheme !== undefined && (this.#given.has(name) || !scheme.place);
  }

  #wanted(security: SecurityDefinition): string {
    const describe = (name: string): string => {
      const env = this.#api.schemes?.[name]?.env;
      return env ? `auth.${name} (or ${env} in the environment)` : `auth.${name}`;
    };
    return security.map((names) => names.map(describe).join(" and ")).join(", or ");
  }

  /** Ours, because the platform's message for a line break in a header repeats the whole key. */
  #check(name: string, secret: unknown, lasting = false): string {
    const [pattern, expected] = this.#api.schemes?.[name]?.format ?? asciiFormat;
    if (typeof secret !== "string" || !pattern.test(secret))
      throw new ConfigError(`auth.${name} must be ${expected}`);
    // The password alone is secret, too.
    for (const part of [secret, secret.slice(secret.indexOf(":") + 1)])
      this.#redactor.remember(part, lasting);
    return secret;
  }
}

/** The variable's value where the platform has an environment, and lets it be read. */
function environment(variable = ""): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  try {
    return process?.env?.[variable] || undefined;
  } catch {
    return undefined;
  }
}
