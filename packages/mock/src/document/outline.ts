import { dereference, entries, isObject, member, type JsonObject } from "./json.ts";
import { METHODS } from "./parts.ts";

/** The operations of a document and what each of them can answer. */
export interface Outline {
  /** By the names that tests use. */
  readonly byId: ReadonlyMap<string, OperationOutline>;
  /** By method and path: `GET /keys/{id}`. */
  readonly byRoute: ReadonlyMap<string, OperationOutline>;
}

export interface OperationOutline {
  /** `operationId`; method and path where it has none, or where another operation before it has the same. */
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly responses: readonly ResponseOutline[];
}

export interface ResponseOutline {
  /** As documented: `200`, `4XX`, `default`. */
  readonly code: string;
  readonly contents: readonly ContentOutline[];
}

export interface ContentOutline {
  readonly mediaType: string;
  /** Names of examples; the one of a lone `example` is `default`, as in Prism. */
  readonly examples: readonly string[];
}

/** Reads the outline; needs nothing but the document, so that a test can be told at once what it asks for in vain. */
export function outlineOf(document: JsonObject): Outline {
  const nameOf = createNaming();
  const byId = new Map<string, OperationOutline>();
  const byRoute = new Map<string, OperationOutline>();
  for (const [path, reference] of entries(document["paths"])) {
    const item = dereference(document, [], reference).value;
    for (const key of METHODS) {
      const operation = member(item, key);
      if (!isObject(operation)) continue;
      const method = key.toUpperCase();
      const route = `${method} ${path}`;
      const id = nameOf(operation, route);
      const known = { id, method, path, responses: responsesOf(document, operation) };
      byId.set(id, known);
      byRoute.set(route, known);
    }
  }
  return { byId, byRoute };
}

/**
 * Names operations, asked in the order of the document: `operationId`; the route (`GET /keys/{id}`) where it has none, or
 * where an operation before it has the same.
 */
export function createNaming(): (operation: JsonObject, route: string) => string {
  const taken = new Set<string>();
  return ({ operationId }, route) => {
    const isNew = typeof operationId === "string" && operationId.trim() !== "" && !taken.has(operationId);
    const name = isNew ? operationId : route;
    taken.add(name);
    return name;
  };
}

function responsesOf(document: JsonObject, operation: JsonObject): readonly ResponseOutline[] {
  return entries(operation["responses"])
    .filter(([code]) => !code.startsWith("x-"))
    .map(([code, reference]) => ({
      code,
      contents: entries(member(dereference(document, [], reference).value, "content")).map(
        ([mediaType, content]) => ({ mediaType, examples: exampleNames(document, content) }),
      ),
    }));
}

function exampleNames(document: JsonObject, content: unknown): readonly string[] {
  const schema = dereference(document, [], member(content, "schema")).value;
  const lone = [member(content, "example"), member(schema, "example"), member(schema, "examples")];
  return [
    ...(lone.some((example) => example !== undefined) ? ["default"] : []),
    ...entries(member(content, "examples")).map(([name]) => name),
  ];
}
