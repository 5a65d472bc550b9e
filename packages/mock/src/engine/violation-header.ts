import type { Violation } from "./prism.ts";

/** Node.js allows 16 KiB for all headers of an answer together. */
const LIMIT = 8000;

/**
 * Violations as Prism's own server shows them in the header `sl-violations`, always valid JSON: the last ones are left
 * out where they do not fit, and characters that a header cannot carry are escaped (Prism's server dies of them).
 */
export function violationHeader(violations: readonly Violation[]): string {
  const shown = violations.map(({ in: where, path, code, message, severity }) =>
    ascii(
      JSON.stringify({
        location: [where, ...path],
        severity: severity === "error" ? "Error" : "Warning",
        code,
        message,
      }),
    ),
  );
  while (shown.length > 1 && shown.join(",").length > LIMIT) shown.pop();
  const text = shown.join(",");
  return text.length > LIMIT ? "[]" : `[${text}]`;
}

function ascii(json: string): string {
  return json.replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
