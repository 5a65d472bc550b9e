import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSource } from "../git.ts";
import { integrityOf } from "../integrity.ts";
import { type ReleaseManifest, readReleaseManifest } from "../pack/manifest.ts";
import type { ReleaseContext } from "../pack/pack.ts";
import { PLAN_FILE, readPlan, RELEASE_FOLDER } from "../pack/plan.ts";
import { Refusal } from "../refusal.ts";

/**
 * Proves that what would be published is what `release:pack` proved: the same commit, a clean tree, the same plan, the
 * same bytes.
 *
 * @throws Refusal with the first thing that is not.
 */
export async function verifyRelease({ root, environment }: ReleaseContext): Promise<ReleaseManifest> {
  const folder = join(root, RELEASE_FOLDER);
  const manifest = readReleaseManifest(folder);
  if (manifest === undefined)
    throw new Refusal(
      `${RELEASE_FOLDER}/manifest.json is missing: nothing was packed, or what was packed was refused. Run release:pack.`,
    );
  const source = await readSource(root, environment);
  if (!manifest.clean)
    throw new Refusal(
      "The tarballs were packed from files that are not as committed. Commit, and pack again.",
    );
  if (source.changed.length > 0)
    throw new Refusal(
      `Files are not as committed, so tags would not say what was published:\n  ${source.changed.join("\n  ")}`,
    );
  if (source.commit !== manifest.commit)
    throw new Refusal(
      `The tarballs are of commit ${manifest.commit}, but ${source.commit} is checked out. Check that one out, or pack again.`,
    );
  verifyFiles(folder, manifest);
  return manifest;
}

function verifyFiles(folder: string, manifest: ReleaseManifest): void {
  const plan = readFileSync(join(folder, PLAN_FILE));
  if (integrityOf(plan) !== manifest.plan)
    throw new Refusal(
      `${RELEASE_FOLDER}/${PLAN_FILE} was changed after the tarballs were proven. Pack again.`,
    );
  for (const { name, version, tarball } of readPlan(folder)) {
    const proven = manifest.tarballs.find((one) => one.path === tarball.path);
    if (proven?.name !== name || proven.version !== version)
      throw new Refusal(`${tarball.path} of ${name}@${version} was never proven. Pack again.`);
    const file = join(folder, proven.path);
    const found = existsSync(file) ? integrityOf(readFileSync(file)) : "nothing";
    if (found !== proven.integrity)
      throw new Refusal(
        `${RELEASE_FOLDER}/${proven.path} is not the tarball that was proven.\n  expected ${proven.integrity}\n  found    ${found}\nPack again.`,
      );
  }
}
