import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pack, type ReleaseContext } from "../src/pack/pack.ts";
import { publish } from "../src/publish/publish.ts";
import { openTarball } from "../src/tarball/tarball.ts";
import { startTestRegistry, type TestRegistry } from "./registry.ts";
import { contextOf, copyBuild, packageJson, type Scratch, scratch, shop } from "./scratch.ts";

// Each runs npm, pnpm or git several times, which a busy machine is slow to start.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let repository: Scratch;
let registry: TestRegistry;

const context = (): ReleaseContext & { readonly printed: string[] } =>
  contextOf(repository, { npm_config_registry: registry.url, NPM_TOKEN: "secret" });

beforeEach(async () => {
  repository = scratch(shop);
  registry = await startTestRegistry();
});
afterEach(async () => {
  repository.remove();
  await registry.close();
});

test("a package is packed as users can install it, the same bytes every time", async () => {
  const once = await pack(context(), copyBuild);
  expect(await pack(context(), copyBuild)).toEqual(once);
  expect(once).toMatchObject({ version: 1, clean: true, commit: repository.git("rev-parse", "HEAD") });
  const { manifest, paths } = await openTarball(
    join(repository.root, ".release/packages/shop-pets-1.0.0.tgz"),
  );
  expect(manifest.dependencies).toEqual({ "@shop/base": "^1.0.0" });
  expect(manifest.devDependencies).toEqual({ "@shop/workshop": "0.0.0", typescript: "7.0.2" });
  expect(paths).toEqual(
    new Set([
      "package.json",
      "README.md",
      // The repository's.
      "LICENSE",
      "dist/index.d.ts",
      "dist/index.js",
      "src/index.d.ts",
      "src/index.js",
    ]),
  );
});

test("only what the registry does not have is packed", async () => {
  await pack(context(), copyBuild);
  await publish(context());
  repository.write({
    "packages/pets/package.json": packageJson("pets", {
      version: "1.0.1",
      dependencies: { "@shop/base": "workspace:^" },
    }),
    "packages/pets/CHANGELOG.md": "# @shop/pets\n\n## 1.0.1\n\n### Patch Changes\n\n- More.\n",
  });
  repository.commit();
  const { tarballs } = await pack(context(), copyBuild);
  expect(tarballs.map(({ name, version }) => `${name}@${version}`)).toEqual(["@shop/pets@1.0.1"]);
  const second = context();
  await publish(second);
  expect([...registry.tarballs.keys()]).toContain("@shop/pets@1.0.1");
  expect(second.printed.join("")).toContain("✓ @shop/pets@1.0.1 is on the registry, byte by byte");

  expect((await pack(context(), copyBuild)).tarballs).toEqual([]);
  const nothing = context();
  await publish(nothing);
  expect(nothing.printed.join("")).toMatch(/^Nothing to publish/u);
});

test("a release without its changelog is refused, and leaves nothing that could be published", async () => {
  repository.git("tag", "@shop/pets@0.9.0");
  await expect(pack(context(), copyBuild)).rejects.toThrow(
    /not fit to be published:\n {2}✗ @shop\/pets, documents: CHANGELOG\.md is missing/u,
  );
  expect(existsSync(join(repository.root, ".release/manifest.json"))).toBe(false);
  await expect(publish(context())).rejects.toThrow(/manifest\.json is missing/u);
});

test("files that are not committed can be packed to try them, with a word about it", async () => {
  repository.write({ "packages/base/src/index.js": "export const base = 2;\n" });
  const around = context();
  expect(await pack(around, copyBuild)).toMatchObject({ clean: false });
  expect(around.printed.join("")).toContain(
    "release:publish will refuse them.\n   M packages/base/src/index.js",
  );
});

test("an unreachable registry packs nothing", async () => {
  await registry.close();
  const around = context();
  const environment = { ...around.environment, pnpm_config_fetch_retries: "0" };
  await expect(pack({ ...around, environment }, copyBuild)).rejects.toThrow(/`changeset pack` failed/u);
  expect(existsSync(join(repository.root, ".release/manifest.json"))).toBe(false);
});

test("every package of this repository that is published builds into a folder that git ignores", () => {
  expect(readFileSync(join(import.meta.dirname, "../../../.gitignore"), "utf8").split("\n")).toEqual(
    expect.arrayContaining(["dist/", ".release/"]),
  );
});
