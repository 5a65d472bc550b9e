import type { ApiDefinition } from "../definition.ts";

const redacted = "[redacted]";
const alwaysSensitive = ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"];

/** Takes secrets out of what is logged or shown; the data a caller receives never passes through here. */
export class Redactor {
  readonly #names: ReadonlySet<string>;
  /** The first sensitive name in a text, and what follows it. */
  readonly #named: RegExp;
  readonly #secrets: ReadonlySet<string>;

  /** @param secrets credentials in use; a server may repeat them where no name gives them away. */
  constructor(
    { sensitive = [], schemes = {} }: Pick<ApiDefinition, "schemes" | "sensitive">,
    secrets: ReadonlySet<string>,
  ) {
    const parameters = Object.values(schemes).map(({ name }) => name);
    const names = [...alwaysSensitive, ...parameters, ...sensitive];
    // As in a URL, too; which holds no halves of characters.
    const encoded = names.map((name) => encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, "\ufffd")));
    this.#names = new Set([...names, ...encoded].map((name) => name.toLowerCase()));
    const escaped = [...this.#names].map((name) => name.replaceAll(/[^\w-]/g, String.raw`\$&`));
    this.#named = new RegExp(`(?<![\\w-])(${escaped.join("|")})(?![\\w-])[^]*`, "i");
    this.#secrets = secrets;
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
