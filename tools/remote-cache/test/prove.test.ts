import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site } from "../src/machines.ts";
import { isRestored, type Proof, prove } from "../src/prove.ts";
import { turboRun } from "../src/turbo.ts";

/** All packages are generated and built; of their tests, only these are run. `pnpm remote-cache:prove` runs all. */
const TESTED = ["@keysmith/occam", "@keysmith/checks"];

let site: Site;
let proof: Proof;
beforeAll(async () => {
  site = await openSite();
  proof = await prove(site, TESTED);
}, 240_000);
afterAll(() => site.close());

test("a second clone generates, builds and tests from the cache alone", () => {
  expect(proof.problems).toEqual([]);
  const [generate, build, tests] = proof.steps;
  expect([generate?.tasks, generate?.restored]).toEqual([5, 5]);
  expect([build?.tasks, build?.restored]).toEqual([7, 7]);
  // Linter and compiler of two packages, and whether one of them is stale.
  expect([tests?.tasks, tests?.restored]).toEqual([7, 7]);
  expect(proof.tasks.map(({ taskId }) => taskId)).toContain("@keysmith/occam#test");
  expect(proof.files).toBeGreaterThan(100);
});

test("tests are counted from the reports that came out of the cache", () => {
  const passed = Number(/^(?<passed>\d+) passed, 0 failed$/.exec(proof.tally)?.groups?.["passed"]);
  expect(passed).toBeGreaterThan(proof.steps.reduce((sum, { tasks }) => sum + tasks, 0));
});

test("what somebody changed on the server is not taken, but made anew", async () => {
  const task = proof.tasks.find(({ taskId }) => taskId === "@keysmith/runtime#build");
  const file = readdirSync(site.storage, { recursive: true, encoding: "utf8" }).find((path) =>
    path.endsWith(task?.hash ?? "nothing"),
  );
  const artifact = join(site.storage, file ?? "");
  const [bytes, args] = [readFileSync(artifact), ["build", "--filter=@keysmith/runtime", "--cache=remote:r"]];
  const again = async () => (await turboRun(site.second, args, site.environment)).tasks.map(isRestored);
  expect(await again()).toEqual([true]);
  writeFileSync(artifact, Buffer.concat([bytes, Buffer.from("\n")]));
  expect(await again()).toEqual([false]);
}, 60_000);
