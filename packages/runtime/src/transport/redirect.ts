import { isSafe } from "../client/server.ts";

export type RedirectPolicy = "same-origin" | "follow" | "error";

/** Where a redirect leads, or why it is not followed. */
export type Redirect =
  | { readonly url: URL; readonly method: string; readonly sameOrigin: boolean; readonly refused?: undefined }
  | { readonly refused: string };

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
  request: Request,
  { status, headers, type }: Response,
  policy: RedirectPolicy,
  followed: number,
): Redirect | undefined {
  if (type === "opaqueredirect") return { refused: "redirect, and this platform does not say where to" };
  if (!redirects.has(status)) return undefined;
  const location = headers.get("location");
  if (location === null) return undefined;
  if (policy === "error") return { refused: "redirects are errors here" };
  if (followed >= mostRedirects) return { refused: `more than ${mostRedirects} redirects` };
  if (!URL.canParse(location, request.url)) return { refused: "redirect to no valid URL" };
  const url = new URL(location, request.url);
  const sameOrigin = url.origin === new URL(request.url).origin;
  const reading = request.method === "GET" || request.method === "HEAD";
  if (!sameOrigin && policy !== "follow") return { refused: `redirect to another origin, ${url.origin}` };
  if (!sameOrigin && !reading)
    return { refused: `redirect of a ${request.method} to another origin, ${url.origin}` };
  if (!isSafe(url)) return { refused: `redirect to ${url.origin}, which is not https:` };
  const becomesGet = status === 303 ? !reading : status < 303 && request.method === "POST";
  return { url, method: becomesGet ? "GET" : request.method, sameOrigin };
}

/** The headers that may go along. */
export function redirectHeaders(
  headers: Headers,
  { sameOrigin, keepsBody }: { sameOrigin: boolean; keepsBody: boolean },
): Headers {
  return new Headers(
    [...headers].filter(([name]) =>
      sameOrigin ? keepsBody || !name.startsWith("content-") : harmless.has(name),
    ),
  );
}
