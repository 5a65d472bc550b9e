import { problem, type Problem } from "./problem.ts";

/** A request target, taken apart. */
export interface Target {
  /** As sent, still encoded: nothing is normalised, so that a test sees what its client wrote. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Takes a request target apart: a path with a query, or a whole URL as proxies send it. */
export function parseTarget(target: string): Target | Problem {
  const relative = target.startsWith("/") ? target : relativePart(target);
  if (relative === undefined)
    return problem(
      400,
      "malformed-target",
      `expected a path after the method, found ${JSON.stringify(target)}`,
    );
  const [path = "", ...query] = relative.split("?");
  try {
    decodeURIComponent(path);
  } catch {
    return problem(400, "malformed-target", `the path is not percent-encoded UTF-8: ${path}`);
  }
  return { path, query: new URLSearchParams(query.join("?")) };
}

function relativePart(target: string): string | undefined {
  const url = URL.parse(target);
  return url === null || !url.protocol.startsWith("http") ? undefined : url.pathname + url.search;
}
