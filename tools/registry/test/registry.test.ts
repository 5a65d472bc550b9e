import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { installPackage, unpackPackage } from "../src/index.ts";
import { type Registry, startRegistry } from "./registry.ts";

const pets = { name: "@acme/pets", version: "1.0.0" };

let registry: Registry;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "keysmith registry-"));
  registry = await startRegistry(folder);
});
afterAll(() => {
  registry.close();
  rmSync(folder, { recursive: true });
});

let cache: string;

beforeEach(() => {
  // A path with a space in it, as home folders have.
  cache = mkdtempSync(join(folder, "a cache-"));
  registry.damage(false);
  vi.stubEnv("npm_config_registry", registry.origin);
  vi.stubEnv("npm_config_cache", join(cache, "npm"));
  vi.stubEnv("npm_config_fetch_retries", "0");
});
afterEach(() => void vi.unstubAllEnvs());

/** What is kept for the next time. */
const kept = (): readonly string[] =>
  existsSync(join(cache, "unpacked")) ? readdirSync(join(cache, "unpacked/")) : [];

test("a package is unpacked once, and found from then on", async () => {
  const unpacked = await unpackPackage(pets, cache);
  expect(JSON.parse(readFileSync(join(unpacked, "pets.json"), "utf8"))).toEqual({ openapi: "3.1.0" });
  expect(kept()).toEqual(["@acme+pets@1.0.0"]);
  const asked = registry.asked();
  expect(await unpackPackage(pets, cache)).toBe(unpacked);
  expect(registry.asked()).toBe(asked);
});

test("two that want a package at once both get it", async () => {
  const [one, other] = await Promise.all([unpackPackage(pets, cache), unpackPackage(pets, cache)]);
  expect(other).toBe(one);
  expect(existsSync(join(one, "pets.json"))).toBe(true);
  expect(kept()).toEqual(["@acme+pets@1.0.0"]);
});

test("a package is installed once, and found from then on", async () => {
  const installed = await installPackage(pets, cache);
  expect(existsSync(join(installed, "pets.json"))).toBe(true);
  const asked = registry.asked();
  expect(await installPackage(pets, cache)).toBe(installed);
  expect(registry.asked()).toBe(asked);
});

test("half an archive is an error, and is not taken for the package the next time", async () => {
  registry.damage(true);
  await expect(unpackPackage(pets, cache)).rejects.toThrow(/^npm could not fetch @acme\/pets@1\.0\.0: /);
  expect(kept()).toEqual([]);
  registry.damage(false);
  expect(existsSync(join(await unpackPackage(pets, cache), "pets.json"))).toBe(true);
});

test("what the registry does not have, or no registry at all, is told in npm's words", async () => {
  const other = { ...pets, version: "2.0.0" };
  await expect(unpackPackage(other, cache)).rejects.toThrow(
    /^npm could not fetch @acme\/pets@2\.0\.0: .*2\.0\.0/,
  );
  vi.stubEnv("npm_config_registry", "http://127.0.0.1:1");
  await expect(installPackage(pets, cache)).rejects.toThrow(
    /^npm could not install @acme\/pets@1\.0\.0: .*ECONNREFUSED/,
  );
  expect(kept()).toEqual([]);
});

test("a machine without npm is told so", async () => {
  vi.stubEnv("PATH", folder);
  await expect(unpackPackage(pets, cache)).rejects.toThrow(/^npm could not fetch @acme\/pets@1\.0\.0: .*npm/);
  expect(kept()).toEqual([]);
});

test("what is for another platform is not asked for", async () => {
  const asked = registry.asked();
  const os = process.platform === "win32" ? "darwin" : "win32";
  await expect(installPackage({ ...pets, os }, cache)).rejects.toThrow(`@acme/pets is for ${os} only`);
  expect(registry.asked()).toBe(asked);
});
