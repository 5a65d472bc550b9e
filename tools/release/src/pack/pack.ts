import { rmSync } from "node:fs";
import { join } from "node:path";
import { readSource, readTags } from "../git.ts";
import { Refusal } from "../refusal.ts";
import { registryOf } from "../registry.ts";
import { type Environment, show } from "../run.ts";
import { publishable, readPackages } from "../workspace.ts";
import { type ReleaseManifest, writeReleaseManifest } from "./manifest.ts";
import { RELEASE_FOLDER } from "./plan.ts";
import { checkTarballs } from "./check.ts";

/** What a command of a release works with. */
export interface ReleaseContext {
  /** Root of the repository. */
  readonly root: string;
  readonly environment: Environment;
  out(text: string): void;
  err(text: string): void;
}

/**
 * `pnpm release:pack`: builds and packs every package whose version is not on the registry, and proves the tarballs.
 * What is in the release folder afterwards is what will be published.
 *
 * @param build - Makes `dist` of every package anew. Default: turbo, without its cache.
 * @throws Refusal when the build or a tarball is not fit to be published. No manifest is left then, so that nothing can be.
 */
export async function pack(context: ReleaseContext, build = buildAnew): Promise<ReleaseManifest> {
  const { root, environment } = context;
  const source = await readSource(root, environment);
  const packages = publishable(readPackages(root));
  const registry = await registryOf(
    root,
    environment,
    packages.map(({ manifest }) => manifest.name),
  );
  const folder = join(root, RELEASE_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  context.out(`Packing what ${registry.url} does not have yet.\n`);
  await build(context);
  const place = { cwd: root, environment: registry.environment };
  if ((await show("changeset", ["pack", "--out-dir", RELEASE_FOLDER], place)) !== 0)
    throw new Refusal("`changeset pack` failed: the lines above say why. Nothing is ready to be published.");
  const faults = await checkTarballs(root, folder, await readTags(root, environment));
  if (faults.length > 0)
    throw new Refusal(
      [
        `The tarballs in ${RELEASE_FOLDER} are not fit to be published:`,
        ...faults.map(({ name, rule, message }) => `  ✗ ${name}, ${rule}: ${message}`),
      ].join("\n"),
    );
  const clean = source.changed.length === 0;
  const manifest = writeReleaseManifest(folder, { commit: source.commit, clean });
  for (const { name, version, size, integrity } of manifest.tarballs)
    context.out(`✓ ${name}@${version}, ${Math.ceil(size / 1024)} KiB, ${integrity}\n`);
  if (manifest.tarballs.length === 0)
    context.out("Nothing to publish: the registry has every version already.\n");
  if (!clean)
    context.err(
      `These tarballs are good for trying only: files are not as committed, and release:publish will refuse them.\n${source.changed.map((line) => `  ${line}`).join("\n")}\n`,
    );
  return manifest;
}

/** What a cache or an earlier build left must not reach users: everything is built from the sources, into empty folders. */
async function buildAnew({ root, environment }: ReleaseContext): Promise<void> {
  for (const { directory } of publishable(readPackages(root)))
    rmSync(join(root, directory, "dist"), { recursive: true, force: true });
  const args = ["turbo", "run", "build", "--filter=./packages/*", "--force", "--output-logs=errors-only"];
  if ((await show("pnpm", args, { cwd: root, environment })) !== 0)
    throw new Refusal("The packages do not build: the lines above say why.");
}
