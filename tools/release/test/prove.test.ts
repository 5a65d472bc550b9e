import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { pack, type ReleaseContext } from "../src/pack/pack.ts";
import { entriesOf } from "../src/prove/entries.ts";
import { prove } from "../src/prove/prove.ts";
import { publish } from "../src/publish/publish.ts";
import { startTestRegistry, type TestRegistry } from "./registry.ts";
import { contextOf, copyBuild, packageJson, type Scratch, scratch, shop } from "./scratch.ts";

// Each runs npm, pnpm or git several times, which a busy machine is slow to start.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let repository: Scratch;
let registry: TestRegistry;
const context = (): ReleaseContext & { readonly printed: string[] } =>
  contextOf(repository, { npm_config_registry: registry.url });

beforeAll(async () => {
  repository = scratch(shop);
  registry = await startTestRegistry();
});
afterAll(async () => {
  repository.remove();
  await registry.close();
});

test("the tarballs are installed, loaded and compiled, each other's dependencies among them", async () => {
  await pack(context(), copyBuild);
  const around = context();
  await prove(around);
  expect(around.printed.map((line) => line.replace(/sha512-.*/su, "sha512"))).toEqual([
    "✓ @shop/base@1.0.0 installs, loads and compiles, sha512",
    "✓ @shop/pets@1.0.0 installs, loads and compiles, sha512",
  ]);
});

test("what only the user of a package would find is found", async () => {
  repository.write({
    // Sound as files go: each is only wrong when it is used.
    "packages/base/src/index.js": 'export { missing as base } from "node:path";\n',
    "packages/pets/src/index.d.ts":
      'export { none } from "@shop/base";\nexport declare const pets: number;\n',
  });
  repository.commit();
  await pack(context(), copyBuild);
  const error = await prove(context()).catch(String);
  expect(error).toMatch(/import\.mjs: .*does not provide an export named 'missing'/su);
  expect(error).toMatch(/require\.cjs: .*missing/su);
  expect(error).toMatch(/nodenext: .*"@shop\/base"' has no exported member 'none'/su);
  expect(error).toMatch(/bundler: .*has no exported member 'none'/su);
});

test("a dependency that nobody can install is found", async () => {
  repository.git("reset", "--quiet", "--hard", "HEAD~1");
  repository.write({
    "packages/base/package.json": packageJson("base", { dependencies: { "@shop/never": "1.0.0" } }),
  });
  repository.commit();
  await pack(context(), copyBuild);
  await expect(prove(context())).rejects.toThrow(
    /^The tarballs cannot be installed:\n.*@shop(?:%2f|\/)never/su,
  );
});

test("what a package only uses where it is there comes from the registry, when it is not of this release", async () => {
  repository.git("reset", "--quiet", "--hard", "HEAD~1");
  await pack(context(), copyBuild);
  await publish(context());
  repository.write({
    "packages/pets/package.json": packageJson("pets", {
      version: "1.1.0",
      peerDependencies: { "@shop/base": "workspace:^" },
      peerDependenciesMeta: { "@shop/base": { optional: true } },
    }),
    "packages/pets/CHANGELOG.md": "# Pets\n\n## 1.1.0\n",
  });
  repository.commit();
  await pack(context(), copyBuild);
  const around = context();
  await prove(around);
  expect(around.printed.join("\n")).toMatch(/^✓ @shop\/pets@1\.1\.0 installs, loads and compiles, \S+\n$/u);
});

test("what a package exports is what is proven", () => {
  const manifest = { name: "@shop/pets", version: "1.0.0" };
  const specifiers = (exports: unknown): readonly string[] =>
    entriesOf({ ...manifest, exports }).map(({ specifier, code }) => `${specifier}${code ? "" : " (data)"}`);
  expect(specifiers({ ".": "./a.js", "./b": {}, "./c.yaml": "./c.yaml", "./d/*": "./d/*.js" })).toEqual([
    "@shop/pets",
    "@shop/pets/b",
    "@shop/pets/c.yaml (data)",
  ]);
  expect(specifiers("./a.js")).toEqual(["@shop/pets"]);
  expect(specifiers({ import: "./a.js" })).toEqual(["@shop/pets"]);
});
