import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchWorkspace, watch } from "./workspace.ts";

test("a saved document is generated again, a broken one shows its problems, and the watcher lives on", async () => {
  const root = scratchWorkspace("gr4vy", "occam");
  const spec = join(root, "specs/occam.yaml");
  const watcher = watch(root);
  await watcher.said(/Watching/);

  appendFileSync(spec, "# saved\n");
  expect(await watcher.said(/occam +written/)).not.toContain("gr4vy");

  const good = readFileSync(spec, "utf8");
  writeFileSync(spec, good.replace("operationId: listKeys", "operationId: createKey"));
  expect(await watcher.said(/nothing was written/)).toMatch(/occam\.yaml:\d+:\d+/);

  writeFileSync(spec, `${good}# mended\n`);
  await watcher.said(/occam +written/);

  writeFileSync(join(root, "specs/acme.yaml"), good);
  await watcher.said(/acme +written/);

  rmSync(join(root, "specs/acme.yaml"));
  await watcher.said(/acme +removed/);
  expect(await watcher.stop()).toBe(0);
}, 30_000);
