import git from "@changesets/changelog-git";
import type { ChangelogFunctions } from "@changesets/types";
import { MARKER } from "./changeset/own-file.ts";

/**
 * How `changeset version` writes changelogs (`changelog` in `.changeset/config.json`): as Changesets does, without the
 * line that tells maintainers where their own text begins.
 */
const changelog: ChangelogFunctions = {
  ...git,
  getReleaseLine: (changeset, ...rest) =>
    git.getReleaseLine({ ...changeset, summary: withoutMarker(changeset.summary) }, ...rest),
};

export default changelog;

function withoutMarker(summary: string): string {
  const parts = summary.split(MARKER).map((part) => part.trim());
  return parts.filter((part) => part !== "").join("\n\n");
}
