import type { Operation } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";

/** A request taken apart; names decoded, values as they were sent. */
export interface Wire {
  readonly path: ReadonlyMap<string, string>;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: readonly (readonly [string, string])[];
}

/** Takes a request apart; undefined when its path does not fit the operation's. */
export function wireOf(operation: Operation, { target, headers }: Exchange): Wire | undefined {
  const [path = "", query = ""] = target.split("?", 2);
  const names: string[] = [];
  const pattern = operation.path.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith("{")) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    names.push(part.slice(1, -1));
    return "([^/]*)";
  });
  // Whatever comes before is the path of the server.
  const match = new RegExp(`${pattern.join("")}$`).exec(path);
  if (match === null) return undefined;
  return {
    path: new Map(names.map((name, index) => [name, match[index + 1] ?? ""])),
    // Forms write a space as a plus, and so do queries; nothing else does.
    query: pairs(query.replaceAll("+", "%20").split("&")),
    headers,
    cookies: pairs((headers.get("cookie") ?? "").split(/;\s*/)),
  };
}

function pairs(texts: readonly string[]): readonly (readonly [string, string])[] {
  return texts
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [decode(name), value.join("=")];
    });
}

/** Text of the wire as it was meant; as it is where it is not percent-encoded. */
export function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
