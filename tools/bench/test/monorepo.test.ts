import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openTemporaryFolder, run } from "@keysmith/clone";
import { afterAll, expect, test } from "vitest";
import { forgetGenerated, generateIn, makeMonorepo } from "../src/monorepo/workspace.ts";

const { folder, remove } = openTemporaryFolder("keysmith-monorepo-");
afterAll(remove, 60_000);

test("a provider more is a provider of its own, generated, installed and known to turbo", async () => {
  const ours = globSync("specs/*.yaml", { cwd: join(import.meta.dirname, "../../..") });
  const monorepo = await makeMonorepo(folder, ours.length + 1);
  const name = monorepo.providers.at(-1) ?? "";
  const place = join(monorepo.root, "packages", name);
  expect(name).toMatch(/^[a-z0-9]+1$/);
  const old = new RegExp(`${name.slice(0, -1)}(?!1)`, "i");
  for (const file of ["src/client.ts", "src/operations.ts", "openapi.yaml", "package.json"])
    expect(readFileSync(join(place, file), "utf8")).not.toMatch(old);

  await run(monorepo.root, ["pnpm", "--silent", "turbo", "run", "build", `--filter=./packages/${name}`]);
  expect(existsSync(join(place, "dist/index.js"))).toBe(true);

  const before = readFileSync(join(place, "src/operations.ts"), "utf8");
  forgetGenerated(monorepo);
  expect(existsSync(join(place, "src"))).toBe(false);
  await generateIn(monorepo);
  expect(readFileSync(join(place, "src/operations.ts"), "utf8")).toBe(before);
}, 240_000);
