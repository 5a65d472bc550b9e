import type { ApiDefinition, ServerOptions } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import type { ClientOptions } from "./options.ts";

/** The option `baseUrl`, else the server that a document names. */
export function baseUrlOf(options: ClientOptions & ServerOptions, named: ApiDefinition["baseUrl"]): string {
  return checkBaseUrl(options.baseUrl ?? (typeof named === "function" ? named(options) : named));
}

/**
 * A base URL without a trailing slash.
 *
 * @throws ConfigError when credentials would not be safe there.
 */
export function checkBaseUrl(text = ""): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && isSafe(url) && !url.search && !url.hash && !url.username && !url.password) {
    return url.href.replace(/\/+$/, "");
  }
  throw new ConfigError("base URL must be absolute, https: or loopback, without user, query and fragment");
}

/** Whether credentials may travel there: encrypted, or never leaving this machine. */
export function isSafe({ protocol, hostname }: URL): boolean {
  const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;
  return protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
}

/** Whatever went into the URL of a call, it stays below the base URL. */
export function checkUrl(url: string, baseUrl: string): string {
  const root = `${baseUrl}/`;
  // Nothing but these leads elsewhere; only they are worth the cost of parsing.
  const plain = url.startsWith(root) && !/[\\\s]|\/(?:\.|%2e)/i.test(url);
  if (plain || new URL(url).href.startsWith(root)) return url;
  throw new ConfigError(`the URL of a call must stay below ${baseUrl}`);
}
