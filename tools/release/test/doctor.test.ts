import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { release } from "../src/command.ts";
import { examine, PACKAGE_CHECKS, REPOSITORY_CHECKS } from "../src/doctor/doctor.ts";
import type { Finding } from "../src/doctor/finding.ts";
import { repositoryOf } from "../src/doctor/url.ts";
import type { ReleaseContext } from "../src/pack/pack.ts";
import { type Files, contextOf, copyBuild, packageJson, type Scratch, scratch, shop } from "./scratch.ts";

// Each runs npm, pnpm or git several times, which a busy machine is slow to start.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const workflow = `jobs:
  publish:
    environment: npm
    permissions: { contents: write, id-token: write }
    steps:
      - env: { PNPM_CONFIG_PROVENANCE: "true" }
`;
const config = { access: "public", baseBranch: "main" };
/** A repository that lacks nothing. */
const sound: Files = {
  ...shop,
  ".github/workflows/release.yml": workflow,
  ".changeset/config.json": config,
};
const pets = (more: object): Files => ({ "packages/pets/package.json": packageJson("pets", more) });

let repository: Scratch;
const context = (npm = "11.19.1"): ReleaseContext & { readonly printed: string[] } =>
  contextOf(repository, {
    PATH: `${repository.aside}${delimiter}${process.env["PATH"] ?? ""}`,
    NPM_VERSION: npm,
  });
beforeAll(async () => {
  repository = scratch(sound);
  repository.git("remote", "add", "origin", "git@github.com:shop/shop.git");
  await copyBuild(context());
  // npm takes a third of a second to say its version.
  mkdirSync(repository.aside);
  writeFileSync(join(repository.aside, "npm"), '#!/bin/sh\necho "$NPM_VERSION"\n', { mode: 0o755 });
});
afterAll(() => void repository.remove());

/** What is not in order, offline, once these files are there; they are gone again afterwards. */
async function faults(files: Files, change = (): void => undefined): Promise<readonly Finding[]> {
  repository.write(files);
  change();
  try {
    const found = await examine(context(), true);
    return found.filter(({ verdict }) => verdict === "missing");
  } finally {
    repository.git("checkout", "--quiet", "--", ".");
    await copyBuild(context());
  }
}

test("a repository that lacks nothing has nothing missing", async () => {
  expect(await faults({})).toEqual([]);
});

const remove = (path: string) => (): void =>
  rmSync(join(repository.root, path), { recursive: true, force: true });

// Each breaks one thing: the check that says so, and what it says.
const broken: readonly (readonly [string, string, RegExp, Files, (() => void)?])[] = [
  ["capital letters", "name", /not a scoped name/u, pets({ name: "@shop/Pets" })],
  ["no scope", "name", /not a scoped name/u, pets({ name: "pets" })],
  ["another scope", "name", /not in the scope @shop/u, pets({ name: "@zoo/pets" })],
  ["a version that is none", "version", /v1 is not a version/u, pets({ version: "v1" })],
  ["no version yet", "version", /0\.0\.0 is not/u, pets({ version: "0.0.0" })],
  ["no repository", "repository", /is missing/u, pets({ repository: { directory: "packages/pets" } })],
  [
    "another repository",
    "repository",
    /says github\.com\/zoo\/zoo, but origin is git@github\.com:shop/u,
    pets({ repository: { url: "https://github.com/zoo/zoo", directory: "packages/pets" } }),
  ],
  [
    "another directory",
    "directory",
    /packages\/dogs instead of packages\/pets/u,
    pets({ repository: { url: "https://github.com/shop/shop", directory: "packages/dogs" } }),
  ],
  ["no access", "access", /unless it says public/u, pets({ publishConfig: {} })],
  ["no licence", "licence", /no license field/u, pets({ license: undefined })],
  ["another licence", "licence", /LICENSE is not of Apache/u, pets({ license: "Apache-2.0" })],
  ["no README", "README", /missing or empty/u, { "packages/pets/README.md": "\n" }],
  ["no keywords", "keywords", /nobody finds/u, pets({ keywords: [] })],
  ["no description", "keywords", /nobody finds/u, pets({ description: "" })],
  ["no engines", "engines", /which Node\.js/u, pets({ engines: {} })],
  ["no exports", "files", /exports nothing/u, pets({ exports: undefined })],
  ["an export that is not packed", "files", /not packed: lib\/a\.js/u, pets({ exports: "./lib/a.js" })],
  ["a changelog that is not packed", "files", /changelog is not packed/u, pets({ files: ["dist", "src"] })],
  [
    "an export that is not built",
    "files",
    /not there after a build: dist\/gone\.js/u,
    pets({ exports: { ".": "./dist/gone.js" } }),
  ],
  [
    "a private dependency",
    "dependencies",
    /never published: @shop\/workshop/u,
    pets({ dependencies: { "@shop/workshop": "workspace:^" } }),
  ],
  [
    "a dependency at a fixed version",
    "dependencies",
    /not the version of this repository: @shop\/base \^0\.9\.0/u,
    pets({ peerDependencies: { "@shop/base": "^0.9.0" } }),
  ],
  [
    "dependencies in a circle",
    "order",
    /depend on each other: @shop\/base, @shop\/pets/u,
    { "packages/base/package.json": packageJson("base", { dependencies: { "@shop/pets": "workspace:^" } }) },
  ],
  [
    "changesets that publish in private",
    "access",
    /restricted instead/u,
    { ".changeset/config.json": { ...config, access: "restricted" } },
  ],
  [
    "a base branch that is not there",
    "base branch",
    /no branch is called trunk/u,
    { ".changeset/config.json": { ...config, baseBranch: "trunk" } },
  ],
  [
    "a workflow that may not say who it is",
    "provenance",
    /no job of it may say/u,
    { ".github/workflows/release.yml": workflow.replace(", id-token: write", "") },
  ],
  [
    "a workflow that asks for no provenance",
    "provenance",
    /is not asked for/u,
    { ".github/workflows/release.yml": workflow.replace("PROVENANCE", "OTHER") },
  ],
  [
    "a package that refuses provenance",
    "provenance",
    /@shop\/pets refuses it/u,
    pets({ publishConfig: { access: "public", provenance: false } }),
  ],
];

test.for(broken)("%s is found", async ([, check, words, files, change]) => {
  const found = await faults(files, change);
  expect(found.map((one) => one.check)).toEqual([check]);
  expect(found[0]?.message).toMatch(words);
  expect(found[0]?.remedy).toMatch(/\w/u);
  expect(found[0]?.place).toMatch(/\w/u);
});

test("a licence that nobody can read is missing for every package", async () => {
  const found = await faults({}, remove("LICENSE"));
  expect(found.map(({ subject, check }) => `${subject} ${check}`)).toEqual([
    "@shop/base licence",
    "@shop/pets licence",
  ]);
});

test("without a remote nothing proves where the packages are from", async () => {
  repository.git("remote", "remove", "origin");
  const found = await faults({});
  repository.git("remote", "add", "origin", "git@github.com:shop/shop.git");
  expect(found.map(({ check }) => check)).toEqual(["repository", "repository"]);
  expect(found[0]).toMatchObject({
    message: "says github.com/shop/shop, but this clone has no remote that proves it",
    remedy: expect.stringContaining("git remote add origin https://github.com/shop/shop.git") as string,
  });
});

async function withOrigin(url: string) {
  repository.git("remote", "set-url", "origin", url);
  const [found] = await faults({});
  repository.git("remote", "set-url", "origin", "git@github.com:shop/shop.git");
  return found;
}

test("a remote says what to set, or is itself what has to be set", async () => {
  expect((await withOrigin("git@github.com:acme/shop.git"))?.remedy).toContain(
    "Set repository.url to git+https://github.com/acme/shop.git",
  );
  // A clone of a folder.
  expect(await withOrigin("/srv/shop")).toMatchObject({
    message: "says github.com/shop/shop, but origin is /srv/shop, on no server",
    remedy: expect.stringContaining("git remote set-url origin https://github.com/shop/shop.git") as string,
  });
});

test("what is generated is mended in the generator", async () => {
  const [found] = await faults(pets({ publishConfig: {}, keysmith: { spec: "specs/pets.yaml" } }));
  expect(found?.remedy).toContain("tools/generator/src/emit/package/package-json.ts, then run generate");
});

test("what is not built is unknown, not missing", async () => {
  remove("packages/pets/dist")();
  const found = await examine(context(), true);
  await copyBuild(context());
  expect(found.filter(({ check, verdict }) => check === "files" && verdict === "unknown")).toMatchObject([
    { subject: "@shop/pets", message: "not built, so nothing can be said", remedy: "pnpm build" },
  ]);
});

test.for([
  ["11.5.1", "ok"],
  ["11.10.0", "ok"],
  ["12.0.0", "ok"],
  ["11.5.0", "missing"],
  ["10.99.99", "missing"],
  ["none", "unknown"],
])("npm %s is %s", async ([version, verdict]) => {
  const found = await examine(context(version), true);
  expect(found.filter(({ check }) => check === "npm").map((one) => one.verdict)).toEqual([verdict]);
});

test("every check but the registry's has been seen to find something", async () => {
  const all = new Set((await examine(context(), true)).map(({ check }) => check));
  expect(all.size).toBe(new Set([...PACKAGE_CHECKS, ...REPOSITORY_CHECKS]).size - 1);
  const seen = new Set(broken.map(([, check]) => check));
  expect([...all].filter((check) => !seen.has(check))).toEqual([
    // These are in doctor-registry.test.ts.
    "scope",
    // Tested above.
    "npm",
    "registry",
    "trusted publisher",
  ]);
});

test("git URLs are the same however they are written", () => {
  for (const url of [
    "git+https://github.com/shop/shop.git",
    "https://github.com/Shop/shop",
    "https://user@github.com/shop/shop/",
    "git@github.com:shop/shop.git",
    "ssh://git@github.com/shop/shop.git",
    "git+ssh://git@github.com/shop/shop.git",
  ])
    expect(repositoryOf(url)).toBe("github.com/shop/shop");
  for (const url of ["", "/srv/git/shop", "shop/shop", "https://github.com/shop"])
    expect(repositoryOf(url)).toBeUndefined();
});

/** Exit code and output of the command. */
async function run(...args: readonly string[]): Promise<readonly [number, string]> {
  const around = context();
  return [await release(["doctor", ...args], around), around.printed.join("")];
}

test("the report shows every check for every package, then what to do; the exit code says if anything is missing", async () => {
  const [code, text] = await run("--offline");
  expect(code).toBe(0);
  expect(text).toMatch(/base +│ pets/u);
  expect(text).toMatch(/trusted publisher +│ +\? +│ +\?/u);
  expect(text).toContain(
    "? registry: npm view @shop/base, and the same for pets\n    not asked: --offline\n",
  );
  expect(text).toMatch(/\d+ in order, 0 missing, \d+ unknown\n$/u);
  const [json, findings] = await run("--offline", "--json");
  expect([json, Object.keys(JSON.parse(findings) as object)]).toEqual([0, ["findings"]]);
  expect((await run("--of"))[0]).toBe(2);
  repository.write(pets({ publishConfig: {} }));
  const [missing, why] = await run("--offline");
  repository.git("checkout", "--quiet", "--", ".");
  expect(missing).toBe(1);
  expect(why).toContain("✗ access: packages/pets/package.json publishConfig.access\n");
});
