import { isCallable } from "../read/server.ts";
import { perApi } from "./per-api.ts";
import type { Api, Operation, Server, ServerVariable } from "../read/model.ts";

/** Servers a client can call: the first one, which is the default, and those that have a name to choose them by. */
export function callableServers(api: Api): readonly Server[] {
  const callable = api.servers.filter(({ url }) => isCallable(url));
  return callable.filter(({ name }, index) => index === 0 || name !== undefined);
}

const environments = perApi((api) => new Set(callableServers(api).map(({ name }) => name ?? "")));

/**
 * Servers of the operation's own: the first one, and those that go by the name of a server of the document. Where a client
 * calls none of them, the first all the same: it refuses the call then, rather than send it where the document does not.
 */
export function ownServers(api: Api, { servers }: Operation): readonly Server[] | undefined {
  const names = environments(api);
  const callable = servers?.filter(({ url }) => isCallable(url));
  if (callable?.length === 0) return servers?.slice(0, 1);
  return callable?.filter(({ name }, index) => index === 0 || names.has(name ?? ""));
}

/** All servers that a client's calls may go to, those of the document first; only these go by a name. */
export function allServers(api: Api): readonly Server[] {
  const own = api.operations.flatMap((operation) => ownServers(api, operation) ?? []);
  const others = new Map(
    own.map(({ url, description, variables }) => [url, { name: undefined, url, description, variables }]),
  );
  return [...callableServers(api), ...others.values()];
}

/** Whether something chooses among the servers, or completes an address; otherwise there is one plain base URL. */
export function isChoice(servers: readonly Server[]): boolean {
  return servers.some(({ name, variables }) => name !== undefined || variables.length > 0);
}

/** A variable as the servers that have it declare it. */
export interface SharedVariable {
  readonly name: string;
  readonly uses: readonly { readonly server: Server; readonly variable: ServerVariable }[];
}

/** The variables of all these servers, each once. */
export function sharedVariables(servers: readonly Server[]): readonly SharedVariable[] {
  const uses = servers.flatMap((server) => server.variables.map((variable) => ({ server, variable })));
  const names = new Set(uses.map(({ variable }) => variable.name));
  return [...names].map((name) => ({ name, uses: uses.filter(({ variable }) => variable.name === name) }));
}

/** Values the variable may have at some server; nothing where a server takes any. */
export function valuesOf({ uses }: SharedVariable): readonly string[] | undefined {
  const lists = uses.map(({ variable }) => variable.enum);
  return lists.every((list) => list !== undefined) ? [...new Set(lists.flat())] : undefined;
}
