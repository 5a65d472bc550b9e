import { createRequire } from "node:module";
import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import type { JsonObject } from "../../load/json.ts";
import { formats } from "./formats.ts";
import { officialSchema } from "./official.ts";

/** Compiled schemas: the second document of a version is validated at once. */
const compiled = new Map<"3.0" | "3.1", ValidateFunction>();

/** What ajv has to say about a document, judged by the official schema of its version. */
export function validate(document: JsonObject, version: "3.0" | "3.1"): readonly ErrorObject[] {
  const accepts = compiled.get(version) ?? compile(version);
  compiled.set(version, accepts);
  return accepts(document) ? [] : (accepts.errors ?? []);
}

function compile(version: "3.0" | "3.1"): ValidateFunction {
  // Loaded on demand: who only compares fingerprints does not wait for a schema compiler.
  const ajvModule: unknown = createRequire(import.meta.url)("ajv/dist/2020.js");
  const { Ajv2020: Ajv } = ajvModule as { Ajv2020: typeof Ajv2020 };
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    // With the schema that failed: explanations name what would have been right.
    verbose: true,
    // The schemas are the official ones: no need to validate them as well.
    meta: false,
    validateSchema: false,
    // A third less time to compile; the documents are validated once.
    code: { optimize: false },
    formats,
  });
  return ajv.compile(officialSchema(version));
}
