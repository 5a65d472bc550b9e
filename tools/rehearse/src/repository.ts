import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Runner } from "./runner.ts";

/** A package of the clone, as its manifest says. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  /** Of a provider's package: `specs/occam.yaml`. */
  readonly spec: string | undefined;
}

/** `specs/occam.yaml` -> `occam` */
export function providerOf(spec: string): string {
  return spec.replace(/^.*\/|\.\w+$/g, "");
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly keysmith?: { readonly spec?: string };
}

/** What is committed and what is not: only the former is rehearsed. */
export async function committed(git: Runner, root: string): Promise<{ commit: string; changed: number }> {
  const options = { cwd: root };
  const { stdout: commit } = await git(["rev-parse", "--short", "HEAD"], options);
  const { stdout: status } = await git(["status", "--porcelain"], options);
  return { commit: commit.trim(), changed: status.split("\n").filter((line) => line !== "").length };
}

/**
 * Clones what is committed. The clone has a person of its own and no tags, since all is released anew, and pushes to an
 * empty repository beside it: nothing it does reaches the repository or where that comes from.
 */
export async function clone(
  git: Runner,
  root: string,
  to: { repository: string; origin: string },
): Promise<void> {
  const own = [
    "user.name=Rehearsal",
    "user.email=rehearsal@localhost",
    "commit.gpgSign=false",
    "tag.gpgSign=false",
  ];
  const settings = [...own, "core.hooksPath=/dev/null"].flatMap((setting) => ["--config", setting]);
  // Shared: the objects of the repository are read where they are.
  await git(["clone", "--quiet", "--shared", "--no-tags", ...settings, root, to.repository], { cwd: root });
  await git(["init", "--quiet", "--bare", to.origin], { cwd: to.repository });
  await git(["remote", "set-url", "origin", to.origin], { cwd: to.repository });
}

export async function commitAll(git: Runner, repository: string, message: string): Promise<void> {
  await git(["add", "--all"], { cwd: repository });
  await git(["commit", "--quiet", "--message", message], { cwd: repository });
}

/** Tags of the commit at the tip. */
export async function tagsAtHead(git: Runner, repository: string): Promise<readonly string[]> {
  const { stdout } = await git(["tag", "--points-at", "HEAD"], { cwd: repository });
  return stdout.split("\n").filter((tag) => tag !== "");
}

/** What the repository publishes, in order of name. */
export function packagesOf(repository: string): readonly Package[] {
  return globSync("packages/*/package.json", { cwd: repository })
    .map((file) => ({ file, manifest: readManifest(join(repository, file)) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ file, manifest }) => ({
      name: manifest.name,
      version: manifest.version,
      folder: join(repository, file, ".."),
      spec: manifest.keysmith?.spec,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Names of the changesets that wait for a release. */
export function changesetsOf(repository: string): readonly string[] {
  return globSync(".changeset/*.md", { cwd: repository }).filter((file) => !file.endsWith("README.md"));
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}
