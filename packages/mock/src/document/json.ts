/** An object of a parsed document; its members are judged where they are read. */
export interface JsonObject {
  [key: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member of an object, or undefined when there is no such object. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The members of a list, or none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of an object, or none. */
export function entries(value: unknown): readonly [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** JSON pointer as a URI fragment. */
export function pointer(path: readonly string[]): string {
  return `#${path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`;
}

/** The keys of a local reference, `#/components/schemas/Key`. */
export function keysOf(reference: string): readonly string[] {
  return reference
    .slice(2)
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands at a path, and where it really stands: references on the way are followed. */
export function follow(
  document: JsonObject,
  path: readonly string[],
): { path: readonly string[]; value: unknown } {
  let place: readonly string[] = [];
  let value: unknown = document;
  for (const key of path) {
    ({ path: place, value } = dereference(document, place, value));
    place = [...place, key];
    value = Array.isArray(value) ? value[Number(key)] : member(value, key);
  }
  return { path: place, value };
}

/** The target of a reference; anything else is itself. */
export function dereference(
  document: JsonObject,
  path: readonly string[],
  value: unknown,
): { path: readonly string[]; value: unknown } {
  let found = { path, value };
  // A chain of references longer than this is a circle.
  for (let hops = 0; hops < 32; hops++) {
    const reference = member(found.value, "$ref");
    if (typeof reference !== "string" || !reference.startsWith("#/")) return found;
    const keys = keysOf(reference);
    let target: unknown = document;
    for (const key of keys) target = Array.isArray(target) ? target[Number(key)] : member(target, key);
    found = { path: keys, value: target };
  }
  return found;
}
