import type { Violation } from "./message.ts";

/** Node.js allows 16 KiB for all headers of an answer together. */
const LIMIT = 8000;

/**
 * Violations as Prism's own server shows them in the header `sl-violations`, always valid JSON: the last ones are left
 * out where they do not fit, and characters that a header cannot carry are escaped (Prism's server dies of them).
 */
export function violationHeader(violations: readonly Violation[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const { in: where, path, code, message, severity } of violations) {
    const location = [where, ...path];
    const text = ascii(
      JSON.stringify({ location, severity: severity === "error" ? "Error" : "Warning", code, message }),
    );
    length += text.length + 1;
    if (length > LIMIT) break;
    shown.push(text);
  }
  return `[${shown.join(",")}]`;
}

function ascii(json: string): string {
  return json.replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
