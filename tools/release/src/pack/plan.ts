import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";

/** Where a release waits between its commands, from the root of the repository. Ignored by git. */
export const RELEASE_FOLDER = ".release";

/** A package as `changeset pack` plans it: those that others depend on come first. */
export interface PlannedPackage {
  readonly kind: "publish";
  readonly name: string;
  readonly version: string;
  readonly access: string;
  readonly tag: string;
  /** From the release folder. Its integrity is changesets' own, sha256. */
  readonly tarball: { readonly path: string; readonly integrity: string };
}

/** The file that `changeset publish --from-pack-dir` goes by. */
export const PLAN_FILE = "publish-plan.json";

/** What `changeset pack` put into a folder. */
export function readPlan(folder: string): readonly PlannedPackage[] {
  const file = join(folder, PLAN_FILE);
  const read = JSON.parse(readFileSync(file, "utf8")) as {
    readonly version: number;
    readonly plan: readonly (readonly { readonly kind: string }[])[];
  };
  if (read.version !== 1)
    throw new Refusal(`${file} has version ${read.version}; this tool knows version 1, of changesets 3.`);
  return read.plan.flat().filter((entry): entry is PlannedPackage => entry.kind === "publish");
}
