import { readManifest, SpecProblems, type Workspace } from "@keysmith/generator/workspace";
import { join } from "node:path";
import type { Base } from "./base/base.ts";
import type { Standing } from "./base/differs.ts";
import { committedFiles } from "./base/objects.ts";
import type { Repository } from "./base/repository.ts";
import { parseWaivers, WAIVER_FILE } from "./changeset/waiver-file.ts";
import { type Misfit, sameWaiver, type Waiver, waiverTitle } from "./changeset/waivers.ts";
import type { Compared, Question } from "./compare.ts";
import { type ComparedPackage, type Comparison, packageName } from "./compared.ts";
import { weigh } from "./weigh.ts";

/**
 * Judges the packages that differ from their bases, one after the other: each fills the machine.
 *
 * @throws {SpecProblems} With the problems of all refused documents.
 */
export async function compareStanding(
  { workspace, repository, judge, replay }: Question,
  standings: readonly Standing[],
  waivers: readonly Waiver[],
): Promise<Compared> {
  const comparisons: Comparison[] = [];
  const misfits: Misfit[] = [];
  const notices: string[] = [];
  const problems = [];
  for (const { name, base, state } of standings) {
    const version = versionOf(workspace, name);
    const own = waivers.filter((waiver) => waiver.package === packageName(name));
    const { over, inForce } = await partWaivers(repository, base, own);
    notices.push(...over.map((waiver) => overNotice(waiver, base)));
    if (state === "new") comparisons.push({ state, name, version, base });
    else if (state === "same") {
      comparisons.push(unchanged(name, base, version));
      misfits.push(...weigh([], inForce, version).misfits);
    } else {
      // These bring a YAML parser and compilers: where nothing differs they are never loaded.
      const { comparePackage } = await import("./compare-package.ts");
      const axes = { judge: judge ?? (await import("./judge.ts")).judge, replay };
      try {
        const one = await comparePackage({ workspace, repository, name, base, waivers: inForce }, axes);
        comparisons.push(one.compared);
        misfits.push(...one.misfits);
        notices.push(...one.notices);
      } catch (error) {
        if (!(error instanceof SpecProblems)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  if (problems.length > 0) throw new SpecProblems(problems);
  return { comparisons, misfits, notices };
}

/** A waiver that the base has already was for what was released, or merged, with it. */
async function partWaivers(
  repository: Repository,
  { commit }: Base,
  own: readonly Waiver[],
): Promise<{ readonly over: readonly Waiver[]; readonly inForce: readonly Waiver[] }> {
  if (own.length === 0) return { over: [], inForce: [] };
  const text = (await committedFiles(repository, commit, [WAIVER_FILE])).get(WAIVER_FILE);
  const then = text === undefined ? [] : await parseWaivers(text);
  const isOver = (waiver: Waiver): boolean => then.some((one) => sameWaiver(one, waiver));
  return { over: own.filter(isOver), inForce: own.filter((waiver) => !isOver(waiver)) };
}

function overNotice(waiver: Waiver, { label }: Base): string {
  return `The waiver of ${waiverTitle(waiver)} is over: ${label} has it already. Remove it from ${WAIVER_FILE}.`;
}

function unchanged(name: string, base: Base, version: string): ComparedPackage {
  return {
    state: "same",
    name,
    base,
    baseVersion: version,
    version,
    title: name,
    subject: "document",
    differences: [],
    lost: [],
    bump: "none",
    required: version,
    hash: "",
  };
}

const FIRST_VERSION = "0.1.0";

function versionOf({ root }: Workspace, name: string): string {
  return readManifest(join(root, "packages", name))?.version ?? FIRST_VERSION;
}
