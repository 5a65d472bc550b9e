import { isDeepStrictEqual } from "node:util";
import { member, type JsonObject } from "./json.ts";
import { formatPointer, lookup, parseFragment, percentDecode, toFragment, type Tokens } from "./pointer.ts";
import { type Node, type Place, tokensOf } from "./walk.ts";

/** A schema with an address, which names within it are relative to; or the document. */
interface Resource {
  readonly address: string;
  readonly tokens: Tokens;
  /** Where each stands, the keyword included. */
  readonly anchors: Map<string, Tokens>;
}

/** Longer than any that means something: relative ones would be put together with it again and again. */
const longest = 2000;

/** A name that two schemas have. */
export interface Duplicate {
  /** As the later one has it. */
  readonly name: string;
  /** Of the keyword by which the later one has it. */
  readonly tokens: Tokens;
  /** Of the first one's. */
  readonly first: Tokens;
}

/** The names that the schemas of a document have, and what they refer to by them. */
export class Identities {
  readonly duplicates: Duplicate[] = [];
  readonly #document: JsonObject;
  /** Its own address is nobody's business, but relative ones need something to be relative to. */
  readonly #whole: Resource = { address: "file:///", tokens: [], anchors: new Map() };
  readonly #resources = new Map([[this.#whole.address, this.#whole]]);
  readonly #around = new Map<Place, Resource>();
  readonly #compared = new Set<Place>();
  /** How many dynamic anchors have a name. */
  readonly #dynamic = new Map<string, number>();

  /** @param schemas - Parents first. */
  constructor(document: JsonObject, schemas: readonly Node[]) {
    this.#document = document;
    for (const { value, place } of schemas) {
      if (place === undefined) continue;
      const id = textAt(value, "$id");
      if (id !== undefined) this.#addResource(id, value, place);
      for (const keyword of ["$anchor", "$dynamicAnchor"]) {
        const name = textAt(value, keyword);
        if (name === undefined) continue;
        this.#addAnchor(name, keyword, value, place);
        if (keyword === "$dynamicAnchor") this.#dynamic.set(name, (this.#dynamic.get(name) ?? 0) + 1);
      }
    }
  }

  /**
   * What a reference by name leads to, as a JSON pointer; `undefined`: it is none by name, or nothing has the name.
   *
   * @param place - Of the schema that refers.
   */
  resolve(reference: string, place: Place | undefined): string | undefined {
    const hash = reference.indexOf("#");
    const fragment = hash === -1 ? "" : reference.slice(hash + 1);
    const around = this.#resourceAround(place);
    const resource = hash === 0 ? around : this.#resources.get(addressOf(reference, around)?.address ?? "");
    const tokens = resource && this.#tokensIn(resource, fragment);
    return tokens && toFragment(formatPointer(tokens));
  }

  /** The same for a `$dynamicRef`: which of several schemas is meant depends on the value. */
  resolveDynamic(reference: string, place: Place | undefined): string | undefined {
    const name = percentDecode(reference.slice(reference.indexOf("#") + 1));
    return (this.#dynamic.get(name) ?? 0) > 1 ? undefined : this.resolve(reference, place);
  }

  #addResource(id: string, schema: JsonObject, place: Place): void {
    // A fragment alone is no address.
    if (id === "" || id.startsWith("#")) return;
    const found = addressOf(id, this.#resourceAround(place));
    if (found === undefined || found.fragment !== "" || found.address === this.#whole.address) return;
    const { address } = found;
    const known = this.#resources.get(address);
    const tokens = tokensOf(place);
    const differs = known !== undefined && this.#differs(schema, place, known.tokens);
    if (differs)
      this.duplicates.push({ tokens: [...tokens, "$id"], first: [...known.tokens, "$id"], name: id });
    const resource = differs || known === undefined ? { address, tokens, anchors: new Map() } : known;
    this.#around.set(place, resource);
    if (known === undefined) this.#resources.set(address, resource);
  }

  #addAnchor(name: string, keyword: string, schema: JsonObject, place: Place): void {
    const { anchors } = this.#resourceAround(place);
    const tokens = [...tokensOf(place), keyword];
    const first = anchors.get(name);
    if (first === undefined) anchors.set(name, tokens);
    else if (this.#differs(schema, place, first.slice(0, -1))) this.duplicates.push({ tokens, first, name });
  }

  /** What is there word for word means the same. Nothing is compared twice: what is within goes with the whole. */
  #differs(schema: JsonObject, place: Place, first: Tokens): boolean {
    const known = lookup(this.#document, first);
    if (!known.found || known.value === schema) return false;
    for (let at: Place | undefined = place; at !== undefined; at = at.parent) {
      if (this.#compared.has(at)) return false;
    }
    this.#compared.add(place);
    return !isDeepStrictEqual(known.value, schema);
  }

  #tokensIn(resource: Resource, fragment: string): Tokens | undefined {
    const inside = parseFragment(fragment);
    if (inside === undefined) return resource.anchors.get(percentDecode(fragment))?.slice(0, -1);
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

/** The text of a member; `undefined` where there is none, or something else. */
export function textAt(schema: JsonObject, keyword: string): string | undefined {
  const value = member(schema, keyword);
  return typeof value === "string" ? value : undefined;
}

function addressOf(
  reference: string,
  { address }: Resource,
): { readonly address: string; readonly fragment: string } | undefined {
  const url = reference.length > longest ? null : URL.parse(reference, address);
  if (url === null) return undefined;
  const { hash: fragment } = url;
  if (url.href.includes("#")) url.hash = "";
  return url.href.length > longest ? undefined : { address: url.href, fragment };
}
