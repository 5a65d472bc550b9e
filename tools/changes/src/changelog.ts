import git from "@changesets/changelog-git";
import type { ChangelogFunctions } from "@changesets/types";
import { MARKER } from "./changeset/own-file.ts";

/**
 * How `changeset version` writes changelogs (`changelog` in `.changeset/config.json`): as Changesets does, without the
 * line that tells maintainers where their own text begins, and without spaces at the ends of lines.
 */
const changelog: ChangelogFunctions = {
  ...git,
  getReleaseLine: async (changeset, ...rest) => {
    const lines = await git.getReleaseLine(
      { ...changeset, summary: withoutMarker(changeset.summary) },
      ...rest,
    );
    return lines.replaceAll(/ +$/gm, "");
  },
};

export default changelog;

function withoutMarker(summary: string): string {
  const parts = summary.split(MARKER).map((part) => part.trim());
  return parts.filter((part) => part !== "").join("\n\n");
}
