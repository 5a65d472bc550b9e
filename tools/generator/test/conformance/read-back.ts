import type { Arrival } from "./loopback.ts";

/**
 * Reads a parameter back from the bytes of a request, by what OpenAPI ("Style Examples") and RFC 6570 say of each style,
 * and by nothing of how the runtime writes it. Every value comes back as text.
 */

/** A parameter as a document declares it, and what its values are. */
export interface Declaration {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly style: string;
  readonly explode: boolean;
  readonly kind: "single" | "list" | "object";
}

export type ReadBack = string | readonly string[] | Readonly<Record<string, unknown>> | undefined;

/** What a request holds of the parameter that is all it has; `undefined`: nothing. */
export function readBack(declared: Declaration, arrival: Arrival): ReadBack {
  switch (declared.in) {
    case "path":
      return fromSegment(declared, segmentOf(arrival));
    case "query":
      return fromPairs(declared, pairsOf(queryOf(arrival), "&"));
    case "cookie":
      return fromPairs(declared, pairsOf(textOf(arrival, "cookie") ?? "", /; */));
    case "header": {
      // Nothing in a header is percent-encoded.
      const text = textOf(arrival, declared.name.toLowerCase());
      return text === undefined ? undefined : expansion(declared, text, ",", (part) => part);
    }
    default:
      return declared.in satisfies never;
  }
}

/** RFC 6570, 3.2.2, 3.2.5 and 3.2.7: `{id}`, `{.id}` and `{;id}`, exploded with a star. */
function fromSegment(declared: Declaration, segment: string): ReadBack {
  const { style, explode, name, kind } = declared;
  if (style === "simple") return expansion(declared, segment, ",", decodeURIComponent);
  if (style === "label") {
    return expansion(declared, after(segment, "."), explode ? "." : ",", decodeURIComponent);
  }
  const rest = after(segment, ";");
  if (!explode || kind === "single") {
    return expansion(declared, after(rest, `${name}=`), ",", decodeURIComponent);
  }
  if (kind === "object") return expansion(declared, rest, ";", decodeURIComponent);
  return rest.split(";").map((pair) => decodeURIComponent(after(pair, `${name}=`)));
}

function fromPairs(declared: Declaration, pairs: readonly (readonly [string, string])[]): ReadBack {
  const { name, style, explode, kind } = declared;
  if (pairs.length === 0) return undefined;
  if (style === "deepObject") return deepObject(name, pairs);
  if (explode && kind === "object") {
    return record(pairs.map(([key, value]) => [decodeURIComponent(key), decodeURIComponent(value)]));
  }
  const own = pairs.map(([key, value]) => {
    if (decodeURIComponent(key) !== name) throw new Error(`unexpected ${key}`);
    return value;
  });
  if (explode && kind === "list") return own.map(decodeURIComponent);
  const [text = "", ...more] = own;
  if (more.length > 0) throw new Error(`${name} stands there several times`);
  const mark = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? /\||%7C/ : ",";
  return expansion({ ...declared, explode: false }, text, mark, decodeURIComponent);
}

/** Values between marks; of objects keys and values in turn, or as pairs. */
function expansion(
  { kind, explode }: Declaration,
  text: string,
  mark: string | RegExp,
  decode: (part: string) => string,
): ReadBack {
  if (kind === "single") return decode(text);
  const parts = text.split(mark);
  if (kind === "list") return parts.map(decode);
  const pairs = explode
    ? parts.map((part) => cut(part, "="))
    : parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""] as const] : []));
  return record(pairs.map(([key, value]) => [decode(key), decode(value)]));
}

/** `q[a][b]=1`: brackets tell how deep, and are encoded where they belong to a name. */
function deepObject(name: string, pairs: readonly (readonly [string, string])[]): ReadBack {
  const leaves = pairs.map(([key, value]) => {
    const [, start = "", path = ""] = /^([^[]*)((?:\[[^\]]*\])+)$/.exec(key) ?? [];
    if (decodeURIComponent(start) !== name) throw new Error(`unexpected ${key}`);
    const keys = path.slice(1, -1).split("][").map(decodeURIComponent);
    return [JSON.stringify(keys), decodeURIComponent(value)] as const;
  });
  return record(leaves);
}

function record(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs);
}

function segmentOf({ target }: Arrival): string {
  const [path = "", query] = target.split("?", 2);
  const segments = path.split("/");
  if (query !== undefined || segments.length !== 3) throw new Error(`another path: ${target}`);
  return segments[2] ?? "";
}

function queryOf({ target }: Arrival): string {
  const [, query = ""] = target.split("?", 2);
  return query;
}

function textOf({ headers }: Arrival, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}

function pairsOf(text: string, mark: string | RegExp): readonly (readonly [string, string])[] {
  return text === "" ? [] : text.split(mark).map((pair) => cut(pair, "="));
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}

function after(text: string, start: string): string {
  if (!text.startsWith(start)) throw new Error(`expected ${start} at the start of ${text}`);
  return text.slice(start.length);
}
