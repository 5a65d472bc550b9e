import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Base } from "../base/base.ts";
import type { Repository } from "../base/repository.ts";
import { readOwnFile, type OwnFile } from "./own-file.ts";
import { ownPaths } from "./own-paths.ts";

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
export async function readOwnFiles(repository: Repository, provider: string, base: Base): Promise<OwnFiles> {
  const { since, before } = await ownPaths(repository, provider, base);
  const read = (path: string): OwnFile =>
    readOwnFile(path, readFileSync(join(repository.root, path), "utf8"));
  return { since: since.map(read), before };
}
