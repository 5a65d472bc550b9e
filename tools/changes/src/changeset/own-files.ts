import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { objectIds } from "../base/objects.ts";
import type { Base } from "../base/base.ts";
import type { Repository } from "../base/repository.ts";
import { ownerOf, readOwnFile, type OwnFile } from "./own-file.ts";

/** The changesets that we wrote for a provider. */
export interface OwnFiles {
  /** Since its base: replaced by the next one. */
  readonly since: readonly OwnFile[];
  /** Paths of those that the base has already: they belong to what it says, wait there for a release, and are not touched. */
  readonly before: ReadonlySet<string>;
}

/**
 * Reads the changesets that we wrote for a provider.
 *
 * @throws {FileError} One of them cannot be read.
 */
export async function readOwnFiles(
  repository: Repository,
  provider: string,
  { commit }: Base,
): Promise<OwnFiles> {
  const folder = join(repository.root, ".changeset");
  if (!existsSync(folder)) return { since: [], before: new Set() };
  const paths = readdirSync(folder)
    .filter((file) => ownerOf(file) === provider)
    .toSorted()
    .map((file) => `.changeset/${file}`);
  const then = await objectIds(
    repository,
    paths.map((path) => `${commit}:${path}`),
  );
  const before = new Set(paths.filter((path) => then.has(`${commit}:${path}`)));
  const since = paths
    .filter((path) => !before.has(path))
    .map((path) => readOwnFile(path, readFileSync(join(repository.root, path), "utf8")));
  return { since, before };
}
