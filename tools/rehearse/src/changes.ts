import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectSame } from "./expect.ts";
import type { Package } from "./repository.ts";
import type { SpecEdit } from "./spec-edits.ts";

/** The section of a changelog that a change belongs to. */
const SECTIONS = { major: "Major Changes", minor: "Minor Changes", patch: "Patch Changes" } as const;

/** The version after a change, by the rule of changes: below 1.0.0 everything is one step smaller. */
export function versionAfter(version: string, kind: SpecEdit["kind"]): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const breaking = kind === "breaking";
  if (major === 0) return breaking ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`;
  return breaking ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

/** What the packages' versions have to be after the edits. */
export function versionsAfter(
  packages: readonly Package[],
  edits: readonly SpecEdit[],
): ReadonlyMap<string, string> {
  return new Map(
    packages.map(({ name, version, spec }) => {
      const edit = edits.find((one) => one.spec === spec);
      return [name, edit ? versionAfter(version, edit.kind) : version];
    }),
  );
}

/** Compares the versions of packages with what they have to be. */
export function requireVersions(packages: readonly Package[], expected: ReadonlyMap<string, string>): void {
  expectSame(
    "versions",
    [...expected],
    packages.map(({ name, version }) => [name, version]),
  );
}

/** Makes sure that a package's changelog tells the edit, under the version and the heading that it belongs to. */
export function requireChangelog(
  { name, version, folder }: Package,
  before: string,
  { named }: SpecEdit,
): void {
  const text = readFileSync(join(folder, "CHANGELOG.md"), "utf8");
  const entry = text.split(/^## /m).find((part) => part.startsWith(`${version}\n`));
  if (entry === undefined) throw new Error(`The changelog of ${name} has no entry for ${version}.`);
  const section = SECTIONS[stepBetween(before, version)];
  const missing = [`### ${section}`, ...named].filter((words) => !entry.includes(words));
  if (missing.length > 0)
    throw new Error(
      `The changelog of ${name} ${version} does not say ${missing.join(", ")}. It says:\n## ${entry}`,
    );
}

function stepBetween(before: string, after: string): keyof typeof SECTIONS {
  const [one, other] = [before, after].map((version) => version.split("."));
  if (one?.[0] !== other?.[0]) return "major";
  return one?.[1] === other?.[1] ? "patch" : "minor";
}
