import type { Operation } from "@keysmith/generator";
import type { RawExchange } from "../call/wire.ts";
import type { Drift } from "../drift.ts";

/** Drifts where the server sends callers elsewhere. The client follows within an origin; anything else it refuses. */
export function judgeRedirects(operation: Operation, exchanges: readonly RawExchange[]): readonly Drift[] {
  return exchanges.flatMap(({ status, url, headers }): readonly Drift[] => {
    const location = headers.get("location");
    if (location === null || ![301, 302, 303, 307, 308].includes(status)) return [];
    return [
      {
        kind: "redirect",
        severity: "drift",
        message: `the server redirects with ${status}`,
        at: "Location",
        expected: "an answer here",
        found: elsewhere(url, location),
        pointer: `#/paths/${operation.path.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        change: "name the path or the server that answers",
      },
    ];
  });
}

/** Where a redirect leads, without what may be secret in its path and query. */
function elsewhere(from: string, location: string): string {
  if (!URL.canParse(location, from)) return "a redirect to no URL";
  const [here, there] = [new URL(from), new URL(location, from)];
  if (there.origin !== here.origin)
    return `a redirect to another origin, ${there.origin}, which clients do not follow`;
  if (bare(there.pathname) === bare(here.pathname) && there.pathname !== here.pathname)
    return there.pathname.endsWith("/")
      ? "the same path with a slash at its end"
      : "the same path without its last slash";
  return "another path of the same origin";
}

function bare(path: string): string {
  return path.replace(/\/+$/, "");
}
