import { type JsonObject, member } from "../../load/json.ts";
import { lookup, parsePointer, type Tokens } from "../../load/pointer.ts";

/**
 * A name for a schema that is referred to where it stands, say in a body: what it is, of what.
 * `#/paths/~1keys/post/responses/201/content/application~1json/schema/properties/owner` -> `createKey_response_owner`.
 */
export function homeName(root: JsonObject, pointer: string): string {
  const tokens = parsePointer(pointer);
  const operation = tokens[0] === "paths" ? tokens.slice(0, 3) : [];
  const words = [...operationWords(root, operation), ...stepWords(tokens.slice(operation.length))];
  const written = words.map((word) => word.replaceAll(/[^\p{L}\p{N}.-]+/gu, "_").replaceAll(/^_+|_+$/g, ""));
  return written.filter((word) => word !== "").join("_") || "Schema";
}

function operationWords(root: JsonObject, tokens: Tokens): readonly string[] {
  const [, path = "", method = ""] = tokens;
  const found = lookup(root, tokens);
  const id = found.found ? member(found.value, "operationId") : undefined;
  return typeof id === "string" && id !== "" ? [id] : [method, path];
}

/** What they hold has a name of its own. */
const NAMED: ReadonlySet<string> = new Set(["properties", "schemas", "$defs", "definitions"]);

/** Steps that say where something is, not what. */
const SILENT: ReadonlySet<string> = new Set(
  "components schemas properties schema $defs definitions".split(" "),
);

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ["requestBody", "request"],
  ["requestBodies", "request"],
  ["responses", "response"],
  ["items", "item"],
]);

function stepWords(tokens: Tokens): readonly string[] {
  return tokens.flatMap((token, index) => {
    const [before, holder] = [tokens[index - 2], tokens[index - 1]];
    if (holder !== undefined && NAMED.has(holder)) return [token];
    // How it travels says nothing of it, nor does success.
    const isContent = token === "content" || (holder === "content" && !NAMED.has(before ?? ""));
    if (isContent || (holder === "responses" && /^2..$/.test(token))) return [];
    return SILENT.has(token) ? [] : [SPOKEN.get(token) ?? token];
  });
}
