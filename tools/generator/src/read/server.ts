import { isObject, type JsonObject } from "../load/json.ts";
import { listAt, membersAt, scalarAt, textAt, textsAt } from "./document.ts";
import type { Server } from "./model.ts";

/**
 * The servers of a document. Addresses may be relative: they are then relative to wherever the document is served, which
 * a client cannot know. A document that names none means `/`.
 */
export function serversOf(root: JsonObject): readonly Server[] {
  const servers = (listAt(root, "servers") ?? []).filter(isObject).map(readServer);
  return servers.length > 0
    ? servers
    : [{ name: undefined, url: "/", description: undefined, variables: [] }];
}

/** Whether a client can call the address as it stands. */
export function isAbsolute(url: string): boolean {
  return /^(?:https?|\{[^{}]*\}):\/\//i.test(url);
}

function readServer(server: JsonObject): Server {
  const url = textAt(server, "url") ?? "/";
  return {
    name: textAt(server, "x-name"),
    // A lone `/` stays: an empty address would be none.
    url: url.length > 1 && url.endsWith("/") ? url.slice(0, -1) : url,
    description: textAt(server, "description"),
    variables: membersAt(server, "variables").flatMap(([name, variable]) => {
      if (!isObject(variable)) return [];
      const choices = textsAt(variable, "enum");
      return {
        name,
        default: scalarAt(variable, "default") ?? choices[0] ?? "",
        enum: choices.length > 0 ? choices : undefined,
        description: textAt(variable, "description"),
      };
    }),
  };
}
