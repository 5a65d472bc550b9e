import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newProvider, scratchWorkspace, watch } from "./workspace.ts";

test("a saved document is generated again, a broken one shows its problems, and the watcher lives on", async () => {
  const root = scratchWorkspace("museum", "vault");
  const spec = join(root, "specs/vault.yaml");
  const watcher = watch(root);
  await watcher.said(/Watching/);

  appendFileSync(spec, "# saved\n");
  expect(await watcher.said(/vault +written/)).not.toContain("museum");

  const good = readFileSync(spec, "utf8");
  writeFileSync(spec, good.replace("operationId: listKeys", "operationId: makeKey"));
  expect(await watcher.said(/nothing was written/)).toMatch(/vault\.yaml:\d+:\d+/);

  appendFileSync(join(root, "specs/museum.yaml"), "# saved while the other is broken\n");
  await watcher.said(/museum +written/);

  writeFileSync(spec, `${good}# mended\n`);
  await watcher.said(/vault +written/);

  writeFileSync(join(root, "specs/acme.yaml"), good);
  await watcher.said(/acme +written/);

  rmSync(join(root, "specs/acme.yaml"));
  await watcher.said(/acme +removed/);
  expect(await watcher.stop()).toBe(0);
}, 60_000);

test("providers that come and go while it watches are made, listed and removed, however they are made", async () => {
  const root = scratchWorkspace("museum");
  const readme = join(root, "README.md");
  writeFileSync(readme, "<!-- providers: made by `pnpm generate` -->\n<!-- /providers -->\n");
  const watcher = watch(root);
  await watcher.said(/Watching/);

  newProvider(root, "acme");
  await watcher.said(/acme +written[^]*README\.md +written/);
  expect(readFileSync(readme, "utf8")).toContain("specs/acme.yaml");
  expect(existsSync(join(root, "packages/acme/src/index.ts"))).toBe(true);

  rmSync(join(root, "specs/acme.yaml"));
  await watcher.said(/acme +removed[^]*README\.md +written/);
  expect(readFileSync(readme, "utf8")).not.toContain("acme");
  expect(existsSync(join(root, "packages/acme"))).toBe(false);

  newProvider(root, "acme");
  await watcher.said(/acme +written[^]*README\.md +written/);
  expect(await watcher.stop()).toBe(0);
}, 60_000);

test("a document that is written while the first run is under way is made as well", async () => {
  const root = scratchWorkspace("museum", "vault");
  const watcher = watch(root);
  await watcher.said(/museum +written/);
  writeFileSync(join(root, "specs/acme.yaml"), readFileSync(join(root, "specs/museum.yaml"), "utf8"));
  await watcher.said(/acme +written/);
  expect(await watcher.stop()).toBe(0);
}, 60_000);

test("one provider that is watched may go and come back", async () => {
  const root = scratchWorkspace("vault");
  const spec = join(root, "specs/vault.yaml");
  const text = readFileSync(spec, "utf8");
  const watcher = watch(root, "vault");
  await watcher.said(/Watching/);
  rmSync(spec);
  await watcher.said(/vault +removed/);
  writeFileSync(join(root, "specs/other.yaml"), text);
  expect(await watcher.said(/No specs\/vault\.yaml/)).not.toContain("other ");
  writeFileSync(spec, text);
  await watcher.said(/vault +written/);
  expect(existsSync(join(root, "packages/other"))).toBe(false);
  expect(await watcher.stop()).toBe(0);
}, 60_000);
