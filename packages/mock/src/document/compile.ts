import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { PrismOperation } from "../engine/prism.ts";
import { messageOf, SpecError, type SpecProblem } from "../errors.ts";
import { dereference, follow, isObject, list, member, pointer, type JsonObject } from "./json.ts";
import { subschemas } from "./schema.ts";
import type { Source } from "./source.ts";

/** A schema as Prism will compile it, and where the document says so. */
interface Place {
  readonly path: readonly string[];
  readonly schema: unknown;
}

/**
 * Compiles every schema of the operations as Prism will. Throws {@link SpecError} naming the innermost broken schemas:
 * Prism takes a schema that cannot be compiled for one that accepts every input.
 */
export function compileSchemas(
  source: Source,
  document: JsonObject,
  operations: readonly PrismOperation[],
): void {
  const problems = new Map<string, SpecProblem>();
  for (const operation of operations) {
    const bundle = Reflect.get(operation, "__bundled__");
    for (const { path, schema } of places(document, operation)) {
      if (!isObject(schema)) continue;
      for (const { keys, message } of faultsOf(schema, bundle)) {
        const place = pointer(follow(document, [...path, ...keys]).path);
        problems.set(place, { pointer: place, message });
      }
    }
  }
  if (problems.size > 0) throw new SpecError(source, [...problems.values()]);
}

function* places(document: JsonObject, operation: PrismOperation): Iterable<Place> {
  const path = ["paths", operation.path, operation.method.toLowerCase()];
  for (const content of contentsOf(operation.request?.body)) {
    yield { path: [...path, "requestBody", "content", content.mediaType, "schema"], schema: content.schema };
  }
  for (const response of operation.responses) {
    const here = [...path, "responses", response.code];
    for (const content of contentsOf(response)) {
      yield { path: [...here, "content", content.mediaType, "schema"], schema: content.schema };
    }
    for (const header of response.headers ?? [])
      yield { path: [...here, "headers", header.name, "schema"], schema: header.schema };
  }
  const { path: inPath, query, headers, cookie } = operation.request ?? {};
  for (const [location, parameters] of Object.entries({ path: inPath, query, header: headers, cookie })) {
    for (const parameter of parameters ?? []) {
      yield {
        path: [...parameterPath(document, path, location, parameter.name), "schema"],
        schema: parameter.schema,
      };
    }
  }
}

function contentsOf(owner: unknown): readonly { mediaType: string; schema: unknown }[] {
  return list(member(owner, "contents")).flatMap((content) =>
    isObject(content) ? [{ mediaType: String(content["mediaType"]), schema: content["schema"] }] : [],
  );
}

/** A parameter may stand at the operation or at its path. */
function parameterPath(
  document: JsonObject,
  operation: readonly string[],
  location: string,
  name: string,
): readonly string[] {
  for (const owner of [operation, operation.slice(0, -1)]) {
    const parameters = list(follow(document, [...owner, "parameters"]).value);
    for (const [index, parameter] of parameters.entries()) {
      const { value } = dereference(document, [], parameter);
      if (member(value, "name") === name && member(value, "in") === location)
        return [...owner, "parameters", String(index)];
    }
  }
  return operation;
}

type Fault = { readonly keys: readonly string[]; readonly message: string };

/** By schema and bundle: equal schemas are one object. */
const known = new WeakMap<object, WeakMap<object, readonly Fault[]>>();
const NO_BUNDLE = {};

/** What keeps a schema from compiling, at its innermost places. */
function faultsOf(schema: JsonObject, bundle: unknown): readonly Fault[] {
  const byBundle = known.get(schema) ?? new WeakMap<object, readonly Fault[]>();
  known.set(schema, byBundle);
  const key = isObject(bundle) ? bundle : NO_BUNDLE;
  const found = byBundle.get(key) ?? innermost(schema, bundle, String(schema["$schema"]));
  byBundle.set(key, found);
  return found;
}

function innermost(schema: JsonObject, bundle: unknown, dialect: string): readonly Fault[] {
  const message = compileError(schema, bundle, dialect);
  if (message === undefined) return [];
  const inside = subschemas(schema).flatMap((inner) =>
    innermost(inner.schema, bundle, dialect).map((fault) => ({
      keys: [...inner.keys, ...fault.keys],
      message: fault.message,
    })),
  );
  return inside.length > 0 ? inside : [{ keys: [], message }];
}

function compileError(schema: JsonObject, bundle: unknown, dialect: string): string | undefined {
  const validator = validatorFor(dialect);
  const candidate = { ...schema, __bundled__: bundle };
  try {
    validator.compile(candidate);
    return undefined;
  } catch (error) {
    return `the schema cannot be compiled: ${messageOf(error)}`;
  } finally {
    validator.removeSchema(candidate);
  }
}

const validators = new Map<string, Ajv>();

/** Chosen and configured as in Prism. */
function validatorFor(dialect: string): Ajv {
  const draft = /draft\/(2019-09|2020-12)\//.exec(dialect)?.[1] ?? "07";
  const existing = validators.get(draft);
  if (existing !== undefined) return existing;
  const Validator = draft === "2020-12" ? Ajv2020 : draft === "2019-09" ? Ajv2019 : Ajv;
  const validator = new Validator({
    allErrors: true,
    allowUnionTypes: true,
    allowMatchingProperties: true,
    strict: false,
    logger: false,
  });
  formats.default(validator);
  validators.set(draft, validator);
  return validator;
}
