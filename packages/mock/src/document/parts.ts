import { entries, isObject, list, member, type JsonObject } from "./json.ts";

/** A place of the document that needs treatment before the engine sees it. */
export interface Part {
  readonly kind: "operation" | "parameter" | "header";
  readonly value: JsonObject;
  readonly path: readonly string[];
}

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Every operation, parameter and response header of the document, each once: at its definition, not where it is referenced. */
export function* parts(document: JsonObject): Iterable<Part> {
  const components = member(document, "components");
  for (const section of ["paths", "webhooks"]) yield* pathItems(document[section], [section]);
  yield* pathItems(member(components, "pathItems"), ["components", "pathItems"]);
  yield* named("parameter", member(components, "parameters"), ["components", "parameters"]);
  yield* named("header", member(components, "headers"), ["components", "headers"]);
  yield* headersOf(member(components, "responses"), ["components", "responses"]);
}

function* pathItems(items: unknown, path: readonly string[]): Iterable<Part> {
  for (const [template, item] of entries(items)) {
    const here = [...path, template];
    yield* parameters(item, here);
    for (const method of METHODS) {
      const operation = member(item, method);
      if (!isObject(operation)) continue;
      yield { kind: "operation", value: operation, path: [...here, method] };
      yield* parameters(operation, [...here, method]);
      yield* headersOf(operation["responses"], [...here, method, "responses"]);
    }
  }
}

function* parameters(owner: unknown, path: readonly string[]): Iterable<Part> {
  for (const [index, value] of list(member(owner, "parameters")).entries()) {
    if (isObject(value)) yield { kind: "parameter", value, path: [...path, "parameters", String(index)] };
  }
}

function* headersOf(responses: unknown, path: readonly string[]): Iterable<Part> {
  for (const [status, response] of entries(responses)) {
    yield* named("header", member(response, "headers"), [...path, status, "headers"]);
  }
}

function* named(kind: Part["kind"], values: unknown, path: readonly string[]): Iterable<Part> {
  for (const [name, value] of entries(values))
    if (isObject(value)) yield { kind, value, path: [...path, name] };
}
