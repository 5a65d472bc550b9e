import type { ApiDefinition } from "../definition.ts";

const redacted = "[redacted]";
const alwaysSensitive = ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"];

/** Takes secrets out of what is logged or shown; the data a caller receives never passes through here. */
export interface Redactor {
  /** Names whose values are secret, in lower case. */
  readonly names: ReadonlySet<string>;
  /** A copy of a value, to any depth, with the values of sensitive properties and known secrets replaced. */
  value(value: unknown): unknown;
  /** Text that may hold `name: value` pairs, in JSON (even broken), XML, forms or prose. */
  text(text: string): string;
  url(url: string): string;
}

/**
 * @param secrets credentials in use; a server may repeat them where no name gives them away.
 */
export function createRedactor(
  { sensitive = [], schemes = {} }: Pick<ApiDefinition, "schemes" | "sensitive">,
  secrets: ReadonlySet<string>,
): Redactor {
  const parameters = Object.values(schemes).flatMap((scheme) =>
    scheme.type === "apiKey" ? [scheme.name] : [],
  );
  const names = new Set([...alwaysSensitive, ...parameters, ...sensitive].map((name) => name.toLowerCase()));
  const name = [...names].map((one) => one.replaceAll(/[^\w-]/g, String.raw`\$&`)).join("|");
  // A quoted name or value may be cut off; a value that opens a list or an object hides all that follows.
  const pair = new RegExp(
    String.raw`((?<![\w-])["']?(?:${name})["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"?|'[^']*'?|[[{][^]*|[^\r\n,;&"'<]+)`,
    "gi",
  );
  const element = new RegExp(String.raw`(<(${name})\b[^>]*>)[^<]*`, "gi");

  function scrub(text: string): string {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, redacted);
    return clean;
  }

  function value(found: unknown): unknown {
    if (typeof found === "string") return scrub(found);
    if (Array.isArray(found)) return found.map(value);
    if (typeof found !== "object" || found === null) return found;
    const entries = Object.entries(found).map(([key, member]) => [
      scrub(key),
      names.has(key.toLowerCase()) && member !== null && member !== undefined ? redacted : value(member),
    ]);
    return Object.fromEntries(entries);
  }

  return {
    names,
    value,
    text: (text) => scrub(text).replace(pair, `$1${redacted}`).replace(element, `$1${redacted}`),
    url: (url) =>
      scrub(url).replace(/([?&])([^=&#]+)=[^&#]*/g, (whole, start: string, key: string) =>
        names.has(decode(key)) ? `${start}${key}=${redacted}` : whole,
      ),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}
