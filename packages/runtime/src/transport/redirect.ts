import { nothingGranted } from "../auth/credentials.ts";
import { isSafe } from "../client/base-url.ts";
import { canResend, type Draft } from "./draft.ts";
import type { Exchange } from "./exchange.ts";

/** Which redirects are followed. */
export type RedirectPolicy = "same-origin" | "follow" | "error";

const mostRedirects = 5;

/** Headers that another origin may see: everything else could be a credential. */
const harmless = /^(?:accept|accept-language|user-agent)$/;

/**
 * What to send when an answer redirects; `undefined` when it does not, or must not be followed: then the exchange notes
 * why.
 *
 * @param followed redirects of this attempt so far.
 */
export function redirectOf(
  exchange: Exchange,
  draft: Draft,
  { status, headers, type }: Response,
  followed: number,
): Draft | undefined {
  const location = headers.get("location");
  const refuse = (why: string): undefined => void (exchange.note = why);
  if (type === "opaqueredirect") return refuse("redirect to where the browser does not say");
  if (location === null || !/^30[12378]$/.test(`${status}`)) return undefined;
  if (!URL.canParse(location, draft.url)) return refuse("redirect to nowhere known");
  const url = new URL(location, draft.url);
  if (url.username || url.password) return refuse("redirect to a URL with a user name");
  const policy = exchange.setting("redirect");
  const sameOrigin = url.origin === new URL(draft.url).origin;
  const reads = /^(?:GET|HEAD)$/.test(draft.method);
  const becomesGet = status === 303 ? !reads : status < 303 && draft.method === "POST";
  const keepsBody = sameOrigin && !becomesGet;
  if (policy === "error") return refuse("redirects are errors here");
  if (followed >= mostRedirects) return refuse(`more than ${mostRedirects} redirects`);
  if (!sameOrigin && (policy !== "follow" || !reads))
    return refuse(`redirect of ${draft.method} to another origin, ${url.origin}`);
  if (!isSafe(url)) return refuse(`redirect to ${url.origin}, which is not https:`);
  if (keepsBody && !canResend(draft)) return refuse("redirect of a streamed body");
  if (!sameOrigin) leaveSecrets(exchange, url);
  // An origin that keeps its credentials keeps those of the query, too.
  for (const [name, value] of exchange.granted.query)
    if (!url.searchParams.has(name)) url.searchParams.append(name, value);
  const kept = [...draft.headers].filter(([name]) =>
    sameOrigin ? keepsBody || !name.startsWith("content-") : harmless.test(name),
  );
  const method = becomesGet ? "GET" : draft.method;
  return { ...draft, url: url.href, method, headers: new Map(kept), body: keepsBody ? draft.body : null };
}

/** From here on the attempt has no credentials, nor does the URL. */
function leaveSecrets(exchange: Exchange, { searchParams }: URL): void {
  exchange.granted = nothingGranted;
  for (const name of new Set(searchParams.keys()))
    if (exchange.engine.redactor.hides(name)) searchParams.delete(name);
}
