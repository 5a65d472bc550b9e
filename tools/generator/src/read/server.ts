import { isObject, type JsonObject } from "../load/json.ts";
import { listAt, membersAt, scalarAt, textAt, textsAt } from "./document.ts";
import type { Server } from "./model.ts";

/**
 * The servers of a document. Addresses may be relative: they are then relative to wherever the document is served, which
 * a client cannot know. A document that names none means `/`.
 */
export function serversOf(root: JsonObject): readonly Server[] {
  const servers = serversAt(root);
  return servers.length > 0
    ? servers
    : [{ name: undefined, url: "/", description: undefined, variables: [] }];
}

/**
 * Where one operation is: its own servers, else those of its path; `undefined` where that is no news.
 *
 * @param item - The path's item.
 * @param servers - Those of the document.
 */
export function ownServersOf(
  operation: JsonObject,
  item: JsonObject,
  servers: readonly Server[],
): readonly Server[] | undefined {
  const own = [operation, item].map(serversAt).find((found) => found.length > 0) ?? [];
  return own.length > 0 && urlsOf(own) !== urlsOf(servers) ? own : undefined;
}

/** Whether a client would call the address: a whole one, and encrypted or on this machine. */
export function isCallable(url: string): boolean {
  return /^(?:(?:https|\{[^{}]*\}):\/\/|http:\/\/(?:localhost|127\.|\[::1\]))/i.test(url);
}

function urlsOf(servers: readonly Server[]): string {
  return servers.map(({ url }) => url).join(" ");
}

/** The servers, with the names that are words and not taken by one before. */
function serversAt(holder: JsonObject): readonly Server[] {
  const taken = new Set<string>();
  return (listAt(holder, "servers") ?? []).filter(isObject).map((server) => {
    const name = textAt(server, "x-name");
    const own = name !== undefined && /^[a-z][a-z0-9]*$/.test(name) && !taken.has(name) ? name : undefined;
    if (own !== undefined) taken.add(own);
    return readServer(server, own);
  });
}

function readServer(server: JsonObject, ownName: string | undefined): Server {
  return {
    name: ownName,
    url: addressOf(textAt(server, "url") ?? "/"),
    description: textAt(server, "description"),
    variables: membersAt(server, "variables").flatMap(([name, variable]) => {
      if (!isObject(variable)) return [];
      const choices = textsAt(variable, "enum");
      const start = scalarAt(variable, "default") ?? choices[0] ?? "";
      return {
        name,
        default: start,
        // 3.0 lets a variable start at a value that is not listed.
        enum: choices.length > 0 ? [...new Set([...choices, start])] : undefined,
        description: textAt(variable, "description"),
      };
    }),
  };
}

/** Without a trailing slash, though a lone `/` stays: an empty address would be none. Of two ways to a host, the safe one. */
export function addressOf(url: string): string {
  const whole = url.trim().replace(/^(?=\/\/)/, "https:");
  return whole.length > 1 && whole.endsWith("/") ? whole.slice(0, -1) : whole;
}
