/**
 * How much a change asks of those who use a package, at a version from 1.0.0 on: `major` breaks them, `minor` gives them
 * something, `patch` is seen in documentation only, `none` not at all.
 */
export type Level = (typeof LEVELS)[number];

/** From the least to the most. */
export const LEVELS = ["none", "patch", "minor", "major"] as const;

/** The largest of several levels; `none` of no levels. */
export function highest(levels: Iterable<Level>): Level {
  let result: Level = "none";
  for (const level of levels) if (LEVELS.indexOf(level) > LEVELS.indexOf(result)) result = level;
  return result;
}

/** Whether `level` is at least `wanted`. */
export function reaches(level: Level, wanted: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(wanted);
}

/**
 * Which part of a version a level bumps. Before 1.0.0 nothing is promised yet, and npm's `^0.1.0` takes `0.1.1` but not
 * `0.2.0`: what breaks is a minor there, everything else a patch.
 */
export function bumpFor(level: Level, version: string): Level {
  if (!version.startsWith("0.")) return level;
  if (level === "major") return "minor";
  return level === "minor" ? "patch" : level;
}
