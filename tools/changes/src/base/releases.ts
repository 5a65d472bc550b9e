import compare from "semver/functions/compare.js";
import valid from "semver/functions/valid.js";
import { ask } from "./git.ts";
import type { Repository } from "./repository.ts";

/** A release of a package: a tag as changesets makes them, `@keysmith/automox@0.1.0`. */
export interface Release {
  readonly tag: string;
  readonly version: string;
  readonly commit: string;
}

const TAG = /^@keysmith\/(?<name>[^@]+)@(?<version>.+)$/;

/** The last release of every package that what is checked out descends from, by the package's short name. */
export async function lastReleases({ root, head }: Repository): Promise<ReadonlyMap<string, Release>> {
  const format = "--format=%(refname:lstrip=2)%00%(objectname)%00%(*objectname)";
  const lines = await ask(root, ["for-each-ref", `--merged=${head}`, format, "refs/tags/@keysmith/"]);
  const releases = new Map<string, Release>();
  for (const line of lines.split("\n")) {
    const [tag = "", object = "", peeled] = line.split("\0");
    const { name, version } = TAG.exec(tag)?.groups ?? {};
    if (name === undefined || version === undefined || valid(version) === null) continue;
    const known = releases.get(name);
    if (known !== undefined && compare(known.version, version) >= 0) continue;
    // An annotated tag is an object of its own, and leads to the commit.
    const commit = peeled === undefined || peeled === "" ? object : peeled;
    releases.set(name, { tag, version, commit });
  }
  return releases;
}
