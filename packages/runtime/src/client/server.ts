import type { ApiDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";

interface ServerOptions {
  readonly baseUrl?: string;
  readonly environment?: string;
  readonly server?: object;
}

/**
 * The base URL of a client, without a trailing slash: `baseUrl`, or a server of the definition with its variables
 * filled in.
 *
 * @throws ConfigError when it is not an absolute `https:` (or loopback) URL, or a variable has a value it may not have.
 */
export function baseUrlOf(
  { name, servers }: ApiDefinition,
  { baseUrl, environment, server: given = {} }: ServerOptions,
): string {
  if (baseUrl !== undefined) return checkBaseUrl(baseUrl);
  const server = environment === undefined ? servers[0] : servers.find((one) => one.name === environment);
  if (!server) {
    const names = servers.flatMap((one) => one.name ?? []).join(", ") || "none";
    throw new ConfigError(
      `${name}: no ${environment ? `environment "${environment}"` : "server"}, expected one of ${names}, or baseUrl`,
    );
  }
  const known = Object.keys(server.variables ?? {});
  const unknown = Object.keys(given).find((variable) => !known.includes(variable));
  if (unknown !== undefined) {
    throw new ConfigError(
      `${name}: no server variable "${unknown}", expected one of ${known.join(", ") || "none"}`,
    );
  }
  const url = server.url.replaceAll(/\{([^{}]+)\}/g, (_, variable: string) => {
    const allowed = server.variables?.[variable]?.enum;
    const value = String(Reflect.get(given, variable) ?? server.variables?.[variable]?.default);
    if (/^\w(?:[\w.-]*\w)?$/.test(value) && (allowed?.includes(value) ?? true)) return value;
    throw new ConfigError(
      `${name}: server variable "${variable}" must be ${allowed?.join(" or ") ?? "a host or path part"}`,
    );
  });
  return checkBaseUrl(url);
}

/** @throws ConfigError when credentials would not be safe there. */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && isSafe(url) && !url.search && !url.hash && !url.username && !url.password)
    return url.href.replace(/\/+$/, "");
  throw new ConfigError("base URL must be absolute, https: or loopback, without user, query and fragment");
}

/** Whether credentials may travel there: encrypted, or never leaving this machine. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return (
    protocol === "https:" ||
    (protocol === "http:" && /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname))
  );
}
