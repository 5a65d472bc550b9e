import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkTarball, type Fault } from "../tarball/check.ts";
import { openTarball } from "../tarball/tarball.ts";
import { publishable, readPackages } from "../workspace.ts";
import { readPlan } from "./plan.ts";

/**
 * Opens every tarball of a release folder and holds it to the rules.
 *
 * @param root - The repository the tarballs were packed from.
 * @param tags - Its git tags, which say what was released before.
 * @returns What is wrong, or nothing.
 */
export async function checkTarballs(
  root: string,
  folder: string,
  tags: readonly string[],
): Promise<readonly Fault[]> {
  const packages = readPackages(root);
  const known = publishable(packages);
  const published = new Map(known.map(({ manifest }) => [manifest.name, manifest.version]));
  const unpublished = new Set(
    packages.filter(({ manifest }) => manifest.private === true).map(({ manifest }) => manifest.name),
  );
  const faults: Fault[] = [];
  for (const { name, version, tarball } of readPlan(folder)) {
    const directory = known.find(({ manifest }) => manifest.name === name)?.directory ?? "";
    const changelog =
      tags.some((tag) => tag.startsWith(`${name}@`)) || existsSync(join(root, directory, "CHANGELOG.md"));
    const expected = { name, version, published, unpublished, changelog };
    faults.push(...(await checkTarball(await openTarball(join(folder, tarball.path)), expected)));
  }
  return faults;
}
