import { type ComparedPackage, type Comparison, packageName } from "../compared.ts";
import { type Level, reaches } from "../verdict/level.ts";
import { satisfies } from "../verdict/version.ts";
import { changelogText } from "./text.ts";
import { formatChangeset } from "./format.ts";
import { keptBump, type OwnFile, printOwnFile } from "./own-file.ts";
import type { OwnFiles } from "./own-files.ts";
import { freePath } from "./own-paths.ts";

/** What has to happen to the changesets of one provider. */
export interface FilePlan {
  readonly name: string;
  /** Path below the workspace's root, and its text; undefined when there is nothing to record. */
  readonly write: { readonly path: string; readonly text: string } | undefined;
  readonly remove: readonly string[];
  /** What a person wrote and nothing asks for any more: left as it is, and said. */
  readonly left: readonly string[];
}

/** Plans the changeset of one provider; nothing is written yet. */
export async function planFiles(comparison: Comparison, own: OwnFiles): Promise<FilePlan> {
  const { name } = comparison;
  const earlier = own.since;
  if (comparison.state === "differs" && comparison.bump !== "none") {
    // Then `changeset version` has taken what there was.
    if (satisfies(comparison.version, comparison.required, comparison.baseVersion))
      return { name, write: undefined, remove: [], left: [] };
    return replacement(comparison, own);
  }
  const [left, remove] = [earlier.filter(isPersonal), earlier.filter((file) => !isPersonal(file))];
  return {
    name,
    write: undefined,
    remove: remove.map(({ path }) => path),
    left: left.map(({ path }) => path),
  };
}

async function replacement(
  compared: ComparedPackage,
  { since: earlier, before }: OwnFiles,
): Promise<FilePlan> {
  const { name, bump } = compared;
  const own = packageName(name);
  const path = freePath(name, compared.hash, before);
  const personal = [...new Set(earlier.map((file) => file.personal))]
    .filter((text) => text !== "")
    .join("\n\n");
  const printed = printOwnFile(own, releasesOf(own, bump, earlier), bump, changelogText(compared));
  const ours = await formatChangeset(path, printed);
  const text = personal === "" ? ours : `${ours}\n${personal}\n`;
  return {
    name,
    write: { path, text },
    remove: earlier.flatMap((file) => (file.path === path ? [] : [file.path])),
    left: [],
  };
}

/** Other packages that a person put into the file stay in it. */
function releasesOf(own: string, asked: Level, earlier: readonly OwnFile[]): ReadonlyMap<string, Level> {
  const releases = new Map<string, Level>([[own, keptBump(own, asked, earlier)]]);
  for (const file of earlier)
    for (const [name, bump] of file.releases)
      if (name !== own && reaches(bump, releases.get(name) ?? "none")) releases.set(name, bump);
  return releases;
}

/** Whether something of a person's would go with the file. */
function isPersonal({ personal, releases }: OwnFile): boolean {
  return personal !== "" || releases.size > 1;
}
