import gte from "semver/functions/gte.js";
import increment from "semver/functions/inc.js";
import type { Level } from "./level.ts";

/** The lowest version that a bump leads to. */
export function versionAfter(version: string, bump: Level): string {
  return bump === "none" ? version : (increment(version, bump) ?? version);
}

/** Whether a version will do where another one is asked for. `1.2.0-next.3` will be `1.2.0`. */
export function satisfies(version: string, required: string): boolean {
  return gte(version.replace(/[-+].*$/s, ""), required);
}
