import { entries, list, member, type JsonObject } from "./json.ts";

/** Paths of the document's servers, longest first: `/api` for `https://console.automox.com/api`. */
export function serverPrefixes(document: JsonObject): readonly string[] {
  const prefixes = list(document["servers"]).map((server) => {
    const defaults = new Map(
      entries(member(server, "variables")).map(([name, variable]) => [
        name,
        String(member(variable, "default")),
      ]),
    );
    const url = String(member(server, "url")).replaceAll(
      /\{([^}]*)\}/g,
      (_, name: string) => defaults.get(name) ?? "",
    );
    return URL.parse(url, "http://localhost")?.pathname.replace(/\/+$/, "") ?? "";
  });
  return [...new Set(prefixes)]
    .filter((prefix) => prefix !== "")
    .toSorted((one, other) => other.length - one.length);
}
