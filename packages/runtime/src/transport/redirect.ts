import { isSafe } from "../client/server.ts";

/** Where a redirect leads; `refused` says why it is not followed. */
export interface Redirect {
  readonly url: URL;
  readonly method: string;
  readonly sameOrigin: boolean;
  readonly refused: string | undefined;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/** Headers that another origin may see: everything else could be a credential. */
const harmless: ReadonlySet<string> = new Set(["accept", "accept-language", "user-agent"]);

/**
 * What to do with an answer that redirects; `undefined` for one that does not.
 *
 * @param followed redirects of this attempt so far.
 */
export function redirectOf(
  { url: from, method }: Request,
  { status, headers, type }: Response,
  policy: "same-origin" | "follow" | "error" = "same-origin",
  followed: number,
): Redirect | undefined {
  // Browsers do not say where to.
  const opaque = type === "opaqueredirect";
  if (!opaque && !redirects.has(status)) return undefined;
  const location = headers.get("location");
  if (!opaque && location === null) return undefined;
  const valid = URL.canParse(location ?? "", from);
  const url = new URL(valid && location !== null ? location : from, from);
  const sameOrigin = url.origin === new URL(from).origin;
  const reading = method === "GET" || method === "HEAD";
  const becomesGet = status === 303 ? !reading : status < 303 && method === "POST";
  const reasons: (string | false)[] = [
    (opaque || !valid) && "redirect to nowhere known",
    policy === "error" && "redirects are errors here",
    followed >= mostRedirects && `more than ${mostRedirects} redirects`,
    !sameOrigin &&
      (policy !== "follow" || !reading) &&
      `redirect of ${method} to another origin, ${url.origin}`,
    !isSafe(url) && `redirect to ${url.origin}, which is not https:`,
  ];
  return {
    url,
    method: becomesGet ? "GET" : method,
    sameOrigin,
    refused: reasons.find((reason) => reason !== false),
  };
}

/** The headers that may go along. */
export function redirectHeaders(headers: Headers, sameOrigin: boolean, keepsBody: boolean): Headers {
  const kept = [...headers].filter(([name]) =>
    sameOrigin ? keepsBody || !name.startsWith("content-") : harmless.has(name),
  );
  return new Headers(kept);
}
