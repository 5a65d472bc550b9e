import type { ApiDefinition } from "../definition.ts";

const redacted = "[redacted]";
const alwaysSensitive = ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"];

/** Takes secrets out of what is logged or shown; the data a caller receives never passes through here. */
export class Redactor {
  readonly #names: ReadonlySet<string>;
  readonly #secrets: ReadonlySet<string>;

  /** @param secrets credentials in use; a server may repeat them where no name gives them away. */
  constructor(
    { sensitive = [], schemes = {} }: Pick<ApiDefinition, "schemes" | "sensitive">,
    secrets: ReadonlySet<string>,
  ) {
    const parameters = Object.values(schemes).map((scheme) =>
      scheme.type === "apiKey" ? scheme.name : "authorization",
    );
    const names = [...alwaysSensitive, ...parameters, ...sensitive];
    // As in a URL, too.
    this.#names = new Set([...names, ...names.map(encodeURIComponent)].map((name) => name.toLowerCase()));
    this.#secrets = secrets;
  }

  /** Whether what goes by this name is secret. */
  hides(name: string): boolean {
    return this.#names.has(name.toLowerCase());
  }

  /** A copy of a value, to any depth, with the values of sensitive properties and known secrets replaced. */
  value(found: unknown, depth = 0): unknown {
    if (typeof found === "string") return this.#scrub(found);
    if (typeof found !== "object" || found === null) return found;
    // Deeper than any answer: a value that holds itself.
    if (depth > 500) return redacted;
    if (Array.isArray(found)) return found.map((member) => this.value(member, depth + 1));
    const entries = Object.entries(found).map(([name, member]) => {
      const hidden = this.hides(name) && member !== null && member !== undefined;
      return [this.#scrub(name), hidden ? redacted : this.value(member, depth + 1)];
    });
    return Object.fromEntries(entries);
  }

  /** Text that may hold `name: value` pairs, in JSON (even broken), XML, forms or prose. */
  text(text: string): string {
    const name = [...this.#names].map((one) => one.replaceAll(/[^\w-]/g, String.raw`\$&`)).join("|");
    // A quoted name or value may be cut off; a value that opens a list or an object hides all that follows.
    const value = String.raw`"(?:[^"\\]|\\.)*"?|'[^']*'?|[[{][^]*|[^\r\n,;&"'<]+`;
    const pair = new RegExp(String.raw`((?<![\w-])["']?(?:${name})["']?\s*[:=]\s*)(?:${value})`, "gi");
    const element = new RegExp(String.raw`(<(?:${name})\b[^>]*>)[^<]*`, "gi");
    return this.#scrub(text).replace(pair, `$1${redacted}`).replace(element, `$1${redacted}`);
  }

  /** @param template of its path: tells which segments hold what. */
  url(url: string, template: string): string {
    const clean = this.#scrub(url).replace(/([?&])([^=&#]+)=[^&#]*/g, (pair, start: string, name: string) => {
      return this.hides(name) ? `${start}${name}=${redacted}` : pair;
    });
    const [path = "", ...query] = clean.split("?");
    const segments = path.split("/");
    const parts = template.split("/");
    const shown = segments.map((segment, index) => {
      const names = (parts[index - segments.length + parts.length] ?? "").matchAll(/\{([^{}]+)\}/g);
      return [...names].some(([, name = ""]) => this.hides(name)) ? redacted : segment;
    });
    return [shown.join("/"), ...query].join("?");
  }

  #scrub(text: string): string {
    let clean = text;
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, redacted);
    return clean;
  }
}
