import { problem, type Problem } from "./problem.ts";
import type { Preference } from "./wish.ts";

const TOKEN = /^\s*([^\s=;,"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/;

const OURS: ReadonlySet<string> = new Set(["code", "example", "dynamic"]);

/** Ours, where they can have no effect: behind a semicolon, as a word about another preference of ours. */
const MISPLACED = /;\s*(?:code|example|dynamic)\s*(?=[=;]|$)/i;

/**
 * What a request asks of the mock: `Prefer: code=404, example=notFound`. Reads the header as RFC 7240 has it;
 * preferences that are not ours (`return=minimal`) are left to others. Undefined when nothing is asked.
 */
export function parsePrefer(header: string | undefined): Preference | Problem | undefined {
  const found = new Map<string, string>();
  for (const item of items(header ?? "")) {
    const [start = "", name, quoted, token] = TOKEN.exec(item) ?? [];
    if (name === undefined || found.has(name.toLowerCase())) continue;
    found.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, "$1") ?? token ?? "");
    const parameters = item.slice(start.length).replaceAll(/"(?:[^"\\]|\\.)*"?/g, "");
    if (OURS.has(name.toLowerCase()) && MISPLACED.test(parameters))
      return refuse(
        `found ${JSON.stringify(item.trim())}; commas part preferences: \`code=404, example=notFound\``,
      );
  }
  const [code, example, dynamic] = [...OURS].map((name) => found.get(name));
  if (dynamic !== undefined && dynamic !== "false")
    return refuse("`dynamic` is not supported: answers are the document's examples");
  if (code !== undefined && !/^[2-5]\d\d$/.test(code))
    return refuse(`expected a status of 200 to 599 after \`code=\`, found ${JSON.stringify(code)}`);
  if (code === undefined && example === undefined) return undefined;
  return { code: code === undefined ? undefined : Number(code), example };
}

function refuse(detail: string): Problem {
  return problem(400, "impossible-preference", `Prefer: ${detail}`);
}

/** Splits at commas outside quotes. */
function items(header: string): readonly string[] {
  return header.match(/(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
}
