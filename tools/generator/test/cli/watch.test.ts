import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchWorkspace, watch } from "./workspace.ts";

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
}, 30_000);
