import { isList, isObject, member, type JsonObject } from "../../load/json.ts";
import type { Json } from "../../read/model.ts";

/**
 * What the specification calls the object that a schema describes, "Operation Object": the schema of 3.1 links to the
 * chapter, in that of 3.0 we left a comment.
 */
export function objectName(schema: Json | undefined, pointer: string): string {
  if (pointer === "#") return "document";
  const comment = member(schema, "$comment");
  if (typeof comment !== "string") return "object";
  const chapter = /#([a-z-]+)-object$/.exec(comment)?.[1];
  if (chapter !== undefined) return title(chapter.replaceAll("-", " "));
  // 3.0 has a schema of its own for each kind of security scheme and flow.
  const kind = /SecurityScheme$|OAuthFlow$/.exec(comment)?.[0] ?? comment;
  return title(kind.replaceAll(/([a-z])([A-Z])/g, "$1 $2"));
}

function title(words: string): string {
  return `${words.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())} Object`;
}

/** Names that an object may have in some form: those of the schema and of all schemas that apply to the same object. */
export function knownNames(schema: Json | undefined, root: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: Json[] = schema === undefined ? [] : [schema];
  const seen = new Set<Json>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    for (const name of keysOf(member(next, "properties"))) names.add(name);
    for (const pattern of keysOf(member(next, "patternProperties"))) {
      for (const name of /^\^\(([a-z|]+)\)\$$/.exec(pattern)?.[1]?.split("|") ?? []) names.add(name);
    }
    pending.push(...inPlace(next, root));
  }
  return names;
}

/** Schemas that judge the same object as `schema` does. */
function inPlace(schema: JsonObject, root: JsonObject): readonly Json[] {
  const all = member(schema, "allOf");
  const dependent = member(schema, "dependentSchemas");
  const reference = member(schema, "$ref");
  return [
    ...(isList(all) ? all : []),
    ...(isObject(dependent) ? Object.values(dependent) : []),
    member(schema, "then"),
    member(schema, "else"),
    typeof reference === "string" ? follow(root, reference) : undefined,
  ].filter((part) => part !== undefined);
}

function follow(root: JsonObject, reference: string): Json | undefined {
  return reference.split("/").slice(1).reduce<Json | undefined>(member, root);
}

function keysOf(value: Json | undefined): readonly string[] {
  return isObject(value) ? Object.keys(value) : [];
}
