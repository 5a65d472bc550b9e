import { join } from "node:path";
import { requireChangelog, requireVersions, versionsAfter } from "./changes.ts";
import { compilers } from "./consumer/compile.ts";
import { requireBreaks } from "./consumer/compiles.ts";
import type { Consumer, Trial } from "./consumer/consumer.ts";
import { keepUp, tryOut } from "./consumer/trial.ts";
import { configureUsers, requireOnly } from "./configuration.ts";
import { commandEnvironment } from "./environment.ts";
import { expectSame } from "./expect.ts";
import type { Place } from "./place.ts";
import { requirePublished } from "./published.ts";
import type { Registry } from "./registry.ts";
import { makeVersions, pack, prove, publish, type Tarball } from "./release.ts";
import { clone, commitAll, type Package, packagesOf, providerOf } from "./repository.ts";
import { createRunners, type Runners } from "./runner.ts";
import { planEdits, type SpecEdit } from "./spec-edits.ts";
import type { Stages } from "./stages.ts";

/** What a rehearsal is of, and where it happens. */
export interface Rehearsal {
  /** The repository: what is committed there is rehearsed. */
  readonly root: string;
  readonly place: Place;
  readonly registry: Registry;
  readonly stages: Stages;
  readonly signal: AbortSignal;
}

/**
 * Two releases in a row, as they would be, but to a registry on loopback: of what is committed, then after edits of two
 * documents. After each, users install, compile and call what was published.
 *
 * @throws StageError of the first stage in which something is not as it has to be.
 */
export async function rehearse(rehearsal: Rehearsal): Promise<void> {
  const { root, place, registry, stages, signal } = rehearsal;
  const runners = createRunners(root, place, signal);
  const consumer = {
    npm: runners.userNpm,
    stages,
    compilers: compilers(),
    env: commandEnvironment(place),
    signal,
  };
  const { repository } = place;
  await stages.run("clone what is committed, and install what it needs", async () => {
    await clone(runners.git, root, place);
    await runners.pnpm(["install", "--frozen-lockfile", "--prefer-offline"], { cwd: repository });
    await requireOnly(registry, runners.releasePnpm, repository);
    await configureUsers(registry, { npm: runners.npm, place });
  });

  const first = await release(rehearsal, runners, { title: "first release", before: new Map() });
  const users = await tryOut(consumer, {
    title: "first release",
    folder: join(place.folder, "users-of-the-first"),
    packages: first.packages,
  });

  const edits = await edit(rehearsal, runners, first.packages);
  const expected = versionsAfter(first.packages, edits);
  const second = await release(rehearsal, runners, { title: "second release", before: first.published });
  await stages.run("second release: versions and changelogs say what changed", async (note) => {
    requireVersions(second.packages, expected);
    for (const one of edits) {
      const [before, after] = [first, second].map(({ packages }) =>
        packages.find(({ spec }) => spec === one.spec),
      );
      if (before && after) requireChangelog(after, before.version, one);
      note(`${after?.name} ${before?.version} -> ${after?.version}, ${one.kind}`);
    }
  });
  await useBoth(consumer, {
    before: first.packages,
    after: second.packages,
    broken: edits.filter(({ kind }) => kind === "breaking"),
    users,
    folder: join(place.folder, "users-of-the-second"),
  });
}

/** What a release left behind. */
interface Released {
  readonly packages: readonly Package[];
  /** Versions on the registry, by package. */
  readonly published: ReadonlyMap<string, readonly string[]>;
}

/** The commands of a release, one after the other. */
async function release(
  { place, registry, stages }: Rehearsal,
  runners: Runners,
  { title, before }: { title: string; before: Released["published"] },
): Promise<Released> {
  const { repository } = place;
  await stages.run(`${title}: versions and changelogs are made`, async (note) => {
    if (!(await makeVersions(runners, repository))) note("no changeset waits: the versions stay as they are");
  });
  const packages = packagesOf(repository);
  const tarballs = await stages.run(`${title}: tarballs are packed`, async (note) => {
    const packed = await pack(runners.releasePnpm, repository);
    requireNews(packed, packages, before);
    note(`${packed.length} of ${packages.length} packages`);
    return packed;
  });
  await stages.run(`${title}: the tarballs are proven`, () => prove(runners.userPnpm, repository));
  return stages.run(`${title}: the tarballs are published`, async (note) => {
    await publish(runners.releasePnpm, repository);
    const where = { registry, git: runners.git, repository };
    const published = await requirePublished(tarballs, before, where);
    note("the registry has the same bytes, git the tags");
    return { packages, published };
  });
}

/** Documents change, and with them, by the commands that a maintainer has, the packages and the changesets. */
async function edit(
  { place: { repository }, stages }: Rehearsal,
  { git, pnpm }: Runners,
  packages: readonly Package[],
): Promise<readonly SpecEdit[]> {
  return stages.run("two documents are edited, packages and changesets written", async (note) => {
    const specs = packages.flatMap(({ spec }) => spec ?? []);
    const edits = planEdits(repository, specs);
    for (const { apply } of edits) apply();
    await pnpm(["format", ...edits.map(({ spec }) => spec)], { cwd: repository });
    await pnpm(["generate"], { cwd: repository });
    await pnpm(["changes", "--write"], { cwd: repository });
    const told = edits.map(({ spec, kind, named }) => `${kind} for ${providerOf(spec)} (${named.join(" ")})`);
    await commitAll(git, repository, `Edit: ${told.join("; ")}`);
    note(told.join(", "));
    return edits;
  });
}

/** Who uses the second release, and what it was made of. */
interface Use {
  readonly before: readonly Package[];
  readonly after: readonly Package[];
  readonly broken: readonly SpecEdit[];
  readonly users: Trial;
  /** Of those who begin with it. */
  readonly folder: string;
}

/** Users of both releases: those who keep up with their ranges, those who begin, and those who take the newest. */
async function useBoth(consumer: Consumer, { before, after, broken, users, folder }: Use): Promise<void> {
  const title = "second release";
  // What breaks a program is out of its range.
  const inRange = after.map((one, index) =>
    broken.some(({ spec }) => spec === one.spec) ? (before[index] ?? one) : one,
  );
  await keepUp(consumer, users, { title, packages: inRange });
  const { project } = await tryOut(consumer, { title, folder, packages: after });
  const words = new Map(broken.map(({ spec, named: [, property] }) => [providerOf(spec), property]));
  await requireBreaks(consumer, { project, program: users.program, broken: words }, title);
}

/** Exactly what is not on the registry yet is packed. */
function requireNews(
  packed: readonly Tarball[],
  packages: readonly Package[],
  before: Released["published"],
): void {
  expectSame(
    "packages to publish",
    packages
      .filter(({ name, version }) => !before.get(name)?.includes(version))
      .map(({ name, version }) => `${name}@${version}`),
    packed.map(({ name, version }) => `${name}@${version}`),
  );
}
