import { validateHeaderValue } from "node:http";
import { messageOf, SpecError, type SpecProblem } from "../errors.ts";
import { headerText } from "./header-text.ts";
import {
  dereference,
  entries,
  follow,
  isObject,
  keysOf,
  list,
  member,
  pointer,
  type JsonObject,
} from "./json.ts";
import { parts } from "./parts.ts";
import type { SpecDocument } from "./read.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const OAS_DIALECT = "https://spec.openapis.org/oas/3.1/dialect/base";

/**
 * A copy of the document without what Prism stumbles over. Throws {@link SpecError} for what cannot be mended.
 *
 * Each treatment closes a defect seen in Prism 5.16.
 */
export function treat({ source, document }: SpecDocument): JsonObject {
  const copy = structuredClone(document);
  const problems: SpecProblem[] = [...wrongReferences(copy, copy, [])];
  if (String(copy["openapi"]).startsWith("3.1.")) problems.push(...settleDialect(copy));
  for (const [, scheme] of entries(member(copy["components"], "securitySchemes"))) lowerScheme(scheme);
  for (const { kind, value, path } of parts(copy)) {
    switch (kind) {
      case "operation":
        // Prism would call the URLs of callbacks, which come from the request: a mock speaks to nobody.
        delete value["callbacks"];
        dropAnnouncements(value["responses"]);
        break;
      case "parameter":
        explodeForms(value);
        break;
      case "header":
        problems.push(...writeExample(copy, value, path));
        break;
      default:
        kind satisfies never;
    }
  }
  if (problems.length > 0) throw new SpecError(source, problems);
  return copy;
}

/** Without a dialect Prism judges 3.1 schemas as draft-07; with one it does not know, it accepts everything. */
function settleDialect(document: JsonObject): readonly SpecProblem[] {
  const dialect = document["jsonSchemaDialect"] ?? OAS_DIALECT;
  if (dialect === DIALECT) return [];
  if (dialect !== OAS_DIALECT) {
    return [
      { pointer: "#/jsonSchemaDialect", message: `expected ${DIALECT}, found ${JSON.stringify(dialect)}` },
    ];
  }
  document["jsonSchemaDialect"] = DIALECT;
  return [];
}

/** Prism answers with a status of 1xx, which announces an answer and is none: a client would wait for ever. */
function dropAnnouncements(responses: unknown): void {
  for (const [code] of entries(responses))
    if (code.startsWith("1")) Reflect.deleteProperty(Object(responses), code);
}

/** Prism looks schemes of `type: http` up by their lower-case name, and lets anybody in when it finds none. */
function lowerScheme(scheme: unknown): void {
  if (isObject(scheme) && typeof scheme["scheme"] === "string")
    scheme["scheme"] = scheme["scheme"].toLowerCase();
}

/** Prism takes `explode` for false where it is not written; OpenAPI's default is true for style `form`. */
function explodeForms(parameter: JsonObject): void {
  const form =
    (parameter["in"] === "query" || parameter["in"] === "cookie") &&
    (parameter["style"] ?? "form") === "form";
  if (form) parameter["explode"] ??= true;
}

/** Prism sends the example of a header as it is: one that is no string, or cannot be sent, ends the process. */
function writeExample(
  document: JsonObject,
  header: JsonObject,
  path: readonly string[],
): readonly SpecProblem[] {
  const text = headerText(header, dereference(document, [], header["schema"]).value);
  if (text === undefined || header["$ref"] !== undefined) return [];
  delete header["examples"];
  header["example"] = text;
  try {
    validateHeaderValue(path.at(-1) ?? "", text);
    return [];
  } catch (error) {
    return [
      { pointer: pointer(path), message: `the example cannot be sent as a header: ${messageOf(error)}` },
    ];
  }
}

/** Prism would read other files, and fetch URLs; where a reference leads nowhere, it does not say in which document. */
function* wrongReferences(
  document: JsonObject,
  value: unknown,
  path: readonly string[],
): Iterable<SpecProblem> {
  const reference = member(value, "$ref");
  if (typeof reference === "string") {
    const wrong = !reference.startsWith("#")
      ? "leaves the document: bundle it into one file first"
      : reference.startsWith("#/") && !leadsSomewhere(document, reference)
        ? "leads nowhere"
        : undefined;
    if (wrong !== undefined)
      yield { pointer: pointer(path), message: `${JSON.stringify(reference)} ${wrong}` };
  }
  for (const [key, inner] of isObject(value) ? entries(value) : list(value).entries()) {
    yield* wrongReferences(document, inner, [...path, String(key)]);
  }
}

function leadsSomewhere(document: JsonObject, reference: string): boolean {
  try {
    return follow(document, keysOf(reference)).value !== undefined;
  } catch {
    // It is not percent-encoded.
    return false;
  }
}
