import { ask } from "./git.ts";
import { objectIds } from "./objects.ts";
import type { Base } from "./base.ts";
import type { Repository } from "./repository.ts";

/** Providers that a commit has, document and package, and the workspace no longer has. */
export async function removedSince(
  repository: Repository,
  { commit }: Base,
  present: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { root, prefix } = repository;
  const listed = await ask(root, [
    "ls-tree",
    "-z",
    "--full-tree",
    "--name-only",
    commit,
    "--",
    `${prefix}specs/`,
  ]);
  const gone = listed.split("\0").flatMap((path) => {
    const name = /^specs\/(?<name>[^/]+)\.yaml$/.exec(path.slice(prefix.length))?.groups?.["name"];
    return name === undefined || present.has(name) ? [] : [name];
  });
  const packageOf = (name: string): string => `${commit}:packages/${name}/package.json`;
  const ids = await objectIds(repository, gone.map(packageOf));
  return gone.filter((name) => ids.has(packageOf(name)));
}
