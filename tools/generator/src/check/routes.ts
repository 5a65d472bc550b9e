import { METHODS } from "../load/grammar.ts";
import { isList, isObject, member, type JsonObject } from "../load/json.ts";
import { childPointer } from "../load/pointer.ts";
import type { Json } from "../read/model.ts";
import { entriesOf, textOf, type Located, type Resolve } from "./reading.ts";

/** An operation under `paths`. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Located;
  /** Parameters of the path item and of the operation itself. */
  readonly parameters: readonly [ParameterList, ParameterList];
}

/** A `parameters` list, references followed. */
export interface ParameterList {
  readonly parameters: readonly DeclaredParameter[];
  /** False when an entry could not be understood: then nothing is known of what is missing. */
  readonly complete: boolean;
}

export interface DeclaredParameter {
  readonly name: string;
  readonly in: string;
  readonly value: JsonObject;
  /** The entry in the list, which may be a reference. */
  readonly pointer: string;
}

/** Every operation under `paths`, in the order of the document. What stands beside a path item's `$ref` wins. */
export function findRoutes(document: JsonObject, resolve: Resolve): readonly Route[] {
  const routes: Route[] = [];
  for (const [path, item] of entriesOf(member(document, "paths"))) {
    if (!isObject(item)) continue;
    const pointer = childPointer("#/paths", path);
    const target = resolve("pathItem", item, pointer);
    const holds = (key: string): Located | undefined =>
      member(item, key) !== undefined || target === undefined ? { value: item, pointer } : target;
    const shared = parametersOf(resolve, holds("parameters"));
    for (const method of METHODS) {
      const holder = holds(method);
      const operation = member(holder?.value, method);
      if (holder === undefined || !isObject(operation)) continue;
      const located = { value: operation, pointer: childPointer(holder.pointer, method) };
      routes.push({ method, path, operation: located, parameters: [shared, parametersOf(resolve, located)] });
    }
  }
  return routes;
}

function parametersOf(resolve: Resolve, holder: Located | undefined): ParameterList {
  const list: Json | undefined = member(holder?.value, "parameters");
  if (holder === undefined || list === undefined) return { parameters: [], complete: true };
  return readParameters(resolve, list, childPointer(holder.pointer, "parameters"));
}

/** Reads a `parameters` list. */
export function readParameters(resolve: Resolve, list: Json, pointer: string): ParameterList {
  if (!isList(list)) return { parameters: [], complete: false };
  const parameters = list.flatMap((entry, index): DeclaredParameter[] => {
    const place = childPointer(pointer, index);
    const value = resolve("parameter", entry, place)?.value;
    const [name, location] = [textOf(value, "name"), textOf(value, "in")];
    if (value === undefined || name === undefined || location === undefined) return [];
    return [{ name, in: location, value, pointer: place }];
  });
  return { parameters, complete: parameters.length === list.length };
}
