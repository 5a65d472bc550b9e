import type { Api } from "@keysmith/generator";

const REDACTED = "[redacted]";

/** Headers and properties that are secret whatever a document says. */
const ALWAYS = [
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
  "password",
  "secret",
  "token",
  "access_token",
  "refresh_token",
  "private_key",
  "api_key",
  "apikey",
];

/** Shorter ones are no secrets, and to replace them would garble every line. */
const SHORTEST = 6;

/**
 * What must not be shown: credentials, and what answers hold under sensitive names. Reports describe values without
 * quoting them; this catches what got into a text by another way.
 */
export class Secrets {
  readonly #names: ReadonlySet<string>;
  readonly #known = new Set<string>();

  constructor(api: Pick<Api, "sensitiveProperties" | "schemes">, credentials: Iterable<string>) {
    const parameters = api.schemes.flatMap((scheme) => (scheme.kind === "apiKey" ? [scheme.parameter] : []));
    const names = [...ALWAYS, ...api.sensitiveProperties, ...parameters];
    this.#names = new Set(names.map((name) => name.toLowerCase()));
    for (const credential of credentials) {
      this.remember(credential);
      // The password of a basic credential is secret alone, too.
      this.remember(credential.slice(credential.indexOf(":") + 1));
    }
  }

  /** Whether what goes by this name is secret. */
  hides(name: string): boolean {
    return this.#names.has(name.toLowerCase());
  }

  /** Has a secret redacted wherever it turns up from here on; of data, every text and number in it. */
  remember(secret: unknown): void {
    if (typeof secret === "object" && secret !== null) {
      for (const member of Object.values(secret)) this.remember(member);
      return;
    }
    const text = typeof secret === "string" || typeof secret === "number" ? String(secret) : "";
    // A secret of several lines is cut up by whoever prints it.
    for (const part of new Set([text, ...text.split(/\r?\n/)])) {
      if (part.length < SHORTEST) continue;
      const forms = [
        part,
        // Hosts and media types are told in small letters.
        part.toLowerCase(),
        JSON.stringify(part).slice(1, -1),
        encodeURIComponent(wellFormed(part)),
        new URLSearchParams({ "": part }).toString().slice(1),
        base64(part),
      ];
      for (const form of forms) this.#known.add(form);
    }
  }

  /** Remembers everything under a sensitive name, to any depth. */
  learn(data: unknown): void {
    if (typeof data !== "object" || data === null) return;
    for (const [name, member] of Object.entries(data)) {
      if (this.hides(name)) this.remember(member);
      else this.learn(member);
    }
  }

  /** The text without secrets. */
  clean(text: string): string {
    let clean = text;
    // The longest first: one may be the beginning of another.
    for (const secret of [...this.#known].toSorted((one, other) => other.length - one.length))
      clean = clean.replaceAll(secret, REDACTED);
    return clean;
  }

  /** A copy of data whose texts are clean, its names included. */
  cleanData<T>(data: T): T {
    const copy = (value: unknown): unknown => {
      if (typeof value === "string") return this.clean(value);
      if (Array.isArray(value)) return value.map(copy);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [this.clean(name), copy(member)]),
      );
    };
    return copy(data) as T;
  }
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

/** Halves of characters cannot be part of a URL. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}
