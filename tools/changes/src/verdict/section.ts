import type { Finding, TypeChange, WireChange } from "./finding.ts";
import type { Level } from "./level.ts";

/** Which part of a changelog tells of a row. */
export function sectionOf(
  level: Level,
  wire: WireChange | undefined,
  type: TypeChange | undefined,
): Finding["section"] {
  if (level === "major") return "breaking";
  if (wire?.rule === "wire/deprecated") return "deprecated";
  if (!type) return "api-only";
  if (wire?.rule === "wire/added") return "added";
  // Names that do not travel are news for the compiler alone.
  const isOfTypes = !wire || wire.level === "patch";
  return isOfTypes && type.rule.endsWith("-added") ? "added" : "changed";
}
