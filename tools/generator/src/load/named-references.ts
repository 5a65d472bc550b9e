import type { Json } from "../read/model.ts";
import { Identities, textAt, type Duplicate } from "./identities.ts";
import { isList, isObject, mapMembers, member, type JsonObject } from "./json.ts";
import { nodesOf, type Node, type Place, tokensOf } from "./walk.ts";

/** Keywords by which JSON Schema gives schemas names to refer to. */
const NAMING = ["$id", "$anchor", "$dynamicAnchor"];

/** A document whose references go by place, and the names in it that could not be told apart. */
export interface Pointed {
  readonly document: JsonObject;
  readonly duplicates: readonly Duplicate[];
}

/**
 * The document with JSON pointers in place of references that go by the name of a schema. What leads to no name is left
 * as it is: a file, a pointer into the document, or a mistake that others tell of.
 */
export function withPointers(document: JsonObject): Pointed {
  const schemas = nodesOf(document).get("schema") ?? [];
  if (!schemas.some(isNamed)) return { document, duplicates: [] };
  const identities = new Identities(document, schemas);
  const components = member(member(document, "components"), "schemas");
  const changes: Changes = new Map();
  for (const node of schemas) {
    placeReference(node, identities, changes);
    placeMapping(node, components, identities, changes);
  }
  return { document: changed(document, changes), duplicates: identities.duplicates };
}

/** The document without names of schemas, to which pointers would be relative; as it is while a reference needs them. */
export function withoutNames(document: JsonObject): JsonObject {
  const schemas = nodesOf(document).get("schema") ?? [];
  const named = schemas.filter(isNamed);
  // One that is no pointer yet may mean several schemas.
  if (named.length === 0 || schemas.some(({ value }) => textAt(value, "$dynamicRef") !== undefined))
    return document;
  const changes: Changes = new Map();
  for (const { value, place } of named) {
    for (const keyword of NAMING) if (textAt(value, keyword) !== undefined) setAt(changes, place, [keyword]);
  }
  return changed(document, changes);
}

function isNamed({ value }: Node): boolean {
  return NAMING.some((keyword) => textAt(value, keyword) !== undefined);
}

function placeReference({ value, place }: Node, identities: Identities, changes: Changes): void {
  const reference = textAt(value, "$ref");
  const dynamic = reference === undefined ? textAt(value, "$dynamicRef") : undefined;
  const pointer = reference === undefined ? undefined : identities.resolve(reference, place);
  const target = dynamic === undefined ? pointer : identities.resolveDynamic(dynamic, place);
  if (target === undefined) return;
  if (dynamic !== undefined) setAt(changes, place, ["$dynamicRef"]);
  setAt(changes, place, ["$ref"], target);
}

/** A plain name is that of a component first. */
function placeMapping(
  node: Node,
  components: Json | undefined,
  identities: Identities,
  changes: Changes,
): void {
  const mapping = member(member(node.value, "discriminator"), "mapping");
  if (!isObject(mapping)) return;
  for (const [value, target] of Object.entries(mapping)) {
    if (typeof target !== "string" || member(components, target) !== undefined) continue;
    const pointer = identities.resolve(target, node.place);
    if (pointer !== undefined) setAt(changes, node.place, ["discriminator", "mapping", value], pointer);
  }
}

/** By key: the text a member becomes, `undefined` where it goes, or the changes within it. */
type Changes = Map<string, string | undefined | Changes>;

function setAt(changes: Changes, place: Place | undefined, keys: readonly string[], text?: string): void {
  const tokens = [...tokensOf(place), ...keys];
  const last = tokens.pop() ?? "";
  let at = changes;
  for (const token of tokens) {
    const known = at.get(token);
    const inner: Changes = known instanceof Map ? known : new Map();
    if (inner !== known) at.set(token, inner);
    at = inner;
  }
  at.set(last, text);
}

function changed(document: JsonObject, changes: Changes): JsonObject {
  const result = changes.size === 0 ? document : withChanges(document, changes);
  return isObject(result) ? result : document;
}

/**
 * By place, not by object: YAML's aliases put one object in several places, and a name means something else in each.
 * Recursive, as deep as one file is, and files are limited in depth.
 */
function withChanges(value: Json, changes: Changes): Json {
  const inside = (inner: Json, key: string): Json => {
    const change = changes.get(key);
    return change instanceof Map ? withChanges(inner, change) : inner;
  };
  if (isList(value)) return value.map((item, index) => inside(item, String(index)));
  if (!isObject(value)) return value;
  const kept = Object.entries(mapMembers(value, inside)).filter(([key]) => !isGone(changes, key));
  const texts = [...changes].flatMap(([key, change]) =>
    typeof change === "string" ? [[key, change] as const] : [],
  );
  return Object.fromEntries([...kept, ...texts]);
}

function isGone(changes: Changes, key: string): boolean {
  return changes.has(key) && changes.get(key) === undefined;
}
