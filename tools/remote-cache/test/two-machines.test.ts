import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { git, run } from "@keysmith/clone";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site } from "../src/machines.ts";
import { isRestored, type Proof, prove } from "../src/prove.ts";
import { turboPlan, turboRun } from "../src/turbo.ts";
import { provider, providers } from "./providers.ts";

/** All packages are generated and built; of their tests, only these are run. `pnpm remote-cache:prove` runs all. */
const TESTED = [`packages/${provider}`, "tools/clone"];
const NAMES = [`@keysmith/${provider}`, "@keysmith/clone"];

let site: Site;
let proof: Proof;
beforeAll(async () => {
  site = await openSite();
  proof = await prove(site, NAMES);
}, 480_000);
// Two installations are tens of thousands of files to remove; there are none where the site could not be opened.
afterAll(() => (site as Site | undefined)?.close(), 120_000);

test("a second clone generates, builds and tests from the cache alone", () => {
  expect(proof.problems).toEqual([]);
  const [generate, build, tests] = proof.steps;
  expect([generate?.tasks, generate?.restored]).toEqual([providers.length, providers.length]);
  // Those, the runtime and the mock.
  expect([build?.tasks, build?.restored]).toEqual([providers.length + 2, providers.length + 2]);
  // Linter, compiler and tests of both packages, and whether the client is stale.
  expect([tests?.tasks, tests?.restored]).toEqual([7, 7]);
  expect(proof.files).toBeGreaterThan(100);
});

test("tests are counted from the reports that came out of the cache", () => {
  const passed = Number(/^(?<passed>\d+) passed, 0 failed$/.exec(proof.tally)?.groups?.["passed"]);
  expect(passed).toBeGreaterThan(proof.tasks.length);
});

test("what somebody changed on the server is not taken, but made anew", async () => {
  const task = proof.tasks.find(({ taskId }) => taskId === "@keysmith/runtime#build");
  const file = readdirSync(site.storage, { recursive: true, encoding: "utf8" }).find((path) =>
    path.endsWith(task?.hash ?? "nothing"),
  );
  const artifact = join(site.storage, file ?? "");
  const bytes = readFileSync(artifact);
  const args = ["build", "--filter=@keysmith/runtime", "--cache=remote:r"];
  const again = async () => (await turboRun(site.second, args, site.environment)).tasks.map(isRestored);
  expect(await again()).toEqual([true]);
  writeFileSync(artifact, Buffer.concat([bytes, Buffer.from("\n")]));
  expect(await again()).toEqual([false]);
  writeFileSync(artifact, bytes);
}, 60_000);

/** Full names of the tests that the last runs held. */
function testsIn(machine: string): string[] {
  interface Report {
    readonly testResults: readonly { readonly assertionResults: readonly { readonly fullName: string }[] }[];
  }
  return TESTED.map((path) => readFileSync(join(machine, path, ".report/tests.json"), "utf8"))
    .flatMap((report) => (JSON.parse(report) as Report).testResults)
    .flatMap(({ assertionResults }) => assertionResults.map(({ fullName }) => fullName))
    .toSorted();
}

// A client has as many test files as there are machines here, or more; `clone` has fewer.
test("shards run every test exactly once, and a package with fewer files than machines is no failure", async () => {
  const whole = testsIn(site.first);
  const shards: string[][] = [];
  for (const [index, machine] of [site.first, site.second].entries()) {
    const filters = NAMES.map((name) => `--filter=${name}`);
    const shard = [`--shard=${index + 1}/2`, "--passWithNoTests"];
    await turboRun(machine, ["test", ...filters, "--", ...shard], site.environment);
    shards.push(testsIn(machine));
  }
  expect(shards.flat().toSorted()).toEqual(whole);
  expect(Math.min(...shards.map(({ length }) => length))).toBeGreaterThan(0);
}, 120_000);

/** What the change in a clone affects, of the tasks that `pnpm test` runs for providers. */
async function affected(machine: string): Promise<string[]> {
  const plan = await turboPlan(machine, ["test", "check:generated", "lint:specs", "--affected"], {
    TURBO_SCM_BASE: "origin/main",
  });
  return plan.map(({ taskId }) => taskId).filter((task) => !task.endsWith("#build"));
}

test("an edit of one provider's document runs that provider's tests and what reads it, no other provider's", async () => {
  const machine = site.first;
  expect(await affected(machine)).toEqual([]);
  const spec = join(machine, `specs/${provider}.yaml`);
  writeFileSync(spec, readFileSync(spec, "utf8").replace(/^( {2}title: )/m, "$1New "));

  // Nobody has generated yet: that is what has to be noticed.
  const stale = ["//#lint:specs", `@keysmith/${provider}#check:generated`, "@keysmith/verify#test"];
  expect(await affected(machine)).toEqual(expect.arrayContaining(stale));
  await run(machine, ["pnpm", "--silent", "generate", provider]);
  await git(machine, "commit", "--quiet", "--all", "--message=Rename");
  const tasks = await affected(machine);
  expect(tasks).toEqual(expect.arrayContaining([`@keysmith/${provider}#test`, "@keysmith/tour#test"]));
  const others = providers.filter((name) => name !== provider).map((name) => `@keysmith/${name}#`);
  expect(tasks.filter((task) => others.some((other) => task.startsWith(other)))).toEqual([]);
}, 60_000);

test("what the generator made is stale when the lockfile has a newer version of anything the generator uses", async () => {
  const machine = site.second;
  const lockfile = join(machine, "pnpm-lock.yaml");
  const hashes = async () =>
    (await turboPlan(machine, ["generate", "check:generated"])).map(
      ({ taskId, hash }) => `${taskId} ${hash}`,
    );
  const [text, before] = [readFileSync(lockfile, "utf8"), await hashes()];
  // Used by what the generator reads Markdown with, and by nothing that a client depends on.
  const version = /^ {2}micromark@(?<version>[\d.]+):$/m.exec(text)?.groups?.["version"];
  expect(version).toBeDefined();
  writeFileSync(
    lockfile,
    text.replaceAll(new RegExp(`(?<name>micromark(?:@|: ))${version}`, "g"), "$<name>9.9.9"),
  );
  const after = await hashes();
  writeFileSync(lockfile, text);
  // And the table of providers, which is of the root.
  expect(before.length).toBe(2 * providers.length + 1);
  expect(after.filter((task) => before.includes(task))).toEqual([]);
}, 60_000);
