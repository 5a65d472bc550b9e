import type { Api, Server } from "@keysmith/generator";
import { UsageError } from "../usage-error.ts";

/** Where to call, and how patiently. */
export interface Target {
  readonly baseUrl: string | undefined;
  readonly environment: string | undefined;
  readonly server: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly retries: number;
}

/**
 * The address that is called, for people.
 *
 * @throws UsageError for an environment or a variable that the document does not know, and for a host that the document
 *   leaves open: its default is somebody's, and no credential is sent there unasked.
 */
export function addressOf({ name, servers }: Api, { baseUrl, environment, server }: Target): string {
  const names = servers.flatMap((one) => one.name ?? []);
  const chosen = environment === undefined ? servers[0] : servers.find((one) => one.name === environment);
  // A client without a choice has no such options, and would pass them over.
  if (chosen === undefined)
    throw new UsageError(`${name} has no environment "${environment}". Known are ${listed(names)}.`);
  const variables = chosen.variables.map((variable) => variable.name);
  const unknown = Object.keys(server).find((given) => !variables.includes(given));
  if (unknown !== undefined)
    throw new UsageError(`${name} has no server variable "${unknown}". Known are ${listed(variables)}.`);
  if (baseUrl !== undefined) return baseUrl;
  const open = openHost(chosen, server);
  if (open !== undefined) {
    const what = open.description === undefined ? "" : ` ${open.description}`;
    throw new UsageError(
      `The host of ${name}, ${chosen.url}, is not known: give --server ${open.name}=…, or --base-url.${what}`,
    );
  }
  return chosen.url.replaceAll(/\{([^{}]+)\}/g, (whole, variable: string) => {
    return server[variable] ?? chosen.variables.find((one) => one.name === variable)?.default ?? whole;
  });
}

/** A variable that decides whose host it is, when it was not given and anything is possible. */
function openHost(
  { url, variables }: Server,
  given: Target["server"],
): Server["variables"][number] | undefined {
  const [host = ""] = url.replace(/^[^/]*:\/\//, "").split("/", 1);
  return variables.find(
    ({ name, enum: choices }) =>
      choices === undefined && given[name] === undefined && host.includes(`{${name}}`),
  );
}

function listed(names: readonly string[]): string {
  return names.join(", ") || "none";
}
