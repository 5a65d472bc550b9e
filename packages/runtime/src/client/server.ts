import type { ServerDefinition, ServerOptions } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";

/**
 * The base URL of an API whose document names several servers, or one with variables.
 *
 * @param elsewhere variables that only servers of single operations have.
 * @throws ConfigError for an unknown name, an unknown variable, or a value a variable may not have.
 */
export function selectServer(
  servers: readonly ServerDefinition[],
  elsewhere: readonly string[] = [],
): (options: ServerOptions) => string {
  return ({ environment, server: given = {} }) => {
    const server = environment === undefined ? servers[0] : servers.find(({ name }) => name === environment);
    const names = servers.flatMap(({ name }) => name ?? []).join(", ") || "none";
    if (!server) throw new ConfigError(`no environment "${environment}", expected one of ${names}`);
    const { url, variables = {} } = server;
    const known = Object.keys(variables);
    const unknown = Object.keys(given).find((name) => !known.includes(name) && !elsewhere.includes(name));
    if (unknown !== undefined) {
      throw new ConfigError(`no server variable "${unknown}", expected one of ${known.join(", ") || "none"}`);
    }
    return url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
      const { enum: allowed, default: start } = variables[name] ?? {};
      const value = String(Reflect.get(given, name) ?? start);
      // The document's own values are as good as the rest of its address; others may not leave their part of it.
      if (value === start || (allowed?.includes(value) ?? /^\w(?:[\w.-]*\w)?$/.test(value))) return value;
      throw new ConfigError(
        `server variable "${name}" must be ${allowed?.join(" or ") ?? "a host or path part"}`,
      );
    });
  };
}

/**
 * The base URL of an operation that has servers of its own. The client's `environment` counts where one of them has a
 * name, its variables where the chosen one has them.
 *
 * @throws ConfigError as `selectServer` does.
 */
export function ownServer(servers: readonly ServerDefinition[]): (options: ServerOptions) => string {
  const named = servers.some(({ name }) => name !== undefined);
  return ({ environment, server = {} }) =>
    selectServer(servers, Object.keys(server))({ environment: named ? environment : undefined, server });
}
