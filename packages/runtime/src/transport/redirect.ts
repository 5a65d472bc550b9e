import { isSafe } from "../client/base-url.ts";
import { canResend, type Draft } from "./draft.ts";

/** Which redirects are followed. */
export type RedirectPolicy = "same-origin" | "follow" | "error";

const mostRedirects = 5;

/** Headers that another origin may see: everything else could be a credential. */
const harmless = /^(?:accept|accept-language|user-agent)$/;

/**
 * What to send when an answer redirects; `undefined` when it does not. A text says why it is not followed.
 *
 * @param followed redirects of this attempt so far.
 */
export function redirectOf(
  draft: Draft,
  { status, headers, type }: Response,
  policy: RedirectPolicy = "same-origin",
  followed: number,
): Draft | string | undefined {
  const location = headers.get("location");
  // Browsers do not say where to.
  const opaque = type === "opaqueredirect";
  if (!opaque && (location === null || !/^30[12378]$/.test(`${status}`))) return undefined;
  if (location === null || !URL.canParse(location, draft.url)) return "redirect to nowhere known";
  if (policy === "error") return "redirects are errors here";
  if (followed >= mostRedirects) return `more than ${mostRedirects} redirects`;
  const url = new URL(location, draft.url);
  const sameOrigin = url.origin === new URL(draft.url).origin;
  const reads = draft.method === "GET" || draft.method === "HEAD";
  if (!sameOrigin && (policy !== "follow" || !reads)) {
    return `redirect of ${draft.method} to another origin, ${url.origin}`;
  }
  if (!isSafe(url)) return `redirect to ${url.origin}, which is not https:`;
  const becomesGet = status === 303 ? !reads : status < 303 && draft.method === "POST";
  const keepsBody = sameOrigin && !becomesGet;
  if (keepsBody && !canResend(draft)) return "redirect of a streamed body";
  const kept = [...draft.headers].filter(([name]) =>
    sameOrigin ? keepsBody || !name.startsWith("content-") : harmless.test(name),
  );
  return {
    ...draft,
    url: url.href,
    method: becomesGet ? "GET" : draft.method,
    headers: new Map(kept),
    body: keepsBody ? draft.body : null,
  };
}
