import type { ServerDefinition, ServerOptions } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";

/**
 * The base URL of an API whose document names several servers, or one with variables.
 *
 * @throws ConfigError for an unknown name, an unknown variable, or a value a variable may not have.
 */
export function selectServer(servers: readonly ServerDefinition[]): (options: ServerOptions) => string {
  return ({ environment, server: given = {} }) => {
    const server = environment === undefined ? servers[0] : servers.find(({ name }) => name === environment);
    const names = servers.flatMap(({ name }) => name ?? []).join(", ") || "none";
    if (!server) throw new ConfigError(`no environment "${environment}", expected one of ${names}`);
    const { url, variables = {} } = server;
    const known = Object.keys(variables);
    const unknown = Object.keys(given).find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new ConfigError(`no server variable "${unknown}", expected one of ${known.join(", ") || "none"}`);
    }
    return url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
      const allowed = variables[name]?.enum;
      const value = String(Reflect.get(given, name) ?? variables[name]?.default);
      if (/^\w(?:[\w.-]*\w)?$/.test(value) && (allowed?.includes(value) ?? true)) return value;
      throw new ConfigError(
        `server variable "${name}" must be ${allowed?.join(" or ") ?? "a host or path part"}`,
      );
    });
  };
}
