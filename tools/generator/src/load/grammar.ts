/** What an object of an OpenAPI document is. */
export type Kind =
  | "document"
  | "components"
  | "paths"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "responses"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "server"
  | "schema";

/** How a member holds objects of a kind: it is one, a list of them, or an object with one per name. */
export interface Child {
  readonly kind: Kind;
  readonly shape: "one" | "list" | "map";
}

const one = (kind: Kind): Child => ({ kind, shape: "one" });
const list = (kind: Kind): Child => ({ kind, shape: "list" });
const map = (kind: Kind): Child => ({ kind, shape: "map" });

/** The eight methods, as keys of a path item. */
export const METHODS: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

type Members = ReadonlyMap<string, Child>;

const content = [
  ["schema", one("schema")],
  ["content", map("mediaType")],
  ["examples", map("example")],
] as const;

const MEMBERS: Readonly<Record<Kind, Members>> = {
  document: new Map([
    ["servers", list("server")],
    ["paths", one("paths")],
    ["webhooks", map("pathItem")],
    ["components", one("components")],
  ]),
  components: new Map([
    ["schemas", map("schema")],
    ["responses", map("response")],
    ["parameters", map("parameter")],
    ["examples", map("example")],
    ["requestBodies", map("requestBody")],
    ["headers", map("header")],
    ["securitySchemes", map("securityScheme")],
    ["links", map("link")],
    ["callbacks", map("callback")],
    ["pathItems", map("pathItem")],
  ]),
  paths: new Map(),
  pathItem: new Map([
    ["servers", list("server")],
    ["parameters", list("parameter")],
    ...METHODS.map((method) => [method, one("operation")] as const),
  ]),
  operation: new Map([
    ["servers", list("server")],
    ["parameters", list("parameter")],
    ["requestBody", one("requestBody")],
    ["responses", one("responses")],
    ["callbacks", map("callback")],
  ]),
  parameter: new Map(content),
  requestBody: new Map([["content", map("mediaType")]]),
  responses: new Map(),
  response: new Map([
    ["headers", map("header")],
    ["content", map("mediaType")],
    ["links", map("link")],
  ]),
  header: new Map(content),
  mediaType: new Map([
    ["schema", one("schema")],
    ["examples", map("example")],
    ["encoding", map("encoding")],
  ]),
  encoding: new Map([["headers", map("header")]]),
  example: new Map(),
  link: new Map([["server", one("server")]]),
  callback: new Map(),
  securityScheme: new Map(),
  server: new Map(),
  schema: new Map([
    ...["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"].map(
      (keyword) => [keyword, map("schema")] as const,
    ),
    ...["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => [keyword, list("schema")] as const),
    ...[
      "items",
      "additionalProperties",
      "not",
      "if",
      "then",
      "else",
      "contains",
      "propertyNames",
      "unevaluatedItems",
      "unevaluatedProperties",
      "contentSchema",
    ].map((keyword) => [keyword, one("schema")] as const),
  ]),
};

/** Kinds whose own keys are names chosen by the author; `x-` keys are extensions all the same. */
const OPEN: ReadonlyMap<Kind, Child> = new Map([
  ["paths", one("pathItem")],
  ["callback", one("pathItem")],
  ["responses", one("response")],
]);

/** Kinds that may be a reference, and the section of `components` where their targets live. */
const SECTIONS: ReadonlyMap<Kind, string> = new Map([
  ["schema", "schemas"],
  ["response", "responses"],
  ["parameter", "parameters"],
  ["example", "examples"],
  ["requestBody", "requestBodies"],
  ["header", "headers"],
  ["securityScheme", "securitySchemes"],
  ["link", "links"],
  ["callback", "callbacks"],
  ["pathItem", "pathItems"],
]);

/** What the member `key` of an object of that kind holds; `undefined`: nothing that OpenAPI knows. */
export function childOf(kind: Kind, key: string): Child | undefined {
  const open = OPEN.get(kind);
  if (open !== undefined) return key.startsWith("x-") || key === "$ref" ? undefined : open;
  return MEMBERS[kind].get(key);
}

/** Section of `components` for objects of that kind; `undefined`: an object of that kind is never a reference. */
export function sectionOf(kind: Kind): string | undefined {
  return SECTIONS.get(kind);
}

/** The kind that lives in a section of `components`. */
export function kindOfSection(section: string): Kind | undefined {
  return MEMBERS.components.get(section)?.kind;
}

/** The kinds that may be a reference. */
export const REFERENCE_KINDS: readonly Kind[] = [...SECTIONS.keys()];

/**
 * What tokens lead to from the root of a document, by the grammar alone: an object of a kind, or the `entries` that
 * hold such objects; `undefined` for everything else, such as examples and extensions.
 */
export function kindAt(tokens: readonly string[]): Kind | "entries" | undefined {
  let kind: Kind = "document";
  for (let index = 0; index < tokens.length; index++) {
    const child = childOf(kind, tokens[index] ?? "");
    if (child === undefined) return undefined;
    // A list or a map takes one more token: which of its entries.
    if (child.shape !== "one" && ++index >= tokens.length) return "entries";
    kind = child.kind;
  }
  return kind;
}
