import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { configureUsers, requireOnly } from "../src/configuration.ts";
import { createPlace, type Place, removePlace } from "../src/place.ts";
import { requirePublished } from "../src/published.ts";
import { type Registry, startRegistry } from "../src/registry.ts";
import type { Tarball } from "../src/release.ts";
import { createRunners, type Runners } from "../src/runner.ts";

const root = resolve(import.meta.dirname, "../../..");

let place: Place;
let registry: Registry;
let runners: Runners;

beforeEach(async () => {
  place = createPlace();
  registry = await startRegistry(place);
  runners = createRunners(root, place, new AbortController().signal);
  writeManifest({});
});
afterEach(async () => {
  await registry.close();
  removePlace(place, undefined);
});

const pets = (): string => join(place.repository, "packages/pets");

function writeManifest(more: object): void {
  mkdirSync(pets(), { recursive: true });
  const manifest = { name: "@acme/pets", version: "1.0.0", ...more };
  writeFileSync(join(pets(), "package.json"), JSON.stringify(manifest));
}

const guard = (): Promise<void> => requireOnly(registry, runners.releasePnpm, place.repository);

test("a release goes to our registry, whatever the machine's configuration says", async () => {
  await expect(guard()).resolves.toBeUndefined();
});

test.each([
  ["registry=https://elsewhere.example/\n", "registry is https://elsewhere.example/"],
  ["@acme:registry=https://elsewhere.example/\n", "@acme:registry is https://elsewhere.example/"],
])("nothing is released where the repository's .npmrc says %s", async (text, words) => {
  writeFileSync(join(place.repository, ".npmrc"), text);
  await expect(guard()).rejects.toThrow(words);
});

test("nothing is released where a package names a registry of its own", async () => {
  writeManifest({ publishConfig: { access: "public", registry: "https://elsewhere.example/" } });
  await expect(guard()).rejects.toThrow(
    "publishConfig.registry of @acme/pets is https://elsewhere.example/. Remove the setting",
  );
});

test("users get our packages from our registry, and have the rest of the machine's configuration", async () => {
  const theirs = join(place.folder, "theirs");
  writeFileSync(theirs, "registry=https://mirror.example/\nfund=false");
  const { npm } = createRunners(root, place, new AbortController().signal);
  const asked = (args: readonly string[]): ReturnType<typeof npm> =>
    npm(args.concat("--userconfig", theirs), { cwd: place.folder });
  await configureUsers(registry, { npm: asked, place });
  expect(readFileSync(place.usersNpmrc, "utf8")).toBe(
    `registry=https://mirror.example/\nfund=false\n@acme:registry=${registry.url}\n`,
  );
});

test("what is published is compared with what was packed, byte by byte, with the tags and with what was there", async () => {
  const { git, releasePnpm } = runners;
  const tarball = await packPets();
  const compare = (before: ReadonlyMap<string, readonly string[]> = new Map()): Promise<unknown> =>
    requirePublished([tarball], before, { registry, git, repository: place.repository });
  await expect(compare()).rejects.toThrow('versions of @acme/pets: expected ["1.0.0"], found []');
  await releasePnpm(["publish", tarball.file, "--no-git-checks", "--access", "public"], { cwd: pets() });
  await expect(compare()).rejects.toThrow('git tags: expected ["@acme/pets@1.0.0"], found []');
  await git(["tag", "@acme/pets@1.0.0"], { cwd: place.repository });
  await expect(compare()).resolves.toEqual(new Map([["@acme/pets", ["1.0.0"]]]));
  await expect(compare(new Map([["@acme/pets", ["0.9.0"]]]))).rejects.toThrow(
    'versions of @acme/pets: expected ["0.9.0","1.0.0"], found ["1.0.0"]',
  );
  writeFileSync(tarball.file, "other bytes");
  await expect(compare()).rejects.toThrow("hash of @acme/pets@1.0.0: expected ");
});

async function packPets(): Promise<Tarball> {
  execFileSync("git", ["init", "--quiet"], { cwd: place.repository });
  const commit = ["-c", "user.name=Test", "-c", "user.email=test@localhost", "commit", "--quiet"];
  execFileSync("git", [...commit, "--allow-empty", "--message", "Begin"], { cwd: place.repository });
  const file = join(place.folder, "pets.tgz");
  await runners.releasePnpm(["pack", "--out", file], { cwd: pets() });
  return { name: "@acme/pets", version: "1.0.0", file };
}
