import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { objectIds } from "../base/objects.ts";
import type { Base } from "../base/base.ts";
import type { Repository } from "../base/repository.ts";
import { ownerOf, readOwnFile, type OwnFile } from "./own-file.ts";

/**
 * The changesets that we wrote for a provider since its base. One that the base has belongs to what the base says: it
 * waits there for a release, and is not touched.
 *
 * @throws {FileError} One of them cannot be read.
 */
export async function ownFilesSince(
  repository: Repository,
  provider: string,
  { commit }: Base,
): Promise<readonly OwnFile[]> {
  const folder = join(repository.root, ".changeset");
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder)
    .filter((file) => ownerOf(file) === provider)
    .toSorted()
    .map((file) => `.changeset/${file}`);
  const then = await objectIds(
    repository,
    paths.map((path) => `${commit}:${path}`),
  );
  return paths
    .filter((path) => !then.has(`${commit}:${path}`))
    .map((path) => readOwnFile(path, readFileSync(join(repository.root, path), "utf8")));
}
