import type { Outcome, Workspace } from "@keysmith/generator/workspace";
import { WAIVER_FILE } from "./changeset/waiver-file.ts";
import type { Compared } from "./compare.ts";
import { type ComparedPackage, packageName } from "./compared.ts";
import { generated } from "./generated.ts";
import { baseText } from "./report/words.ts";
import { satisfies } from "./verdict/version.ts";
import { misfitLine } from "./weigh.ts";

/**
 * Generated code that is not what the documents make, a sentence for each package.
 *
 * @throws {SpecProblems} A document was refused.
 */
export async function staleFailures(
  workspace: Workspace,
  providers: readonly string[],
): Promise<readonly string[]> {
  // One that is gone whole has nothing that could be stale.
  const known = providers.filter((name) => workspace.specs.has(name) || workspace.packages.has(name));
  if (known.length === 0 && providers.length > 0) return [];
  const outcomes = await generated(workspace.root, known, { check: true });
  return outcomes.filter(({ state }) => state === "stale").map(staleLine);
}

function staleLine({ name, files }: Outcome): string {
  const some = files.slice(0, 3).join(", ");
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `packages/${name} is not what specs/${name}.yaml makes (${some}${more}). Run \`pnpm generate ${name}\`, and commit the result.`;
}

/** Packages that changed and are not recorded as they should be, a sentence for each. */
export async function recordFailures(
  workspace: Workspace,
  { comparisons, misfits }: Compared,
): Promise<readonly string[]> {
  const waiting = comparisons.filter(
    (one): one is ComparedPackage => one.state === "differs" && one.bump !== "none",
  );
  // A changeset may still name what is gone.
  const isPlanned = waiting.length > 0 || comparisons.some(({ state }) => state === "removed");
  const planned = isPlanned ? await plan(workspace.root) : new Map<string, string>();
  const low = waiting.flatMap((one) => {
    const version = planned.get(packageName(one.name)) ?? one.version;
    return satisfies(version, one.required, one.baseVersion) ? [] : [lowLine(one, version)];
  });
  return [...low, ...misfits.map(misfitLine)];
}

/** Changesets' own libraries cost more than all else: they are loaded where something waits for a release. */
async function plan(root: string): Promise<ReadonlyMap<string, string>> {
  const { plannedVersions } = await import("./changeset/planned.ts");
  return plannedVersions(root);
}

function lowLine(
  { name, base, bump, baseVersion, required, version }: ComparedPackage,
  planned: string,
): string {
  const asked = `${packageName(name)} changed since ${baseText(base)} and asks for ${bump}, ${baseVersion} → ${required}`;
  const found =
    planned === version
      ? `no changeset releases it (package.json says ${version})`
      : `the next release would be ${planned}`;
  const lower = planned === version ? "" : ` What is meant to be less needs an entry in ${WAIVER_FILE}.`;
  return `${asked}, but ${found}. Run \`pnpm changes ${name} --write\`, and commit the changeset.${lower}`;
}
