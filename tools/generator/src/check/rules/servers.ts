import { describe, isList, isObject, listed, member } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { childPointer } from "../../load/pointer.ts";
import type { Json } from "../../read/model.ts";
import { addressOf, isCallable } from "../../read/server.ts";
import { at, type Context } from "../context.ts";
import { textOf } from "../reading.ts";
import { placeholdersOf } from "./paths.ts";

/** Variables of a server are declared where they are used, used where they are declared, and start at an allowed value. */
export function serverVariables(context: Context): void {
  for (const node of context.nodes("server")) {
    const { value } = node;
    const url = textOf(value, "url");
    const variables = member(value, "variables") ?? {};
    if (url === undefined || !isObject(variables)) continue;
    const declared = Object.keys(variables);
    const used = placeholdersOf(url).filter((name) => name !== "");
    for (const name of new Set(used)) {
      if (declared.includes(name)) continue;
      const message = `The server variable \`{${name}}\` is not declared. Expected \`${name}\` with a \`default\` under \`variables\`.`;
      context.error(at(node, "url"), message + suggestion(name, declared));
    }
    for (const name of declared) {
      const place = at(node, "variables", name);
      if (!used.includes(name)) {
        context.warning(
          place,
          `The server variable \`${name}\` stands nowhere in \`${url}\`. Remove it, or use it.`,
        );
      }
      defaultAmongValues(context, member(variables, name), place);
    }
  }
}

function defaultAmongValues(context: Context, variable: Json | undefined, pointer: string): void {
  const start = member(variable, "default");
  const values = member(variable, "enum");
  if (typeof start !== "string" || !isList(values) || values.length === 0 || values.includes(start)) return;
  // 3.0 only recommends it.
  const report = context.version === "3.0" ? context.warning : context.error;
  report(
    childPointer(pointer, "default"),
    `\`default\` must be one of the values in \`enum\`, ${listed(values.map(String), "or")}; found ${describe(start)}.`,
  );
}

/** Clients choose a server by its name, so of two with the same one is out of reach. */
export function serverNames({ document, warning, place }: Context): void {
  const seen = new Map<string, string>();
  for (const [index, server] of Object.entries(member(document, "servers") ?? {})) {
    const name = textOf(server, "x-name");
    if (name === undefined) continue;
    const pointer = childPointer("#/servers", index, "x-name");
    const first = seen.get(name);
    if (first === undefined) seen.set(name, pointer);
    else {
      warning(
        pointer,
        `The server of ${place(first)} is called \`${name}\` already, so nothing can choose this one. Choose another name.`,
      );
    }
  }
}

/** Whether a client has an address to call: the first that is whole and encrypted, of the document or of an operation. */
export function serverSupport({ document, nodes, warning }: Context): void {
  const servers = member(document, "servers");
  if (!isList(servers) || servers.length === 0) {
    warning(
      "#",
      "`servers` is missing, so a client has no address to call until its option `baseUrl` is set. Add the server's address.",
    );
  } else {
    judge(servers, "#/servers", "a client has no address to call until its option `baseUrl` is set");
  }
  for (const node of [...nodes("pathItem"), ...nodes("operation")]) {
    const own = member(node.value, "servers");
    const kind = node.kind === "operation" ? "the operation" : "the path";
    if (isList(own) && own.length > 0)
      judge(
        own,
        at(node, "servers"),
        `${kind} has no address to call until the client's option \`baseUrl\` is set`,
      );
  }

  function judge(list: readonly Json[], pointer: string, effect: string): void {
    const urls = list.map((server) => textOf(server, "url") ?? "");
    if (urls.some((url) => url === "" || isCallable(addressOf(url)))) return;
    const insecure = urls.findIndex((url) => /^http:/i.test(url));
    const index = Math.max(0, insecure);
    const why = insecure < 0 ? "is relative" : "is not encrypted, which clients refuse";
    const advice = insecure < 0 ? "Write the whole address." : "Use `https`.";
    warning(childPointer(pointer, index, "url"), `\`${urls[index]}\` ${why}, so ${effect}. ${advice}`);
  }
}
