import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { pack, type ReleaseContext } from "../src/pack/pack.ts";
import { publish } from "../src/publish/publish.ts";
import { startTestRegistry, type TestRegistry } from "./registry.ts";
import { contextOf, copyBuild, type Scratch, scratch, shop } from "./scratch.ts";

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
  await publish({ ...rest });
  for (const name of ["base", "pets"])
    expect(registry.tarballs.get(`@shop/${name}@1.0.0`)).toEqual(
      readFileSync(file(`packages/shop-${name}-1.0.0.tgz`)),
    );
  expect(registry.authorizations).toEqual(["Bearer secret", "Bearer secret"]);
  expect(printed.join("")).toContain("✓ @shop/pets@1.0.0 is on the registry, byte by byte");
  expect(repository.git("tag", "--list").split("\n")).toEqual(["@shop/base@1.0.0", "@shop/pets@1.0.0"]);
  expect(repository.git("status", "--porcelain")).toBe("");
});
