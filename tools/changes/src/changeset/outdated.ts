import type { Repository } from "../base/repository.ts";
import { type Comparison, packageName } from "../compared.ts";
import { freePath, ownPaths } from "./own-paths.ts";

/**
 * Names the changesets of ours that tell of another state than the present one: an edit came after them, or another
 * branch. That fails nothing: where branches meet it is so until somebody writes again.
 */
export async function outdatedNotices(
  repository: Repository,
  comparisons: readonly Comparison[],
): Promise<readonly string[]> {
  const notices: string[] = [];
  for (const one of comparisons) {
    // What is compared with something else is recorded under another name.
    if (!("hash" in one) || one.base.kind === "given") continue;
    const { since, before } = await ownPaths(repository, one.name, one.base);
    const current = one.bump === "none" ? undefined : freePath(one.name, one.hash, before);
    for (const path of since)
      if (path !== current)
        notices.push(
          `${path} tells of another state of ${packageName(one.name)} than the present one: \`pnpm changes ${one.name} --write\` brings it up to date.`,
        );
  }
  return notices;
}
