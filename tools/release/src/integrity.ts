import { createHash } from "node:crypto";

/** Hash of bytes in the form the registry states: `sha512-` and base64. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
}
