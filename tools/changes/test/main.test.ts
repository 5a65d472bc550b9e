import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scratch, sweep } from "./scratch.ts";

afterAll(sweep);

const MAIN = resolve(import.meta.dirname, "../src/main.ts");

/** Tells of every module that is loaded, on stderr. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({ load: (url, context, next) => (process._rawDebug("loaded " + url), next(url, context)) });
`)}`;

function run(folder: string, ...argv: readonly string[]) {
  return spawnSync(process.execPath, ["--import", TELL, MAIN, ...argv], { cwd: folder, encoding: "utf8" });
}

test("where nothing changed no parser, compiler or formatter is loaded, however deep the folder", async () => {
  const it = await scratch();
  for (const folder of [it.folder, join(it.folder, "packages/pets/src")]) {
    const { status, stdout, stderr } = run(folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^No change since main/);
    const loaded = stderr.split("\n").filter((line) => line.startsWith("loaded "));
    expect(loaded.some((line) => line.endsWith("tools/changes/src/compare.ts"))).toBe(true);
    expect(
      loaded.filter((line) => /\/(?:yaml|typescript|oxfmt|@redocly|@changesets|ajv)[/@]/.test(line)),
    ).toEqual([]);
  }
});

test("the process ends with the code that is documented", async () => {
  const it = await scratch();
  expect(run(it.folder, "--nonsense").status).toBe(2);
  expect(run(it.folder, "--base", "nothing").status).toBe(3);
  expect(run(it.folder, "--help")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Exit codes:"),
  });
  expect(run(resolve("/")).status).toBe(2);
  it.remove("packages/pets/docs");
  const checked = run(it.folder, "--check");
  expect(checked.status).toBe(1);
  expect(checked.stderr).toContain("✗ packages/pets is not what specs/pets.yaml makes");
});

test("without git on the machine a check says whether code is stale, and anything else what to install", async () => {
  const it = await scratch();
  const env = { ...process.env, PATH: "" };
  const without = (...argv: readonly string[]) =>
    spawnSync(process.execPath, [MAIN, ...argv], { cwd: it.folder, encoding: "utf8", env });
  expect(without("--check")).toMatchObject({ status: 0, stderr: expect.stringContaining("install it") });
  expect(without()).toMatchObject({ status: 3, stderr: expect.stringContaining("install it") });
});
