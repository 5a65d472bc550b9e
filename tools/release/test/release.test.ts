import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { pack, type ReleaseContext } from "../src/pack/pack.ts";
import { publish } from "../src/publish/publish.ts";
import { startTestRegistry, type TestRegistry } from "./registry.ts";
import { contextOf, copyBuild, type Scratch, scratch, shop } from "./scratch.ts";

// Each runs npm, pnpm or git several times, which a busy machine is slow to start.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

// One repository, packed once; each test publishes to a registry of its own or is refused.
let repository: Scratch;
let registry: TestRegistry;

const context = (): ReleaseContext & { readonly printed: string[] } =>
  contextOf(repository, { npm_config_registry: registry.url, NPM_TOKEN: "secret" });
const file = (path: string): string => join(repository.root, ".release", path);

beforeAll(async () => {
  repository = scratch(shop);
  registry = await startTestRegistry();
  await pack(context(), copyBuild);
  await registry.close();
});
afterAll(() => void repository.remove());
beforeEach(async () => {
  registry = await startTestRegistry();
});
afterEach(() => registry.close());

test("the tarballs that were proven are the ones that are published, and the commit is tagged", async () => {
  const { printed, ...rest } = context();
  registry.demand("secret");
  const output = join(repository.aside, "output.ndjson");
  await publish({ ...rest, environment: { ...rest.environment, CHANGESETS_OUTPUT: output } });
  for (const name of ["base", "pets"])
    expect(registry.tarballs.get(`@shop/${name}@1.0.0`)).toEqual(
      readFileSync(file(`packages/shop-${name}-1.0.0.tgz`)),
    );
  expect(registry.authorizations).toEqual(["Bearer secret", "Bearer secret"]);
  expect(printed.join("")).toContain("✓ @shop/pets@1.0.0 is on the registry, byte by byte");
  expect(repository.git("tag", "--list").split("\n")).toEqual(["@shop/base@1.0.0", "@shop/pets@1.0.0"]);
  expect(repository.git("status", "--porcelain")).toBe("");
  // What the workflow pushes tags by, and writes the releases on GitHub.
  const events = readFileSync(output, "utf8").trim().split("\n");
  expect(events.map((line) => JSON.parse(line) as unknown)).toEqual([
    { type: "git-tag", tag: "@shop/base@1.0.0", packageName: "@shop/base" },
    { type: "git-tag", tag: "@shop/pets@1.0.0", packageName: "@shop/pets" },
  ]);
});

test("what was published halfway is published to the end by a second run", async () => {
  registry.refuse("@shop/pets");
  await expect(publish(context())).rejects.toThrow(/^Not everything was published/u);
  expect([...registry.tarballs.keys()]).toEqual(["@shop/base@1.0.0"]);
  registry.refuse(undefined);
  await publish(context());
  expect([...registry.tarballs.keys()]).toEqual(["@shop/base@1.0.0", "@shop/pets@1.0.0"]);
});

test("--dry-run says what would be published where, and publishes nothing", async () => {
  const around = context();
  await publish(around, { dryRun: true });
  expect(around.printed.join("")).toContain(`Would be published to ${registry.url}`);
  expect(registry.authorizations).toEqual([]);
});

test("a registry that refuses the token fails the command", async () => {
  registry.demand("another");
  await expect(publish(context())).rejects.toThrow(/^Not everything was published/u);
});

test("a registry that then has other bytes is told apart", async () => {
  registry.forge();
  await expect(publish(context())).rejects.toThrow(/^The registry has other bytes as @shop\/base@1\.0\.0/u);
});

test("tarballs are refused that are of another commit, or beside files that are not as committed", async () => {
  const before = repository.git("rev-parse", "HEAD");
  repository.write({ "README.md": "# Shop\n" });
  await expect(publish(context())).rejects.toThrow(/Files are not as committed.*\n {2}\?\? README\.md$/u);
  const after = repository.commit();
  await expect(publish(context())).rejects.toThrow(`of commit ${before}, but ${after} is checked out`);
  repository.git("reset", "--quiet", "--hard", before);
  expect(registry.authorizations).toEqual([]);
});

/** Damages a file of the release folder for the length of a refusal. */
async function refusedWith(path: string, damage: (content: Buffer) => string | Buffer): Promise<unknown> {
  const content = readFileSync(file(path));
  writeFileSync(file(path), damage(content));
  try {
    return await publish(context()).catch((error: unknown) => error);
  } finally {
    writeFileSync(file(path), content);
  }
}

test.for([
  [
    "a tarball that was changed",
    "packages/shop-pets-1.0.0.tgz",
    /is not the tarball that was proven\.\n {2}expected sha512-/u,
  ],
  ["a plan that was changed", "publish-plan.json", /publish-plan\.json was changed after/u],
] as const)("%s is refused", async ([, path, words]) => {
  expect(await refusedWith(path, (content) => Buffer.concat([content, Buffer.from("\n")]))).toMatchObject({
    name: "Refusal",
    message: expect.stringMatching(words) as string,
  });
  expect(registry.authorizations).toEqual([]);
});

test("what was packed from files that were not committed is refused, and what was not packed at all", async () => {
  const uncommitted = await refusedWith("manifest.json", (content) =>
    content.toString().replace('"clean": true', '"clean": false'),
  );
  expect(uncommitted).toMatchObject({ message: expect.stringContaining("not as committed") as string });
  const unproven = await refusedWith("manifest.json", (content) =>
    content.toString().replaceAll("@shop/pets", "@shop/dogs"),
  );
  expect(unproven).toMatchObject({ message: expect.stringContaining("was never proven") as string });
  const empty = { ...context(), root: join(repository.root, "packages") };
  await expect(publish(empty)).rejects.toThrow(/manifest\.json is missing.*Run release:pack/u);
});

test("a scope that has a registry of its own goes there, with the token too", async () => {
  const npmrc = join(repository.aside, "user.npmrc");
  writeFileSync(npmrc, `@shop:registry=${registry.url}\n`);
  const around = context();
  const environment = {
    ...around.environment,
    npm_config_registry: "http://127.0.0.1:1/",
    npm_config_userconfig: npmrc,
  };
  registry.demand("secret");
  await publish({ ...around, environment });
  expect([...registry.tarballs.keys()]).toEqual(["@shop/base@1.0.0", "@shop/pets@1.0.0"]);
  expect(around.printed.join("")).toContain("✓ @shop/pets@1.0.0 is on the registry, byte by byte");
});

test("npm and pnpm that disagree about the registry of a scope publish nothing", async () => {
  const around = context();
  const environment = { ...around.environment, "npm_config_@shop:registry": "http://127.0.0.1:1/" };
  await expect(publish({ ...around, environment })).rejects.toThrow(
    /^For @shop npm uses the registry http:\/\/127\.0\.0\.1:1\/, but pnpm/u,
  );
  expect(registry.authorizations).toEqual([]);
});
