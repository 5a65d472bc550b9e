import { assembleReleasePlan } from "@changesets/assemble-release-plan";
import { readConfig } from "@changesets/config";
import { readPreState } from "@changesets/pre";
import { readChangesets } from "@changesets/read";
import { getPackages } from "@manypkg/get-packages";
import { CompareError, FileError } from "../refusals.ts";

/**
 * Versions that `changeset version` would give the packages that wait for a release, by npm name. In pre mode too.
 *
 * @throws {FileError} A changeset names a package that is not there, or cannot be read.
 */
export async function plannedVersions(root: string): Promise<ReadonlyMap<string, string>> {
  const packages = await getPackages(root);
  const { config, errors } = await readConfig(root, packages);
  if (config === undefined) throw new CompareError(`.changeset/config.json: ${errors.join(" ")}`);
  const changesets = await readChangesets(root).catch((error: unknown) => {
    throw new FileError(`A file in .changeset is no changeset: ${messageOf(error)}`);
  });
  const known = new Set(packages.packages.map(({ packageJson }) => packageJson.name));
  for (const { id, releases } of changesets)
    for (const { name } of releases)
      if (!known.has(name))
        throw new FileError(
          `.changeset/${id}.md names ${name}, which is no package here: \`changeset version\` would stop at it. Take the line out, or delete the file.`,
        );
  const plan = assembleReleasePlan(changesets, packages, config, await readPreState(root));
  return new Map(
    plan.releases.flatMap(({ name, newVersion }) => (newVersion === undefined ? [] : [[name, newVersion]])),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
