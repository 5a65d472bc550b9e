import gte from "semver/functions/gte.js";
import increment from "semver/functions/inc.js";
import type { Level } from "./level.ts";

/** The lowest version that a bump leads to. */
export function versionAfter(version: string, bump: Level): string {
  return bump === "none" ? version : (increment(version, bump) ?? version);
}

/**
 * Whether a version will do for what changed since `base`, where `required` is asked for. `1.2.0-next.3` will be `1.2.0`;
 * what changed since that very prerelease needs another one all the same.
 */
export function satisfies(version: string, required: string, base: string): boolean {
  return version !== base && gte(version.replace(/[-+].*$/s, ""), required);
}
