import type { ErrorObject } from "ajv/dist/2020.js";
import type { JsonObject } from "../../load/json.ts";
import { MAX_ERRORS } from "../context.ts";
import type { Finding } from "../finding.ts";
import { explain } from "./explain.ts";
import { officialSchema } from "./official.ts";
import { explainUnknown, type Unknown } from "./unknown.ts";
import { validate } from "./validate.ts";

/** What the official schema of its version says against a document, and the names it found misspelt. */
export interface Structure {
  readonly findings: readonly Finding[];
  /** `#/paths/~1keys/get responses`: this member is there, under another name. */
  readonly misspelt: ReadonlySet<string>;
}

/** Judges a document by the official JSON schema; of errors that say the same, the clearest is kept. */
export function checkStructure(document: JsonObject, version: "3.0" | "3.1"): Structure {
  const errors = validate(document, version).slice(0, MAX_ERRORS);
  if (errors.length === 0) return { findings: [], misspelt: new Set() };
  const unknown = unknownProperties(errors, officialSchema(version));
  const misspelt = new Set(
    unknown.flatMap(({ parent, meant }) => (meant === undefined ? [] : [`${parent} ${meant}`])),
  );
  const explained = errors.flatMap((error) => {
    return isUnknown(error) || repeats(error) ? [] : explain(error);
  });
  const findings = new Map<string, Finding>();
  for (const { pointer, message, missing } of [...unknown, ...explained]) {
    if (misspelt.has(`${pointer} ${missing}`)) continue;
    const finding: Finding = { severity: "error", pointer, message, rule: "structure" };
    findings.set(`${pointer} ${message}`, missing === undefined ? finding : { ...finding, missing });
  }
  return { findings: [...findings.values()], misspelt };
}

function unknownProperties(errors: readonly ErrorObject[], root: JsonObject): readonly Unknown[] {
  // An object with another error loses track of which of its properties are known.
  const troubled = new Set<string>();
  for (const error of errors) {
    if (isUnknown(error) || error.keyword === "if") continue;
    for (let path = error.instancePath; ; path = path.slice(0, path.lastIndexOf("/"))) {
      troubled.add(path);
      if (path === "") break;
    }
  }
  return errors
    .filter(isUnknown)
    .flatMap((error) => explainUnknown(error, root, !troubled.has(error.instancePath)) ?? []);
}

function isUnknown({ keyword }: ErrorObject): boolean {
  return keyword === "additionalProperties" || keyword === "unevaluatedProperties";
}

/** Errors that only follow from others: of a choice its branches, of a name that is refused the reason. */
function repeats({ keyword, schemaPath, propertyName }: ErrorObject): boolean {
  return (
    keyword === "if" ||
    /\/oneOf\/\d+\//.test(schemaPath) ||
    (propertyName !== undefined && keyword !== "propertyNames")
  );
}
