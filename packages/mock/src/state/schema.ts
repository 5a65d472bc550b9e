import { dereference, entries, follow, isObject, list, type JsonObject } from "../document/json.ts";

/** A schema where it really stands, references followed. */
export interface Place {
  readonly path: readonly string[];
  readonly schema: JsonObject;
}

/** The schema at a path of the document; undefined when there is none, or it is `true` or `false`. */
export function placeAt(document: JsonObject, path: readonly string[]): Place | undefined {
  const found = follow(document, path);
  const { path: real, value } = dereference(document, found.path, found.value);
  return isObject(value) ? { path: real, schema: value } : undefined;
}

/** Properties that a schema declares, those of its `allOf`, `anyOf` and `oneOf` included. */
export function propertiesOf(document: JsonObject, place: Place | undefined): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  const visited = new Set<JsonObject>();
  const visit = (at: Place | undefined): void => {
    if (at === undefined || visited.has(at.schema)) return;
    visited.add(at.schema);
    for (const [name] of entries(at.schema["properties"])) {
      const property = placeAt(document, [...at.path, "properties", name]);
      if (property !== undefined && !found.has(name)) found.set(name, property);
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"])
      for (const index of list(at.schema[keyword]).keys())
        visit(placeAt(document, [...at.path, keyword, String(index)]));
  };
  visit(place);
  return found;
}

/** The schema of what a JSON pointer leads to within a value of this schema. */
export function placeWithin(
  document: JsonObject,
  place: Place | undefined,
  keys: readonly string[],
): Place | undefined {
  return keys.reduce<Place | undefined>((at, key) => propertiesOf(document, at).get(key), place);
}

/** The schema of the members of a list. */
export function itemsOf(document: JsonObject, place: Place | undefined): Place | undefined {
  return place === undefined ? undefined : placeAt(document, [...place.path, "items"]);
}

export function hasType(place: Place | undefined, ...types: readonly string[]): boolean {
  const own = new Set([place?.schema["type"]].flat());
  return types.some((type) => own.has(type));
}

/** Ending of a name, in snake case, that promises a secret. */
const SECRET = /(^|_)(secret|(secret|private|api|access)_key|token|password|passphrase)$/;

/** Whether a property holds a secret: as the document says, or else as its name does. */
export function isSecret(name: string, { schema }: Place): boolean {
  const said = schema["x-sensitive"];
  if (typeof said === "boolean") return said;
  return schema["format"] === "password" || schema["writeOnly"] === true || SECRET.test(snakeCase(name));
}

export function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

/** Keys of a JSON pointer, `/user/id`. */
export function keysOfPointer(text: string): readonly string[] {
  return text
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
