import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CompareError } from "../refusals.ts";
import { ask, git } from "./git.ts";
import { lastReleases, type Release } from "./releases.ts";
import type { Repository } from "./repository.ts";

/** What a package is compared with. */
export interface Base {
  /** `release`: its last tag; `branch`: where this branch left the base branch; `head`: nothing better was found. */
  readonly kind: "release" | "branch" | "head" | "given";
  /** What messages call it: `@keysmith/automox@0.1.0`, `main`, `HEAD`. */
  readonly label: string;
  readonly commit: string;
}

/** Where the packages of a workspace are compared from. */
export interface Bases {
  /** By the name of the provider: those that were released, each with its last release. */
  readonly releases: ReadonlyMap<string, Release>;
  /** Of everything else. */
  readonly fallback: Base;
  /** What the reader should know where `fallback` is used. */
  readonly notice: string | undefined;
}

/**
 * Chooses what to compare with.
 *
 * @param given - `--base`: decides for all packages.
 * @throws {CompareError} `given` is no commit here.
 */
export async function chooseBases(repository: Repository, given: string | undefined): Promise<Bases> {
  if (given !== undefined) {
    const commit = await commitOf(repository, given);
    return { releases: new Map(), fallback: { kind: "given", label: given, commit }, notice: undefined };
  }
  const branch = baseBranch(repository.root);
  const [releases, fallback] = await Promise.all([
    lastReleases(repository),
    mergeBase(repository, [`origin/${branch}`, branch]),
  ]);
  if (fallback !== undefined) return { releases, fallback, notice: repository.shallow ? SHALLOW : undefined };
  const head = { kind: "head", label: "HEAD", commit: repository.head } as const;
  return { releases, fallback: head, notice: noBranch(branch, repository) };
}

/** What a provider is compared with. */
export function baseOf({ releases, fallback }: Bases, name: string): Base {
  const release = releases.get(name);
  return release === undefined ? fallback : { kind: "release", label: release.tag, commit: release.commit };
}

const FETCH =
  "In a workflow, check out with `fetch-depth: 0`; in a clone, `git fetch --unshallow --tags` brings them.";
const SHALLOW = `This clone is shallow, release tags may be missing: packages without one are compared with the base branch. ${FETCH}`;

function noBranch(branch: string, { shallow }: Repository): string {
  const where = `Neither a release tag nor the branch ${branch} leads to what is checked out`;
  const only = "packages that were not released are compared with HEAD, so that only uncommitted edits count";
  return `${where}: ${only}. ${shallow ? FETCH : `\`git fetch origin ${branch}\` brings the branch; --base REF names another commit.`}`;
}

async function mergeBase({ root, head }: Repository, branches: readonly string[]): Promise<Base | undefined> {
  const found = await Promise.all(branches.map((branch) => git(root, ["merge-base", head, branch])));
  const index = found.findIndex(({ succeeded }) => succeeded);
  const [label, answer] = [branches[index], found[index]];
  if (label === undefined || answer === undefined) return undefined;
  return { kind: "branch", label, commit: answer.output.toString().trim() };
}

/** Of `.changeset/config.json`: into which branches are merged, and from which releases are made. */
function baseBranch(root: string): string {
  try {
    const config = JSON.parse(readFileSync(join(root, ".changeset/config.json"), "utf8")) as {
      readonly baseBranch?: string;
    };
    return config.baseBranch ?? "main";
  } catch {
    return "main";
  }
}

async function commitOf({ root, shallow }: Repository, ref: string): Promise<string> {
  // What begins with a hyphen would be an option.
  const { succeeded, output } = await git(root, [
    "rev-parse",
    "--verify",
    "--end-of-options",
    `${ref}^{commit}`,
  ]);
  if (succeeded) return output.toString().trim();
  const tags = (await ask(root, ["tag", "--list", "--sort=-creatordate"]))
    .split("\n")
    .filter((tag) => tag !== "");
  const known =
    tags.length === 0 ? "There are no tags here." : `The last tags are ${tags.slice(0, 5).join(", ")}.`;
  throw new CompareError(
    `--base: expected a tag, a branch or a commit of this repository, found "${ref}". ${known} ${shallow ? FETCH : "`git fetch --tags` brings what was tagged elsewhere."}`,
  );
}
