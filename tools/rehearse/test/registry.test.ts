import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attempt, type Printed } from "@keysmith/clone/command";
import { releaseEnvironment } from "../src/environment.ts";
import { createPlace, type Place, removePlace } from "../src/place.ts";
import { type Registry, startRegistry } from "../src/registry.ts";

let place: Place;
let registry: Registry;

beforeAll(async () => {
  place = createPlace();
  registry = await startRegistry(place);
});
afterAll(async () => {
  await registry.close();
  removePlace(place, undefined);
});

async function publish(version: string): Promise<Printed> {
  const folder = join(place.folder, "pets");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "@acme/pets", version }));
  const env = releaseEnvironment(place);
  return attempt({ file: "npm", args: ["publish", "--access", "public"], cwd: folder, env });
}

test("what npm publishes is there, once", async () => {
  expect(await registry.metadata("@acme/pets")).toBeUndefined();
  expect(await publish("1.0.0")).toMatchObject({ exitCode: 0 });
  const metadata = await registry.metadata("@acme/pets");
  expect(metadata?.["dist-tags"]).toEqual({ latest: "1.0.0" });
  expect(Object.keys(metadata?.versions ?? {})).toEqual(["1.0.0"]);
  expect(metadata?.versions["1.0.0"]?.dist.integrity).toMatch(/^sha512-/);
  expect(await publish("1.0.0")).not.toMatchObject({ exitCode: 0 });
  expect(await publish("1.1.0")).toMatchObject({ exitCode: 0 });
  expect((await registry.metadata("@acme/pets"))?.["dist-tags"]).toEqual({ latest: "1.1.0" });
});

test("it asks no other registry, listens on loopback only and has all it keeps in the place", async () => {
  expect(await registry.metadata("yaml")).toBeUndefined();
  expect(registry.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(readFileSync(place.npmrc, "utf8")).toContain(`registry=${registry.url}\n`);
  expect(registry.log(5)).toContain("yaml");
});

test("nobody answers at its port once it is closed", async () => {
  await registry.close();
  await expect(fetch(registry.url)).rejects.toThrow("fetch failed");
});
