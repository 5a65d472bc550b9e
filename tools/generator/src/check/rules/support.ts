import { describe, listed, member, isObject } from "../../load/json.ts";
import { childPointer } from "../../load/pointer.ts";
import { at, type Context } from "../context.ts";
import type { Node } from "../../load/walk.ts";
import { textOf } from "../reading.ts";

/** Keywords that narrow what is valid in ways a TypeScript type cannot say: the type is wider, and so still right. */
const NOT_IN_TYPES = [
  "if",
  "then",
  "else",
  "not",
  "dependentRequired",
  "dependentSchemas",
  "propertyNames",
  "contains",
  "$dynamicRef",
];

/** Keywords beside `$ref` that would add to a type, had 3.0 not said that nothing does. */
const ADDING = [
  "type",
  "properties",
  "required",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "items",
  "enum",
];

/** Schemas whose printed type says less than they do. */
export function schemaSupport({ nodes, version, warning }: Context): void {
  for (const node of nodes("schema")) {
    const { value } = node;
    for (const keyword of NOT_IN_TYPES) {
      if (member(value, keyword) === undefined) continue;
      warning(
        at(node, keyword),
        `\`${keyword}\` has no counterpart in TypeScript: the type is wider than the schema here.`,
      );
    }
    judgePatterns(node, warning);
    if (version === "3.0") judgeSiblings(node, warning);
  }
}

/** Of names that match a pattern TypeScript knows nothing; all of an object's other properties have one type. */
function judgePatterns(node: Node, warning: Context["warning"]): void {
  const patterns = member(node.value, "patternProperties");
  if (!isObject(patterns) || member(node.value, "additionalProperties") === false) return;
  const known = Object.keys(patterns).some((pattern) => /^\^?(?:\.[*+])?\$?$/.test(pattern));
  if (Object.keys(patterns).length === 0 || known || isObject(member(node.value, "additionalProperties")))
    return;
  warning(
    at(node, "patternProperties"),
    "Names that match no pattern may hold anything, so the type of all of them is `unknown`. Where there are no others, say `additionalProperties: false`.",
  );
}

/** `nullable` is the exception: nobody writes it without meaning it, and the type is only wider by it. */
function judgeSiblings(node: Node, warning: Context["warning"]): void {
  if (typeof member(node.value, "$ref") !== "string") return;
  const beside = ADDING.filter((key) => member(node.value, key) !== undefined);
  if (beside.length === 0) return;
  warning(
    at(node, beside[0] ?? "$ref"),
    `OpenAPI 3.0 ignores what stands beside \`$ref\`: ${listed(beside, "and")} ${beside.length > 1 ? "do" : "does"} not count. Put both into \`allOf\`.`,
  );
}

const DIALECTS =
  /^https:\/\/(json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/3\.1\/dialect\/[\w-]+)#?$/;

/** Schemas are read as JSON Schema 2020-12, whatever else a document asks for. */
export function dialect({ document, nodes, warning }: Context): void {
  judge("#/jsonSchemaDialect", textOf(document, "jsonSchemaDialect"));
  for (const node of nodes("schema")) {
    const own = textOf(node.value, "$schema");
    if (own !== undefined) judge(at(node, "$schema"), own);
  }

  function judge(pointer: string, found: string | undefined): void {
    if (found === undefined || DIALECTS.test(found)) return;
    warning(
      pointer,
      `Schemas are read as JSON Schema 2020-12; found ${describe(found)}. Write \`https://json-schema.org/draft/2020-12/schema\`.`,
    );
  }
}

/** Tags are told apart by name. */
export function uniqueTags({ document, error, place }: Context): void {
  const tags = member(document, "tags");
  const seen = new Map<string, string>();
  for (const [index, tag] of Object.entries(tags ?? {})) {
    const name = textOf(tag, "name");
    if (name === undefined) continue;
    const pointer = childPointer("#/tags", index);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, pointer);
    else error(pointer, `The tag \`${name}\` is declared on ${place(first)} already. Remove one.`);
  }
}
