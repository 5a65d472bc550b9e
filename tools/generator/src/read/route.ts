import { isObject, type JsonObject } from "../load/json.ts";
import { childPointer } from "../load/pointer.ts";
import { membersAt, type Place, referenceOf, resolve } from "./document.ts";
import type { Method } from "./model.ts";

/** An operation in the document, before it is read. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  /** The path's item, whose parameters its operations share. */
  readonly item: Place<JsonObject>;
  readonly operation: Place<JsonObject>;
}

/** Every operation under `paths`, in the order of the document. */
export function routesOf(root: JsonObject): readonly Route[] {
  return membersAt(root, "paths").flatMap(([path, value]) => {
    if (!path.startsWith("/")) return [];
    return operationsIn(root, { value, pointer: childPointer("#/paths", path) }, path);
  });
}

/** The operations of one path item. */
export function operationsIn(root: JsonObject, place: Place, path: string): readonly Route[] {
  const item = itemAt(root, place);
  if (item === undefined) return [];
  return Object.entries(item.value).flatMap(([name, operation]) => {
    const method = methods.get(name);
    if (method === undefined || !isObject(operation)) return [];
    return {
      method,
      path,
      item,
      operation: { value: operation, pointer: childPointer(item.pointer, name) },
    };
  });
}

/** What identifies a route in a document: operations shared by two paths are two. */
export function routeKey({ method, path }: Route): string {
  return `${method} ${path}`;
}

/** A path item, with what stands beside its `$ref` on top of what that leads to. */
function itemAt(root: JsonObject, place: Place): Place<JsonObject> | undefined {
  const target = resolve(root, place);
  if (target === undefined || referenceOf(place.value) === undefined || !isObject(place.value)) return target;
  const { $ref: _, ...own } = place.value;
  return { value: { ...target.value, ...own }, pointer: target.pointer };
}

/** All but TRACE, which `fetch` forbids. */
const methods: ReadonlyMap<string, Method> = new Map([
  ["get", "GET"],
  ["put", "PUT"],
  ["post", "POST"],
  ["delete", "DELETE"],
  ["options", "OPTIONS"],
  ["head", "HEAD"],
  ["patch", "PATCH"],
]);
