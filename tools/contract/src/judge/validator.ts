import type { Json, JsonObject } from "@keysmith/generator";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Document } from "../document/document.ts";
import { isObject, list, member, referenceTo } from "../document/pointer.ts";

/** What a value breaks. */
export interface Fault {
  readonly keyword: string;
  /** The schema that holds the keyword, as it stands in the document. */
  readonly schema: unknown;
  /** Way from the value to the part that is at fault. */
  readonly path: readonly string[];
  /** The property that is missing or unwanted. */
  readonly name: string | undefined;
  readonly message: string;
}

/** `in` a request properties that only answers have are not required, and the other way round. */
export type Direction = "request" | "response";

/**
 * Judges values by the document's own schemas, with another validator than the mock's: JSON Schema 2020-12, whatever the
 * document says of itself, formats included.
 */
export interface Validator {
  /**
   * What a value breaks of the schema at a pointer. `text`: the value travelled as text, so `"1"` is a number too.
   * Throws where the schema cannot be compiled.
   */
  faults(
    pointer: string,
    value: unknown,
    how: { readonly direction: Direction; readonly text?: boolean },
  ): readonly Fault[];
}

export function createValidator(document: Document): Validator {
  const compilers = new Map<string, (pointer: string) => ValidateFunction>();
  return {
    faults: (pointer, value, { direction, text = false }) => {
      const key = `${direction} ${text}`;
      const compile = compilers.get(key) ?? compiler(document, direction, text);
      compilers.set(key, compile);
      const validate = compile(pointer);
      // Text becomes what the schema says in place, which takes a holder, and a copy for whoever gave it.
      const holder = { value: structuredClone(value) };
      return validate(holder) ? [] : (validate.errors ?? []).map(faultOf);
    },
  };
}

function compiler(
  document: Document,
  direction: Direction,
  text: boolean,
): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    logger: false,
    verbose: true,
    coerceTypes: text,
    inlineRefs: false,
    validateSchema: false,
  });
  formats.default(ajv);
  ajv.addSchema({ ...oneWay(document.root, direction), $id: "document:" });
  const compiled = new Map<string, ValidateFunction>();
  return (pointer) => {
    const known = compiled.get(pointer);
    if (known !== undefined) return known;
    const value = { $ref: `document:${referenceTo(pointer)}` };
    const validate = ajv.compile({ type: "object", properties: { value }, required: ["value"] });
    compiled.set(pointer, validate);
    return validate;
  };
}

function faultOf({ keyword, parentSchema, instancePath, params, message }: ErrorObject): Fault {
  const path = instancePath
    .split("/")
    .slice(2)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const name: unknown =
    params["missingProperty"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  return {
    keyword,
    schema: originals.get(Object(parentSchema)) ?? parentSchema,
    path,
    name: typeof name === "string" ? name : undefined,
    message: [path.join("."), message ?? keyword].filter(Boolean).join(" "),
  };
}

/** A schema that lacks required names stands for the one of the document. */
const originals = new WeakMap<object, object>();

/** The document as one direction sees it: what is `readOnly` is not required of a request, `writeOnly` not of an answer. */
function oneWay(root: JsonObject, direction: Direction): JsonObject {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) {
      const items: readonly Json[] = value;
      const walked = items.map(walk);
      return walked.some((item, index) => item !== items[index]) ? walked : value;
    }
    if (!isObject(value)) return value;
    const changed = Object.entries(value).map(([key, inner]): [string, Json] => [key, walk(inner)]);
    const properties = member(value, "properties");
    const required = list(member(value, "required"));
    const kept = required.filter(
      (name) => member(properties && member(properties, String(name)), mark) !== true,
    );
    const same = changed.every(([key, inner]) => inner === value[key]);
    if (same && kept.length === required.length) return value;
    const copy = { ...Object.fromEntries(changed), ...(required.length > 0 && { required: kept }) };
    originals.set(copy, value);
    return copy;
  };
  const walked = walk(root);
  return isObject(walked) ? walked : root;
}
