import type { Json } from "../read/model.ts";
import { childOf, sectionOf, type Child, type Kind } from "./grammar.ts";
import { isList, isObject, member, type JsonObject } from "./json.ts";
import { formatPointer, type Tokens } from "./pointer.ts";

/** A place as a chain to the root: nothing is spelled out until somebody asks. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string;
}

/** An OpenAPI object where it stands. A member of the wrong type is no object and never visited. */
export interface Node {
  readonly kind: Kind;
  readonly value: JsonObject;
  readonly place: Place | undefined;
}

/** Keys from the root to a place. */
export function tokensOf(place: Place | undefined): string[] {
  const tokens: string[] = [];
  for (let at = place; at !== undefined; at = at.parent) tokens.push(at.key);
  return tokens.toReversed();
}

/** The opposite of {@link tokensOf}. */
export function placeOf(tokens: Tokens): Place | undefined {
  return tokens.reduce<Place | undefined>((parent, key) => ({ parent, key }), undefined);
}

/** Pointer of a place, of one of its members when `keys` are given. */
export function pointerOf(place: Place | undefined, ...keys: readonly (string | number)[]): string {
  return formatPointer([...tokensOf(place), ...keys.map(String)]);
}

/** The target of an object that is a reference, else `undefined`. Whether it leads anywhere is not asked. */
export function referenceOf(kind: Kind, value: Json | undefined): string | undefined {
  if (sectionOf(kind) === undefined || !isObject(value)) return undefined;
  const target = member(value, "$ref");
  return typeof target === "string" ? target : undefined;
}

const found = new WeakMap<JsonObject, ReadonlyMap<Kind, readonly Node[]>>();

/**
 * All objects of a document by their kind, each kind in the order of the text. They are looked for once: a document does
 * not change, and many ask.
 */
export function nodesOf(document: JsonObject): ReadonlyMap<Kind, readonly Node[]> {
  const known = found.get(document);
  if (known !== undefined) return known;
  const nodes = new Map<Kind, Node[]>();
  walk({ kind: "document", value: document, place: undefined }, (node) => {
    const same = nodes.get(node.kind);
    if (same === undefined) nodes.set(node.kind, [node]);
    else same.push(node);
  });
  found.set(document, nodes);
  return nodes;
}

/**
 * Visits every OpenAPI object of a document, parents first, in the order of the text. Examples, defaults and
 * extensions are data, not document: a `$ref` in there is a property like any other. References are not followed.
 */
export function walk(root: Node, visit: (node: Node) => void): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    visit(node);
    const { kind, value, place } = node;
    // What stands beside a `$ref` counts in schemas and path items only.
    if (kind !== "schema" && kind !== "pathItem" && referenceOf(kind, value) !== undefined) continue;
    const children: Node[] = [];
    for (const [key, inner] of Object.entries(value)) {
      const child = childOf(kind, key);
      if (child !== undefined) collect(child, inner, { parent: place, key }, children);
    }
    // A loop, not `push(...)`: a document can have more paths than a call can have arguments.
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) pending.push(child);
    }
  }
}

function collect(child: Child, value: Json, place: Place, into: Node[]): void {
  const { kind, shape } = child;
  if (shape === "list") {
    if (!isList(value)) return;
    for (const [index, item] of value.entries()) {
      if (isObject(item)) into.push({ kind, value: item, place: { parent: place, key: String(index) } });
    }
  } else if (!isObject(value)) {
    return;
  } else if (shape === "one") {
    into.push({ kind, value, place });
  } else {
    for (const [key, item] of Object.entries(value)) {
      if (isObject(item)) into.push({ kind, value: item, place: { parent: place, key } });
    }
  }
}
