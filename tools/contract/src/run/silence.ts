import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { SilenceCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { judgeThrown } from "../judge/thrown.ts";
import { isFinding, observe } from "./observe.ts";

/** Answers that never come, or cannot be read, by what the call must throw. */
const SILENCES: readonly (readonly [error: string, options: () => object])[] = [
  ["NetworkError", () => ({ fetch: () => Promise.reject(new TypeError("fetch failed")) })],
  ["TimeoutError", () => ({ fetch: () => new Promise(() => {}), timeoutMs: 1 })],
  ["AbortError", () => ({ fetch: () => new Promise(() => {}), signal: AbortSignal.abort() })],
  ["ResponseParseError", () => ({ fetch: async () => page() })],
];

/** Breaks the connection in every way there is, and looks what the call makes of it. */
export async function runSilence(
  bench: Bench,
  { operation, args }: SilenceCell,
): Promise<readonly Finding[]> {
  const client = bench.clientWith(schemesOf(operation));
  const findings: Finding[] = [];
  for (const [name, options] of SILENCES) {
    const seen = await observe(bench, () => callMethod(client, operation, args, {}, options()));
    findings.push(...(isFinding(seen) ? [seen] : judgeThrown(seen, operation, name, bench.package)));
  }
  return findings;
}

/** What stands between a client and a server answers in its own way. */
function page(): Response {
  return new Response("<!doctype html><title>Sign in</title>", { headers: { "content-type": "text/html" } });
}
