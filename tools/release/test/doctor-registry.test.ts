import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { examine } from "../src/doctor/doctor.ts";
import type { Finding } from "../src/doctor/finding.ts";
import { startTestRegistry, type TestRegistry } from "./registry.ts";
import { contextOf, type Scratch, scratch, shop } from "./scratch.ts";

// Each runs npm, pnpm or git several times, which a busy machine is slow to start.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let repository: Scratch;
let registry: TestRegistry;
beforeAll(async () => {
  repository = scratch(shop);
  registry = await startTestRegistry();
  const account = `${registry.url.replace("http:", "")}:_authToken=token\n`;
  writeFileSync(join(repository.root, "../account.npmrc"), account);
});
afterAll(async () => {
  repository.remove();
  await registry.close();
});

/** A package as a registry has it. */
const published = (
  name: string,
  repositoryUrl: string | undefined,
  ...versions: readonly string[]
): object => ({
  name,
  "dist-tags": { latest: versions.at(-1) },
  versions: Object.fromEntries(
    versions.map((version) => [
      version,
      {
        name,
        version,
        dist: { tarball: `${registry.url}${name}-${version}.tgz`, shasum: "0".repeat(40) },
        ...(repositoryUrl && { repository: { type: "git", url: repositoryUrl } }),
      },
    ]),
  ),
});

/** What the doctor finds about these checks, each as verdict and message. */
async function look(
  checks: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const around = contextOf(repository, { npm_config_registry: registry.url, ...environment });
  const found = await examine(around, false);
  return found
    .filter(({ check }) => checks.includes(check))
    .map(({ verdict, message }: Finding) => `${verdict}: ${message}`);
}

test("a name is free, ours, or taken", async () => {
  registry.answers.set("@shop/base", published("@shop/base", "git@github.com:shop/shop.git", "0.9.0"));
  expect(await look(["registry", "trusted publisher"])).toEqual([
    "ok: ours; 1.0.0 is not published yet",
    "unknown: only an owner can see whether it is set up: npm trust list",
    "ok: the name is free; the first version is published by a person: see CONTRIBUTING.md",
    "unknown: can be set up once a first version is there: trusted publishing creates no package",
  ]);
  registry.answers.set(
    "@shop/base",
    published("@shop/base", "https://github.com/shop/shop", "0.9.0", "1.0.0"),
  );
  registry.answers.set("@shop/pets", published("@shop/pets", "https://github.com/zoo/zoo", "1.0.0"));
  expect(await look(["registry"])).toEqual([
    "ok: ours, and 1.0.0 is published",
    "missing: the name is taken, by github.com/zoo/zoo",
  ]);
  registry.answers.set("@shop/pets", published("@shop/pets", undefined, "1.0.0"));
  expect(await look(["registry"])).toContain("missing: the name is taken, by a package without a repository");
  registry.answers.clear();
});

test("who publishes has to be of the scope's organisation", async () => {
  const environment = { npm_config_userconfig: join(repository.root, "../account.npmrc") };
  expect(await look(["scope"])).toEqual([
    "unknown: who may publish as @shop is unknown: nobody is logged in",
  ]);
  registry.answers.set("-/whoami", { username: "ann" });
  expect(await look(["scope"], environment)).toEqual([
    "missing: ann is not known to be of the organisation shop",
  ]);
  registry.answers.set("-/org/shop/user", { ann: "developer" });
  expect(await look(["scope"], environment)).toEqual(["ok: ann is of shop"]);
  registry.answers.clear();
});

test("a registry that cannot be reached leaves things unknown", async () => {
  const found = await look(["registry", "scope"], { npm_config_registry: "http://127.0.0.1:1/" });
  expect(found).toEqual([
    expect.stringMatching(/^unknown: who may publish/u),
    expect.stringMatching(/^unknown: the registry did not answer: .*(?:ECONNREFUSED|127\.0\.0\.1:1)/u),
    expect.stringMatching(/^unknown: the registry did not answer: /u),
  ]);
});
