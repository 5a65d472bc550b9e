import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { pointer, type JsonObject } from "../document/json.ts";
import type { Place } from "./schema.ts";

/** Says whether a value is valid by the schema at a place. */
export type Validate = (place: Place, value: unknown) => boolean;

const ROOT = "urn:keysmith:mock:document";

/** Validators of a document's schemas, compiled when first asked for. Of one that cannot be compiled here, the type must do. */
export function createValidate(document: JsonObject): Validate {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, allErrors: false });
  formats.default(ajv);
  // References never use `$id`, and two of one name would be an error.
  ajv.addSchema(withoutIds(document), ROOT);
  const compiled = new Map<string, (value: unknown) => boolean>();
  return ({ path, schema }, value) => {
    // Most of what is asked is whether null would do: compiling takes far longer than seeing that it would not.
    if (!isOfType(schema, value)) return false;
    const reference = pointer(path.map((key) => encodeURIComponent(key)));
    let check = compiled.get(reference);
    if (check === undefined) {
      try {
        check = ajv.compile({ $ref: ROOT + reference });
      } catch {
        check = () => true;
      }
      compiled.set(reference, check);
    }
    return check(value);
  };
}

function withoutIds(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === "$id" && typeof inner === "string" ? undefined : inner,
  );
}

function isOfType({ type, nullable }: JsonObject, value: unknown): boolean {
  if (type === undefined) return true;
  const own = new Set([type].flat());
  if (value === null) return own.has("null") || nullable === true;
  if (Array.isArray(value)) return own.has("array");
  return own.has(typeof value) || (Number.isInteger(value) && own.has("integer"));
}
