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
import { clone, commitAll, type Package, packagesOf } from "./repository.ts";
import { createRunners, type Runners } from "./runner.ts";
import { editSpec, type SpecEdit, specEdits } from "./spec-edits.ts";
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

  await edit(rehearsal, runners);
  const expected = versionsAfter(first.packages, specEdits);
  const second = await release(rehearsal, runners, { title: "second release", before: first.published });
  await stages.run("second release: versions and changelogs say what changed", async (note) => {
    requireVersions(second.packages, expected);
    for (const one of specEdits) {
      const [before, after] = [first, second].map(({ packages }) => packages.find((each) => isOf(one, each)));
      if (before && after) requireChangelog(after, before.version, one);
      note(`${after?.name} ${before?.version} -> ${after?.version}, ${one.kind}`);
    }
  });
  await useBoth(consumer, { first: first.packages, second: second.packages, users, place });
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
async function edit({ place, stages }: Rehearsal, { git, pnpm }: Runners): Promise<void> {
  const options = { cwd: place.repository };
  await stages.run("documents are edited, packages and changesets written", async (note) => {
    for (const one of specEdits) editSpec(place.repository, one);
    await pnpm(["format", ...specEdits.map(({ provider }) => `specs/${provider}.yaml`)], options);
    await pnpm(["generate"], options);
    await pnpm(["changes", "--write"], options);
    await commitAll(git, place.repository, specEdits.map(({ message }) => message).join("; "));
    note(specEdits.map(({ provider, kind }) => `${kind} for ${provider}`).join(", "));
  });
}

/** Users of both releases: those who keep up with their ranges, those who begin, and those who take the newest. */
async function useBoth(
  consumer: Consumer,
  {
    first,
    second,
    users,
    place,
  }: {
    first: readonly Package[];
    second: readonly Package[];
    users: Trial;
    place: Place;
  },
): Promise<void> {
  const title = "second release";
  const broken = specEdits.filter(({ kind }) => kind === "breaking");
  // What breaks a program is out of its range.
  const inRange = second.map((after, index) =>
    broken.some((one) => isOf(one, after)) ? (first[index] ?? after) : after,
  );
  await keepUp(consumer, users, { title, packages: inRange });
  const folder = join(place.folder, "users-of-the-second");
  const { project } = await tryOut(consumer, { title, folder, packages: second });
  const words = new Map(broken.map(({ provider, named }) => [provider, named.at(-1) ?? ""]));
  await requireBreaks(consumer, { project, program: users.program, broken: words }, title);
}

function isOf({ provider }: SpecEdit, { spec }: Package): boolean {
  return spec === `specs/${provider}.yaml`;
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
