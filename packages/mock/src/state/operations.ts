import { dereference, entries, follow, isObject, list, member, type JsonObject } from "../document/json.ts";
import { createNaming } from "../document/outline.ts";
import { METHODS } from "../document/parts.ts";
import { placeAt, type Place } from "./schema.ts";

/** An operation as far as state is concerned. */
export interface StateOperation {
  /** `operationId`, or method and path: `GET /keys/{id}`. */
  readonly name: string;
  readonly method: (typeof METHODS)[number];
  readonly template: string;
  /** Keys that lead to it in the document. */
  readonly path: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Schema of the JSON body of the request. */
  readonly request: Place | undefined;
  readonly requestExamples: Success["examples"];
  /** The success that is answered unasked; undefined when none is documented. */
  readonly success: Success | undefined;
  /** Codes of all documented answers, `404`, `4XX`, `default`. */
  readonly codes: readonly string[];
  /** `x-mock-resource`. */
  readonly said: unknown;
  /** `x-pagination`. */
  readonly pagination: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Place | undefined;
  readonly example: unknown;
}

export interface Success {
  readonly status: number;
  /** The media type in JSON; undefined when the answer has no body in JSON. */
  readonly mediaType: string | undefined;
  readonly schema: Place | undefined;
  readonly examples: readonly { readonly name: string; readonly value: unknown }[];
}

/** Every operation of a document, in its order. */
export function operationsOf(document: JsonObject): readonly StateOperation[] {
  const nameOf = createNaming();
  return entries(document["paths"]).flatMap(([template]) =>
    METHODS.flatMap((method) => {
      const { path, value } = follow(document, ["paths", template, method]);
      if (!isObject(value)) return [];
      const body = contentOf(document, [...path, "requestBody"]);
      return {
        name: nameOf(value, `${method.toUpperCase()} ${template}`),
        method,
        template,
        path,
        parameters: parametersOf(document, path),
        request: body.schema,
        requestExamples: body.examples,
        success: successOf(document, [...path, "responses"]),
        codes: entries(value["responses"]).map(([code]) => code),
        said: value["x-mock-resource"],
        pagination: value["x-pagination"],
      };
    }),
  );
}

/** Those of the operation, and those of its path that it does not declare anew. */
function parametersOf(document: JsonObject, path: readonly string[]): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const owner of [path, path.slice(0, -1)]) {
    for (const index of list(follow(document, [...owner, "parameters"]).value).keys()) {
      const place = placeAt(document, [...owner, "parameters", String(index)]);
      if (place === undefined) continue;
      const { name, in: location } = place.schema;
      const key = `${String(location)} ${String(name)}`;
      if (found.has(key)) continue;
      const schema = placeAt(document, [...place.path, "schema"]);
      const [example] = examplesOf(document, place.schema, schema);
      found.set(key, { name: String(name), in: String(location), schema, example: example?.value });
    }
  }
  return [...found.values()];
}

/** The lowest success, as it is answered without state. */
function successOf(document: JsonObject, path: readonly string[]): Success | undefined {
  const [code] = entries(follow(document, path).value)
    .map(([name]) => name)
    .filter((name) => /^2(\d\d|XX)$/i.test(name))
    .toSorted();
  if (code === undefined) return undefined;
  return { status: Number(code.replaceAll(/x/gi, "0")), ...contentOf(document, [...path, code]) };
}

/** The content in JSON of a body or an answer. */
function contentOf(document: JsonObject, path: readonly string[]): Omit<Success, "status"> {
  const owner = placeAt(document, path);
  const mediaType = entries(owner?.schema["content"])
    .map(([name]) => name)
    .find((name) => /^application\/(?:json|[^;\s]+\+json)\s*(?:;|$)/i.test(name));
  if (owner === undefined || mediaType === undefined)
    return { mediaType: undefined, schema: undefined, examples: [] };
  const here = [...owner.path, "content", mediaType];
  const schema = placeAt(document, [...here, "schema"]);
  return { mediaType, schema, examples: examplesOf(document, placeAt(document, here)?.schema, schema) };
}

function examplesOf(document: JsonObject, owner: unknown, schema: Place | undefined): Success["examples"] {
  const named = entries(member(owner, "examples")).map(([name, example]) => ({
    name,
    value: member(dereference(document, [], example).value, "value"),
  }));
  const plain = [
    member(owner, "example"),
    schema?.schema["example"],
    list(schema?.schema["examples"])[0],
  ].map((value) => ({ name: "", value }));
  return [...named, ...plain].filter(({ value }) => value !== undefined);
}
