import { keywordsOf } from "../../src/check/schema/keywords.ts";
import { isList, isObject } from "../../src/load/json.ts";
import type { Json } from "../../src/read/model.ts";

/** A place in a document where text stands, and the same document with other text there. */
export interface Position {
  /** For people: `/info/title`, `/paths key /things`, `every keyAuth`. */
  readonly name: string;
  with(document: Json, change: (text: string) => string): Json;
}

/**
 * Every text of a document, keys and values, each by itself; and every text that stands in several places, in all of them
 * at once: a name is only a name while what is declared and what is used agree. Keywords of schemas are left out: 3.1
 * ignores what it does not know, and a document would be tried that says nothing.
 */
export function positionsOf(document: Json): readonly Position[] {
  const values: Position[] = [];
  const keys: Position[] = [];
  const uses = new Map<string, number>();
  const use = (text: string): void => {
    if (!keywords.has(text)) uses.set(text, (uses.get(text) ?? 0) + 1);
  };
  const visit = (value: Json, path: readonly string[]): void => {
    if (typeof value === "string") {
      use(value);
      if (closed.has(path.at(-1) ?? "") || path.at(-2) === "type") return;
      values.push({
        name: `/${path.join("/")}`,
        with: (whole, change) => changeAt(whole, path, "value", change),
      });
    } else if (isList(value)) value.forEach((item, index) => visit(item, [...path, String(index)]));
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        use(key);
        if (!keywords.has(key))
          keys.push({
            name: `/${path.join("/")} key ${key}`,
            with: (whole, change) => changeAt(whole, [...path, key], "key", change),
          });
        visit(inner, [...path, key]);
      }
    }
  };
  visit(document, []);
  const shared = [...uses]
    .filter(([, count]) => count > 1)
    .map(([text]): Position => {
      return { name: `every ${text}`, with: (whole, change) => rename(whole, text, change(text)) };
    });
  // Whoever changes them one after the other still finds the next: what stands inside comes before what it stands in.
  return [...values, ...keys.toReversed(), ...shared];
}

/** Words of the specification: elsewhere the document would be refused, or would say nothing. */
const keywords = new Set([
  ...keywordsOf("3.0").keys(),
  ...keywordsOf("3.1").keys(),
  ...`openapi jsonSchemaDialect info license contact version summary termsOfService identifier email url servers
    variables tags security paths components schemas responses securitySchemes parameters requestBody headers links
    callbacks get put post operationId in schema style explode content encoding value contentType flows
    clientCredentials password scopes tokenUrl scheme openIdConnectUrl mapping propertyName name namespace prefix x-name
    x-env x-pagination 200 204 404 string object array integer query header`.split(/\s+/),
]);

/** Members whose value is one of a few words, or a reference. */
const closed = new Set(["openapi", "type", "in", "style", "$ref", "x-name", "x-env"]);

function changeAt(
  value: Json,
  [step, ...rest]: readonly string[],
  what: "key" | "value",
  change: (text: string) => string,
): Json {
  if (step === undefined) return typeof value === "string" ? change(value) : value;
  if (isList(value))
    return value.map((item, index) => (String(index) === step ? changeAt(item, rest, what, change) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]): [string, Json] => {
      if (key !== step) return [key, inner];
      return what === "key" && rest.length === 0
        ? [change(key), inner]
        : [key, changeAt(inner, rest, what, change)];
    }),
  );
}

/** Also as the last part of a reference, and as a variable of a path or an address. */
function rename(value: Json, from: string, to: string): Json {
  const renamed = (text: string): string => {
    if (text === from) return to;
    const variables = text.replaceAll(`{${from}}`, () => `{${to}}`);
    const pointer = to.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
    return variables.startsWith("#/") && variables.endsWith(`/${from}`)
      ? variables.slice(0, -from.length) + pointer
      : variables;
  };
  if (typeof value === "string") return renamed(value);
  if (isList(value)) return value.map((item) => rename(item, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [renamed(key), rename(inner, from, to)]),
  );
}
