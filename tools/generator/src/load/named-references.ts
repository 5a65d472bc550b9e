import type { Json } from "../read/model.ts";
import { Identities, textAt, type Duplicate } from "./identities.ts";
import { isList, isObject, mapMembers, member, type JsonObject } from "./json.ts";
import { nodesOf, type Node, type Place, tokensOf } from "./walk.ts";

/** Keywords by which JSON Schema gives schemas names to refer to. */
const NAMING = ["$id", "$anchor", "$dynamicAnchor"];

/** A document whose references go by place, and the names in it that could not be told apart. */
export interface Unnamed {
  readonly document: JsonObject;
  readonly duplicates: readonly Duplicate[];
}

/**
 * The document with JSON pointers in place of references that go by the name of a schema, and without the names: a
 * pointer would be relative to them. What leads to no name is left as it is: a file, a pointer into the document, or a
 * mistake that others tell of.
 */
export function withPointers(document: JsonObject): Unnamed {
  const schemas = nodesOf(document).get("schema") ?? [];
  const named = schemas.filter(({ value }) => NAMING.some((keyword) => textAt(value, keyword) !== undefined));
  if (named.length === 0) return { document, duplicates: [] };
  const identities = new Identities(document, schemas);
  const changes: Changes = new Map();
  const components = member(member(document, "components"), "schemas");
  let pending = false;
  for (const node of schemas) {
    pending = placeReferences(node, identities, changes) || pending;
    placeMapping(node, components, identities, changes);
  }
  // A dynamic reference that may mean several schemas still goes by their names.
  if (!pending) for (const node of named) dropNames(node, changes);
  const changed = withChanges(document, changes);
  return { document: isObject(changed) ? changed : document, duplicates: identities.duplicates };
}

/** Says whether the schema has a reference that cannot be a pointer. */
function placeReferences({ value, place }: Node, identities: Identities, changes: Changes): boolean {
  const reference = textAt(value, "$ref");
  const pointer = reference === undefined ? undefined : identities.resolve(reference, place);
  if (pointer !== undefined) setAt(changes, place, ["$ref"], pointer);
  const dynamic = textAt(value, "$dynamicRef");
  if (dynamic === undefined) return false;
  const target = reference === undefined ? identities.resolveDynamic(dynamic, place) : undefined;
  if (target === undefined) return true;
  setAt(changes, place, ["$dynamicRef"]);
  setAt(changes, place, ["$ref"], target);
  return false;
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

function dropNames({ value, place }: Node, changes: Changes): void {
  for (const keyword of NAMING) {
    if (textAt(value, keyword) !== undefined) setAt(changes, place, [keyword]);
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
