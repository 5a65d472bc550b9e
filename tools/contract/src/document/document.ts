import type { Json, JsonObject } from "@keysmith/generator";
import { modernise, withoutNullable } from "./openapi30.ts";
import { isObject, keysOf, member, pointerOf, tokensOf } from "./pointer.ts";

/** A value of the document, and where it really stands: references on the way are followed. */
export interface Spot {
  /** `#/components/schemas/Key`, plain as people read it. */
  readonly pointer: string;
  readonly value: Json;
}

/** A document as its own words mean it: schemas of OpenAPI 3.0 are written in those of JSON Schema 2020-12. */
export interface Document {
  readonly root: JsonObject;
  /** What stands at a path below a pointer, itself perhaps a reference; undefined when there is nothing. */
  at(pointer: string, ...keys: readonly string[]): Spot | undefined;
  /** What a reference leads to in the end; anything else is itself. */
  follow(spot: Spot | undefined): Spot | undefined;
}

export function openDocument(written: JsonObject): Document {
  const modern = String(written["openapi"]).startsWith("3.0") ? modernise(written) : withoutNullable(written);
  const root = isObject(modern) ? modern : {};
  return {
    root,
    at: (pointer, ...keys) => {
      let spot: Spot | undefined = { pointer: "#", value: root };
      for (const key of [...tokensOf(pointer), ...keys]) {
        spot = spot && step(follow(root, spot), key);
        if (spot === undefined) return undefined;
      }
      return spot;
    },
    follow: (spot) => follow(root, spot),
  };
}

function follow(root: JsonObject, spot: Spot | undefined): Spot | undefined {
  let found = spot;
  for (let hops = 0; found !== undefined && hops < 32; hops++) {
    const reference = member(found.value, "$ref");
    if (typeof reference !== "string") return found;
    found = target(root, reference);
  }
  return undefined;
}

function target(root: JsonObject, reference: string): Spot | undefined {
  return keysOf(reference).reduce<Spot | undefined>((spot, key) => spot && step(spot, key), {
    pointer: "#",
    value: root,
  });
}

function step(spot: Spot | undefined, key: string): Spot | undefined {
  const value = member(spot?.value, key);
  return spot === undefined || value === undefined
    ? undefined
    : { pointer: pointerOf([...tokensOf(spot.pointer), key]), value };
}
