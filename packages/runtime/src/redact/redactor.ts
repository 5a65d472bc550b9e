import type { ApiDefinition } from "../definition.ts";
import { base64 } from "../wire/header.ts";

const redacted = "[redacted]";
const alwaysSensitive = ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"];
const mostSecrets = 300;

/** Takes secrets out of what is logged or shown; the data a caller receives never passes through here. */
export class Redactor {
  readonly #names: ReadonlySet<string>;
  /** The first sensitive name in a text, and what follows it. */
  readonly #named: RegExp;
  /** Credentials in use; a server may repeat them where no name gives them away. */
  readonly #secrets = new Set<string>();
  /** How many of them were given when the client was made; those from providers come and go. */
  #lasting = 0;

  constructor({ sensitive = [], schemes = {} }: Pick<ApiDefinition, "schemes" | "sensitive">) {
    const parameters = Object.values(schemes).map(({ name }) => name);
    const names = [...alwaysSensitive, ...parameters, ...sensitive];
    // As in a URL, too; which holds no halves of characters.
    const encoded = names.map((name) => encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, "\ufffd")));
    this.#names = new Set([...names, ...encoded].map((name) => name.toLowerCase()));
    const escaped = [...this.#names].map((name) => name.replaceAll(/[^\w-]/g, String.raw`\$&`));
    this.#named = new RegExp(`(?<![\\w-])(${escaped.join("|")})(?![\\w-])[^]*`, "i");
  }

  /** Has a secret redacted wherever it turns up. */
  remember(secret = "", lasting = false): void {
    // Shorter ones are not secrets, and replacing them would garble every message.
    if (secret.length < 6) return;
    const inJson = JSON.stringify(secret).slice(1, -1);
    const encoded = encodeURIComponent(secret);
    // A URL parser encodes the apostrophe of a query, too.
    for (const form of [secret, inJson, encoded, encoded.replaceAll("'", "%27"), base64(secret)])
      this.#secrets.add(form);
    if (lasting) this.#lasting = this.#secrets.size;
    // A provider may give another token for every call: only those of late can still turn up.
    if (this.#secrets.size > mostSecrets)
      for (const old of [...this.#secrets].slice(this.#lasting, -mostSecrets / 2)) this.#secrets.delete(old);
  }

  /** Whether what goes by this name is secret. */
  hides(name: string): boolean {
    return this.#names.has(name.toLowerCase());
  }

  /**
   * A copy of a value, to any depth, with the values of sensitive properties and known secrets replaced.
   *
   * @param leaf what texts become: `text` where they may hold more than one value.
   */
  value(
    found: unknown,
    leaf = (text: string): string => this.#scrub(text),
    seen = new Set<object>(),
  ): unknown {
    if (typeof found === "string") return leaf(found);
    if (typeof found !== "object" || found === null) return found;
    // What holds itself, or the same thing over and over, has no end; and nobody reads that much.
    if (seen.has(found) || seen.size > 1000) return redacted;
    seen.add(found);
    if (Array.isArray(found)) return found.map((member) => this.value(member, leaf, seen));
    const entries = Object.entries(found).map(([name, member]) => {
      const hidden = this.hides(name) && member !== null && member !== undefined;
      return [this.#scrub(name), hidden ? redacted : this.value(member, leaf, seen)];
    });
    return Object.fromEntries(entries);
  }

  /** Text in whatever form: what follows a sensitive name may be its value, so none of it is shown. */
  text(text: string): string {
    return this.#scrub(text).replace(this.#named, `$1 ${redacted}`);
  }

  /** @param template of its path: tells which segments hold what. */
  url(url: string, template: string): string {
    const clean = this.#scrub(url).replace(/([?&][^=&#]+)=[^&#]*/g, (pair, name: string) => {
      // Members of an object are named in brackets, between commas or in JSON.
      const plain = pair.replaceAll(/%[2-7][\da-f]/gi, decodeURIComponent);
      return this.#named.test(`${pair} ${plain}`) ? `${name}=${redacted}` : pair;
    });
    const [path = "", ...query] = clean.split("?");
    const segments = path.split("/");
    const parts = template.replace(/[?#](?![^{}]*\}).*/s, "").split("/");
    const shown = segments.map((segment, index) => {
      const names = (parts[index - segments.length + parts.length] ?? "").matchAll(/\{([^{}]+)\}/g);
      return [...names].some(([, name = ""]) => this.hides(name)) ? redacted : segment;
    });
    return [shown.join("/"), ...query].join("?");
  }

  #scrub(text: string): string {
    let clean = text;
    // The longest first: one may be the beginning of another.
    for (const secret of [...this.#secrets].toSorted((a, b) => b.length - a.length))
      clean = clean.replaceAll(secret, redacted);
    return clean;
  }
}
