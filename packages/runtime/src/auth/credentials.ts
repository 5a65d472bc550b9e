import type { Fetch } from "../client/options.ts";
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

/** What a provider may need. */
interface Context {
  readonly baseUrl: string;
  readonly fetch: Fetch;
}

/** The credentials of one client. Nothing that walks over the properties of a client can reach them. */
export class Credentials {
  readonly #api: string;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #secrets = new Set<string>();
  /** What does not change from call to call. */
  readonly #fixed = new Map<SecurityDefinition, Grant>();

  /**
   * @param auth credentials by scheme name.
   * @throws ConfigError for an unknown scheme and for a key that cannot travel.
   */
  constructor({ name: api, schemes = {} }: ApiDefinition, auth: object = {}) {
    this.#api = api;
    const known = Object.keys(schemes);
    const given = new Map<string, Credential | undefined>(Object.entries(auth));
    const unknown = [...given.keys()].find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new ConfigError(
        `${api}: unknown credential auth.${unknown}, expected auth.${known.join(" or auth.")}`,
      );
    const entries = Object.entries(schemes).map(([name, scheme]): [string, Entry] => {
      const credential = given.get(name) ?? environment(scheme.env);
      if (credential !== undefined && typeof credential !== "function") this.#check(name, scheme, credential);
      return [name, { scheme, credential }];
    });
    this.#entries = new Map(entries);
  }

  /** Secrets seen so far, for redaction. */
  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  /**
   * What the first alternative that is fully satisfied sends.
   *
   * @param refused grant that the server has answered with a 401.
   * @throws ConfigError when none is, or a provider fails.
   */
  grant(security: SecurityDefinition, context: Context, refused?: Grant): Grant | Promise<Grant> {
    return this.#fixed.get(security) ?? this.#collect(security, context, refused);
  }

  async #collect(security: SecurityDefinition, { baseUrl, fetch }: Context, refused?: Grant): Promise<Grant> {
    const grant: Grant = { headers: [], query: [], provided: new Map() };
    const alternative =
      security.length === 0 ? [] : security.find((names) => names.every((name) => this.#has(name)));
    if (!alternative)
      throw new ConfigError(`${this.#api}: no credential for this call, expected ${this.#wanted(security)}`);
    for (const name of alternative) {
      const { scheme, credential = "" } = this.#entries.get(name) ?? {};
      if (!scheme) continue;
      let secret = credential;
      if (typeof secret === "function") {
        const url = scheme.type === "oauth2" ? scheme.tokenUrl : undefined;
        const tokenUrl = url === undefined ? undefined : new URL(url, `${baseUrl}/`).href;
        const given = await ask(name, secret, { tokenUrl, fetch, refused: refused?.provided.get(name) });
        secret = this.#check(name, scheme, given);
        grant.provided.set(name, secret);
      }
      attach(grant, scheme, secret);
    }
    if (grant.provided.size === 0) this.#fixed.set(security, grant);
    return grant;
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
    return security.map((names) => names.map(describe).join(" and ")).join(", or ");
  }

  /** Ours, because the platform's message for a line break in a header repeats the whole key. */
  #check(name: string, { type }: SchemeDefinition, secret: unknown): string {
    // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
    const valid = type === "basic" ? /^[^:\0-\x1f]*:[^\0-\x1f]*$/ : /^[!-~](?:[ -~]*[!-~])?$/;
    if (typeof secret !== "string" || !valid.test(secret)) {
      const what =
        type === "basic"
          ? "user:password, without control characters"
          : "printable ASCII, without line breaks or spaces around it";
      throw new ConfigError(`auth.${name} must be ${what}`);
    }
    // Shorter ones are not secrets, and replacing them would garble every message.
    if (secret.length >= 6)
      for (const form of [secret, encodeURIComponent(secret), base64(secret)]) this.#secrets.add(form);
    return secret;
  }
}

async function ask(
  name: string,
  provider: Exclude<Credential, string>,
  request: CredentialRequest,
): Promise<unknown> {
  try {
    return await provider(request);
  } catch (cause) {
    if (cause instanceof KeysmithError) throw cause;
    throw new ConfigError(`auth.${name}: the function that provides it failed`, { cause });
  }
}

function attach({ headers, query }: Grant, scheme: SchemeDefinition, secret: string): void {
  if (scheme.type === "mutualTLS") return;
  if (scheme.type !== "apiKey") {
    const value =
      scheme.type === "http"
        ? secret
        : scheme.type === "basic"
          ? `Basic ${base64(secret)}`
          : `Bearer ${secret}`;
    headers.push(["authorization", value]);
  } else if (scheme.in === "query") query.push([scheme.name, secret]);
  else
    headers.push(
      scheme.in === "header"
        ? [scheme.name, secret]
        : ["cookie", `${scheme.name}=${encodeURIComponent(secret)}`],
    );
}

/** The variable's value where the platform has an environment, and lets it be read. */
function environment(variable: string | undefined): string | undefined {
  const platform = globalThis as { process?: { env?: Record<string, string | undefined> } };
  try {
    return (variable && platform.process?.env?.[variable]) || undefined;
  } catch {
    return undefined;
  }
}
