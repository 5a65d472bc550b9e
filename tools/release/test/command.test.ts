import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { release } from "../src/command.ts";
import { registryOf } from "../src/registry.ts";
import { contextOf, type Scratch, scratch } from "./scratch.ts";

// Each runs npm or git, which a busy machine is slow to start.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let repository: Scratch;
beforeAll(() => {
  repository = scratch({ "package.json": { name: "shop", private: true } });
  mkdirSync(repository.aside);
});
afterAll(() => void repository.remove());

/** Exit code and output of a command line. */
async function run(...args: readonly string[]): Promise<readonly [number, string]> {
  const around = contextOf(repository, {});
  return [await release(args, around), around.printed.join("")];
}

test("a command that is refused says why, without a stack, and ends with 1", async () => {
  const [code, said] = await run("publish");
  expect(code).toBe(1);
  expect(said).toMatch(/^\.release\/manifest\.json is missing: .* Run release:pack\.\n$/u);
  expect(await run("prove")).toEqual([1, said]);
});

test("wrong use ends with 2, help with 0", async () => {
  expect((await run("publish", "--force"))[0]).toBe(2);
  expect((await run("pakc"))[0]).toBe(2);
  const [code, help] = await run("--help");
  expect(code).toBe(0);
  for (const command of ["doctor", "pack", "prove", "publish"]) expect(help).toContain(command);
});

test("a folder that is no repository is told so", async () => {
  const around = contextOf(repository, { GIT_CEILING_DIRECTORIES: join(repository.aside, "..") });
  expect(await release(["pack"], { ...around, root: repository.aside })).toBe(1);
  expect(around.printed.join("")).toContain("has no commit to release from (git: ");
});

test("a release goes to the one registry of its scopes", async () => {
  const npmrc = join(repository.aside, "user.npmrc");
  writeFileSync(npmrc, "@shop:registry=http://127.0.0.1:1/\n@zoo:registry=http://127.0.0.1:2/\n");
  const { environment } = contextOf(repository, {
    npm_config_registry: "http://127.0.0.1:3/",
    npm_config_userconfig: npmrc,
  });
  const url = async (...names: readonly string[]): Promise<string> =>
    (await registryOf(repository.root, environment, names)).url;
  expect(await url("@shop/base", "@shop/pets")).toBe("http://127.0.0.1:1/");
  expect(await url("@park/benches", "pets")).toBe("http://127.0.0.1:3/");
  await expect(url("@shop/base", "@zoo/pets")).rejects.toThrow(
    "A release goes to one registry, but npm has several: http://127.0.0.1:1/, http://127.0.0.1:2/.",
  );
});
