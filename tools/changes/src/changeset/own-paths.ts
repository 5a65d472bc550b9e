import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Base } from "../base/base.ts";
import { objectIds } from "../base/objects.ts";
import type { Repository } from "../base/repository.ts";

const NAME = /^spec-(?<provider>.+)-[0-9a-f]{10}\.md$/;

/** Hash as it stands in the name of a file. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

/**
 * Where the changeset of a state belongs. What was merged, taken back and made again has a file of its name already,
 * which waits for its release.
 */
export function freePath(provider: string, hash: string, taken: ReadonlySet<string>): string {
  const path = `.changeset/spec-${provider}-${hash}.md`;
  return taken.has(path) ? freePath(provider, shortHash(hash), taken) : path;
}

/** Where the changesets lie that we wrote for a provider: since its base, and before. */
export async function ownPaths(
  repository: Repository,
  provider: string,
  { commit }: Base,
): Promise<{ readonly since: readonly string[]; readonly before: ReadonlySet<string> }> {
  const folder = join(repository.root, ".changeset");
  if (!existsSync(folder)) return { since: [], before: new Set() };
  const paths = readdirSync(folder)
    .filter((file) => NAME.exec(file)?.groups?.["provider"] === provider)
    .toSorted()
    .map((file) => `.changeset/${file}`);
  const then = await objectIds(
    repository,
    paths.map((path) => `${commit}:${path}`),
  );
  const before = new Set(paths.filter((path) => then.has(`${commit}:${path}`)));
  return { since: paths.filter((path) => !before.has(path)), before };
}
