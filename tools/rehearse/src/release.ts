import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { changesetsOf, commitAll } from "./repository.ts";
import type { Runner, Runners } from "./runner.ts";

/** Where packing leaves the tarballs, and publishing finds them. */
const PACKED = ".release";

/** A tarball, and what is said to be in it. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/** Makes versions and changelogs of the changesets, and commits them. False: nothing waits for a release. */
export async function makeVersions({ pnpm, git }: Runners, repository: string): Promise<boolean> {
  if (changesetsOf(repository).length === 0) return false;
  await pnpm(["changeset", "version"], { cwd: repository });
  // Nothing may be left to install when the packages are packed.
  await pnpm(["install", "--frozen-lockfile", "--prefer-offline"], { cwd: repository });
  await commitAll(git, repository, "Version packages");
  return true;
}

/** Builds and packs what the registry does not have. */
export async function pack(pnpm: Runner, repository: string): Promise<readonly Tarball[]> {
  rmSync(join(repository, PACKED), { recursive: true, force: true });
  await pnpm(["release:pack"], { cwd: repository });
  return packed(repository);
}

/** What the plan beside the tarballs says is in them. */
function packed(repository: string): readonly Tarball[] {
  const file = join(repository, PACKED, "publish-plan.json");
  if (!existsSync(file)) throw new Error(`Packing left no plan: expected ${file}.`);
  const { plan } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly plan: readonly (readonly {
      readonly name: string;
      readonly version: string;
      readonly tarball: { readonly path: string };
    }[])[];
  };
  return plan
    .flat()
    .map(({ name, version, tarball }) => ({ name, version, file: join(repository, PACKED, tarball.path) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Installs the tarballs in an empty project, loads and compiles what they export. */
export async function prove(pnpm: Runner, repository: string): Promise<void> {
  await pnpm(["release:prove"], { cwd: repository });
}

/** Publishes the tarballs as they are, and tags them. */
export async function publish(pnpm: Runner, repository: string): Promise<void> {
  await pnpm(["release:publish"], { cwd: repository });
}
