import { hash } from "node:crypto";
import type { PrismOperation } from "../engine/prism.ts";
import { entries, isObject, list, member, type JsonObject } from "./json.ts";
import { subschemas } from "./schema.ts";

/**
 * Schemas, bundles and lists of parameters of this process by what they say. Prism's validators keep what they compiled
 * as long as the process lives: a document that is served again, by the next test, adds nothing.
 */
const shared = new Map<string, object>();

/**
 * Makes equal schemas of operations one object, and equal lists of parameters one list, and so compiled once: Prism gives
 * every place that refers to one a copy of its own, and compiles by identity. What many operations share also runs often,
 * which the platform makes fast.
 */
export function shareSchemas(operations: readonly PrismOperation[]): void {
  for (const operation of operations) {
    for (const owner of owners(operation)) {
      const { schema } = owner;
      if (!isObject(schema)) continue;
      tidy(schema);
      owner["schema"] = share(schema, isForm(owner["mediaType"]) ? { form: schema } : schema);
    }
    for (const name of ["path", "query", "headers"]) {
      const parameters = member(operation.request, name);
      if (Array.isArray(parameters))
        Reflect.set(Object(operation.request), name, share(parameters, parameters.map(asJudged)));
    }
    if (operation.security !== undefined) Reflect.set(operation, "security", share(operation.security));
    const bundle: unknown = Reflect.get(operation, "__bundled__");
    if (!isObject(bundle)) continue;
    for (const [, schema] of entries(bundle)) if (isObject(schema)) tidy(schema);
    Reflect.set(operation, "__bundled__", share(bundle));
  }
}

/** Fields of forms are text, and become what their schema says: Prism compiles such a schema in another way. */
function isForm(mediaType: unknown): boolean {
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(String(mediaType));
}

/** The object that was first to say the same; `meaning` is what counts of it. */
function share(value: object, meaning: unknown = value): object {
  const key = hash("sha256", JSON.stringify(meaning), "base64url");
  const known = shared.get(key) ?? value;
  shared.set(key, known);
  return known;
}

/** A parameter without what no request is judged by: Prism numbers what it reads. */
function asJudged(parameter: unknown): unknown {
  return { ...Object(parameter), id: undefined, description: undefined, examples: undefined };
}

/** What has a schema: parameters, headers, bodies by media type. */
function owners({ request, responses }: PrismOperation): readonly JsonObject[] {
  const { path, query, headers, cookie, body } = request ?? {};
  const ofResponses = responses.flatMap((response) => [
    ...list(response.headers),
    ...list(member(response, "contents")),
  ]);
  return [path, query, headers, cookie, member(body, "contents")]
    .flatMap(list)
    .concat(ofResponses)
    .filter(isObject);
}

/** Leaves out of a schema what says nothing and keeps it from being compiled, or from being equal to another. */
function tidy(schema: JsonObject): void {
  // Prism's validators live as long as the process: the second schema with one `$id` would not compile. References never use it.
  if (typeof schema["$id"] === "string") delete schema["$id"];
  // OpenAPI 3.0 gives it no meaning without a type.
  if (typeof schema["nullable"] === "boolean" && schema["type"] === undefined) delete schema["nullable"];
  // The name that Prism gives to each copy.
  delete schema["x-stoplight"];
  for (const inner of subschemas(schema)) tidy(inner.schema);
}
