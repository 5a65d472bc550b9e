import type { ApiDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";

/**
 * The base URL of a client, without a trailing slash: `baseUrl`, or a server of the definition with its variables
 * filled in.
 *
 * @throws ConfigError when it is not an absolute `https:` (or loopback) URL, or a variable has a value it may not have.
 */
export function baseUrlOf(definition: ApiDefinition, options: ServerOptions): string {
  return checkBaseUrl(options.baseUrl ?? serverUrl(definition, options));
}

interface ServerOptions {
  readonly baseUrl?: string;
  readonly environment?: string;
  readonly server?: object;
}

function serverUrl(
  { name, servers }: ApiDefinition,
  { environment, server: given = {} }: ServerOptions,
): string {
  const server = environment === undefined ? servers[0] : servers.find((one) => one.name === environment);
  if (!server && environment !== undefined) {
    const names = servers.flatMap((one) => one.name ?? []).join(", ") || "none";
    throw new ConfigError(`${name}: no environment "${environment}", expected one of ${names}`);
  }
  if (!server) throw new ConfigError(`${name}: the document names no server, so baseUrl is required`);
  const values = new Map<string, unknown>(Object.entries(given));
  const known = new Map(Object.entries(server.variables ?? {}));
  for (const variable of values.keys()) {
    if (!known.has(variable))
      throw new ConfigError(
        `${name}: no server variable "${variable}", expected one of ${[...known.keys()].join(", ") || "none"}`,
      );
  }
  return server.url.replace(/\{([^{}]+)\}/g, (_, variable: string) => {
    const definition = known.get(variable);
    const value = values.get(variable) ?? definition?.default;
    const allowed = definition?.enum;
    if (
      typeof value !== "string" ||
      !/^\w(?:[\w.-]*\w)?$/.test(value) ||
      (allowed && !allowed.includes(value))
    ) {
      throw new ConfigError(
        `${name}: server variable "${variable}" must be ${allowed?.join(" or ") ?? "a host or path part"}`,
      );
    }
    return value;
  });
}

/** @throws ConfigError when credentials would not be safe there. */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.search || url.hash || url.username || url.password) {
    throw new ConfigError("base URL must be absolute, without user, query and fragment");
  }
  if (!isSafe(url)) throw new ConfigError(`base URL must be https: or loopback, found ${url.origin}`);
  return url.href.replace(/\/+$/, "");
}

/** Whether credentials may travel there: encrypted, or never leaving this machine. */
export function isSafe(url: URL): boolean {
  if (url.protocol === "https:") return true;
  return url.protocol === "http:" && /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}
