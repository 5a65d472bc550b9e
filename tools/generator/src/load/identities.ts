import type { Json } from "../read/model.ts";
import { isList, isObject, mapMembers, member, type JsonObject } from "./json.ts";
import { formatPointer, lookup, parseFragment, percentDecode, toFragment, type Tokens } from "./pointer.ts";
import { type Node, nodesOf, type Place, tokensOf } from "./walk.ts";

/** Keywords by which JSON Schema gives schemas names to refer to. */
const NAMING = ["$id", "$anchor", "$dynamicAnchor"];

/**
 * The document with JSON pointers in place of references that go by the name of a schema. What leads to no name is left
 * as it is: a file, a pointer into the document, or a mistake that others tell of.
 */
export function withPointers(document: JsonObject): JsonObject {
  const schemas = nodesOf(document).get("schema") ?? [];
  if (!schemas.some(({ value }) => NAMING.some((keyword) => member(value, keyword) !== undefined))) {
    return document;
  }
  const names = new Names(document, schemas);
  const pointers = new Map<Json, Pointer>();
  for (const node of schemas) {
    const pointer = names.pointerOf(node);
    if (pointer !== undefined) pointers.set(node.value, pointer);
  }
  const rewritten = pointers.size === 0 ? document : rewrite(document, pointers, new Map());
  return isObject(rewritten) ? rewritten : document;
}

/** What a keyword of a schema refers to, `#/…`. */
interface Pointer {
  readonly keyword: "$ref" | "$dynamicRef";
  readonly target: string;
}

/** A schema with an address, which names within it are relative to; or the document. */
interface Resource {
  readonly address: string;
  readonly tokens: Tokens;
  readonly anchors: Map<string, Tokens>;
}

/** Longer than any that means something: relative ones would be put together with it again and again. */
const longest = 2000;

class Names {
  readonly #document: JsonObject;
  /** Its own address is nobody's business, but relative ones need something to be relative to. */
  readonly #whole: Resource = { address: "file:///", tokens: [], anchors: new Map() };
  readonly #resources = new Map([[this.#whole.address, this.#whole]]);
  readonly #around = new Map<Place, Resource>();
  /** Dynamic anchors by name: which of several is meant depends on the value. */
  readonly #dynamic = new Map<string, number>();

  /** @param schemas - Parents first. */
  constructor(document: JsonObject, schemas: readonly Node[]) {
    this.#document = document;
    for (const { value, place } of schemas) {
      if (place === undefined) continue;
      this.#addResource(textAt(value, "$id"), place);
      for (const keyword of ["$anchor", "$dynamicAnchor"]) {
        const name = textAt(value, keyword);
        if (name === undefined) continue;
        const { anchors } = this.#resourceAround(place);
        if (!anchors.has(name)) anchors.set(name, tokensOf(place));
        if (keyword === "$dynamicAnchor") this.#dynamic.set(name, (this.#dynamic.get(name) ?? 0) + 1);
      }
    }
  }

  /** The pointer that says what a schema's reference says by name. */
  pointerOf({ value, place }: Node): Pointer | undefined {
    const keyword = member(value, "$ref") === undefined ? "$dynamicRef" : "$ref";
    const reference = textAt(value, keyword);
    if (reference === undefined) return undefined;
    const hash = reference.indexOf("#");
    const fragment = hash === -1 ? "" : reference.slice(hash + 1);
    if (keyword === "$dynamicRef" && (this.#dynamic.get(percentDecode(fragment)) ?? 0) > 1) return undefined;
    const around = this.#resourceAround(place);
    const resource = hash === 0 ? around : this.#resources.get(addressOf(reference, around)?.address ?? "");
    const tokens = resource && this.#tokensIn(resource, fragment);
    return tokens && { keyword, target: toFragment(formatPointer(tokens)) };
  }

  #addResource(id: string | undefined, place: Place): void {
    const found = addressOf(id ?? "", this.#resourceAround(place));
    if (found === undefined || found.fragment !== "" || this.#resources.has(found.address)) return;
    const resource = { address: found.address, tokens: tokensOf(place), anchors: new Map<string, Tokens>() };
    this.#resources.set(found.address, resource);
    this.#around.set(place, resource);
  }

  #tokensIn(resource: Resource, fragment: string): Tokens | undefined {
    const inside = parseFragment(fragment);
    if (inside === undefined) return resource.anchors.get(percentDecode(fragment));
    if (resource === this.#whole) return undefined;
    const tokens = [...resource.tokens, ...inside];
    return lookup(this.#document, tokens).found ? tokens : undefined;
  }

  #resourceAround(place: Place | undefined): Resource {
    for (let at = place; at !== undefined; at = at.parent) {
      const resource = this.#around.get(at);
      if (resource !== undefined) return resource;
    }
    return this.#whole;
  }
}

function textAt(schema: JsonObject, keyword: string): string | undefined {
  const value = member(schema, keyword);
  return typeof value === "string" ? value : undefined;
}

function addressOf(
  reference: string,
  { address }: Resource,
): { readonly address: string; readonly fragment: string } | undefined {
  if (reference.length > longest || !URL.canParse(reference, address)) return undefined;
  const url = new URL(reference, address);
  const fragment = url.hash;
  url.hash = "";
  return url.href.length > longest ? undefined : { address: url.href, fragment };
}

/** Recursive, as deep as one file is, and files are limited in depth. */
function rewrite(value: Json, pointers: ReadonlyMap<Json, Pointer>, done: Map<Json, Json>): Json {
  if (isList(value)) {
    const items = value.map((item) => rewrite(item, pointers, done));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isObject(value)) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const members = mapMembers(value, (inner) => rewrite(inner, pointers, done));
  const result = withPointer(members, pointers.get(value));
  done.set(value, result);
  return result;
}

function withPointer(schema: JsonObject, pointer: Pointer | undefined): JsonObject {
  if (pointer === undefined) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, inner]) =>
      key === pointer.keyword ? ["$ref", pointer.target] : [key, inner],
    ),
  );
}
