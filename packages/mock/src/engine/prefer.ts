/** What a request asks of the mock: `Prefer: code=404, example=notFound`. */
export interface Preference {
  readonly code: string | undefined;
  readonly example: string | undefined;
  /** `dynamic`: random answers, which Prism offers and a test cannot use. */
  readonly dynamic: boolean;
}

const TOKEN = /^\s*([^\s=;,"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/;

/** Reads the header as RFC 7240 has it; preferences that are not ours (`return=minimal`) are left to others. */
export function parsePrefer(header: string | undefined): Preference {
  const found = new Map<string, string>();
  for (const item of items(header ?? "")) {
    const [, name, quoted, token] = TOKEN.exec(item) ?? [];
    if (name === undefined || found.has(name.toLowerCase())) continue;
    found.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, "$1") ?? token ?? "");
  }
  const dynamic = found.get("dynamic");
  return {
    code: found.get("code"),
    example: found.get("example"),
    dynamic: dynamic !== undefined && dynamic !== "false",
  };
}

/** Splits at commas outside quotes. */
function items(header: string): readonly string[] {
  return header.match(/(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
}
