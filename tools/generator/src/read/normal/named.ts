import { isObject, type JsonObject } from "../../load/json.ts";
import { formatPointer, lookup, parsePointer } from "../../load/pointer.ts";
import { has, membersAt, objectAt } from "../document.ts";
import type { Json } from "../model.ts";
import type { Context, Direction } from "./context.ts";
import { homeName } from "./home-name.ts";
import { normalSchema } from "./schema.ts";
import { tagged, type Tags } from "./tags.ts";

interface Mutable {
  [key: string]: Json;
}

/** A schema with a name, and the references that lead to each of its forms. */
interface Named {
  readonly schema: Json;
  readonly pointer: string;
  readonly uses: Map<Direction, Mutable[]>;
  readonly forms: Map<Direction, Json>;
}

/**
 * The named schemas of a normal form. Each is brought into it once it is referred to, in the direction it is needed
 * in. One that differs between requests and answers and is used in both becomes two: `Key` is what the server
 * answers, `KeyInput` what it takes. What a reference finds elsewhere gets a name.
 */
export class NamedSchemas {
  readonly #root: JsonObject;
  readonly #tags: Tags;
  readonly #twofold: ReadonlySet<string>;
  readonly #named = new Map<string, Named>();
  /** Names of what stands elsewhere, by pointer. */
  readonly #homes = new Map<string, string>();
  readonly #pending: (readonly [string, Direction])[] = [];
  readonly #following = new Set<string>();
  /** By name: the number to try next where it is taken. In some alphabets all names come down to the same few. */
  readonly #numbers = new Map<string, number>();

  /** @param twofold - Pointers of the schemas that are not the same in both directions. */
  constructor(root: JsonObject, tags: Tags, twofold: ReadonlySet<string>) {
    this.#root = root;
    this.#tags = tags;
    this.#twofold = twofold;
    for (const [key, schema] of membersAt(objectAt(root, "components"), "schemas")) {
      this.#add(key, schema, formatPointer(["components", "schemas", key]));
    }
  }

  refer(context: Context, pointer: string, direction: Direction, said: JsonObject): Json {
    const [components, schemas, key = "", ...deeper] = parsePointer(pointer);
    const isNamed = components === "components" && schemas === "schemas" && deeper.length === 0;
    if (isNamed && this.#named.has(key)) return this.#use(key, direction, said);
    const target = lookup(this.#root, parsePointer(pointer));
    const value = target.found ? target.value : true;
    if (!isObject(value)) return value === false ? false : Object.keys(said).length === 0 || said;
    if (isStructured(value)) return this.#use(this.#home(pointer, value), direction, said);
    // References that lead around in a circle mean nothing; `check` says so.
    if (this.#following.has(pointer)) return true;
    this.#following.add(pointer);
    const normal = normalSchema(context, value, direction);
    this.#following.delete(pointer);
    return isObject(normal) && Object.keys(said).length > 0 ? { ...said, allOf: [normal] } : normal;
  }

  /** All of them under their final names, those of the document in its order. */
  settle(context: Context): JsonObject {
    this.#form(context);
    for (const [key, { uses }] of this.#named) if (uses.size === 0) this.#schedule(key, "both");
    this.#form(context);
    const taken = new Set(this.#named.keys());
    const entries: [string, Json][] = [];
    for (const [key, { forms, uses }] of this.#named) {
      const [first = true] = forms.values();
      entries.push([key, forms.get("answer") ?? first]);
      const request = forms.get("request");
      if (request === undefined || forms.size === 1) continue;
      const name = this.#free(`${key}Input`, taken);
      taken.add(name);
      entries.push([name, request]);
      for (const use of uses.get("request") ?? [])
        use["$ref"] = formatPointer(["components", "schemas", name]);
    }
    return Object.fromEntries(entries);
  }

  #add(key: string, schema: Json, pointer: string): void {
    this.#named.set(key, { schema, pointer, uses: new Map(), forms: new Map() });
  }

  #use(key: string, towards: Direction, said: JsonObject): JsonObject {
    const reference: Mutable = { ...said, $ref: formatPointer(["components", "schemas", key]) };
    const named = this.#named.get(key);
    if (named === undefined) return reference;
    const direction = this.#twofold.has(named.pointer) ? towards : "both";
    // From where the direction does not matter, any form will do.
    if (direction === "both" && this.#twofold.has(named.pointer)) return reference;
    this.#schedule(key, direction);
    named.uses.get(direction)?.push(reference);
    return reference;
  }

  #schedule(key: string, direction: Direction): void {
    const uses = this.#named.get(key)?.uses;
    if (uses === undefined || uses.has(direction)) return;
    uses.set(direction, []);
    this.#pending.push([key, direction]);
  }

  #form(context: Context): void {
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const [key, direction] = next;
      const named = this.#named.get(key);
      if (named === undefined) continue;
      const schema = isObject(named.schema) ? tagged(this.#tags, named.pointer, named.schema) : named.schema;
      named.forms.set(direction, normalSchema(context, schema, direction));
    }
  }

  #home(pointer: string, schema: JsonObject): string {
    const known = this.#homes.get(pointer);
    if (known !== undefined) return known;
    const key = this.#free(homeName(this.#root, pointer), this.#named);
    this.#homes.set(pointer, key);
    this.#add(key, schema, pointer);
    return key;
  }

  #free(name: string, taken: { has(name: string): boolean }): string {
    let unique = name;
    let number = this.#numbers.get(name) ?? 2;
    while (taken.has(unique)) unique = `${name}${number++}`;
    this.#numbers.set(name, number);
    return unique;
  }
}

/** Long enough for a name, and possibly circular. */
function isStructured(schema: JsonObject): boolean {
  return [
    "properties",
    "items",
    "prefixItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "patternProperties",
  ].some((keyword) => has(schema, keyword));
}
