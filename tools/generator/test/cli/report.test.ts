import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate, scratchFolder, scratchWorkspace, watch } from "./workspace.ts";

const head =
  "openapi: 3.1.0\ninfo: { title: Keys, version: '1' }\nservers: [{ url: https://a.example }]\npaths:\n";

/** A document with as many operations that trace, which is worth a warning each, and one that may be wrong. */
function traces(count: number, responses = "responses: { '204': { description: Done. } }"): string {
  const paths = Array.from({ length: count }, (_, index) => `  /${index}: { trace: { ${responses} } }\n`);
  return `${head}${paths.join("")}  /last: { get: { ${responses} } }\n`;
}

function problemsIn(file: string): readonly Record<string, unknown>[] {
  return (JSON.parse(readFileSync(file, "utf8")) as { problems: Record<string, unknown>[] }).problems;
}

test("--report lists every warning, again when nothing has changed; the terminal shows the first few of a kind", () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "keys.yaml"), traces(9));
  const args = ["--spec", "keys.yaml", "--out", "client", "--report", "problems.json"];
  const run = generate(folder, ...args);
  expect(run.code).toBe(0);
  expect(run.stderr.split("\n")).toEqual([
    expect.stringMatching(/^warning: keys\.yaml:5:/),
    expect.stringMatching(/^warning: keys\.yaml:6:/),
    expect.stringMatching(/^warning: keys\.yaml:7:/),
    "warning: … and 6 more like it; --report FILE lists all",
    "",
  ]);
  const problems = problemsIn(join(folder, "problems.json"));
  expect(problems).toHaveLength(9);
  expect(problems[0]).toEqual({
    severity: "warning",
    rule: "sendable",
    message: expect.stringContaining("`fetch` forbids TRACE") as string,
    spec: "keys.yaml",
    file: "keys.yaml",
    line: 5,
    column: 9,
    pointer: "#/paths/~10/trace",
  });
  expect(generate(folder, ...args)).toMatchObject({ code: 0, stderr: "" });
  expect(problemsIn(join(folder, "problems.json"))).toEqual(problems);
});

test("a refused document reports its problems and its warnings", () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "keys.yaml"), traces(7, "responses: {}"));
  const run = generate(folder, "--spec", "keys.yaml", "--out", "client", "--report", "problems.json");
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("and 5 more like it");
  expect(run.stderr).toContain("8 problems; nothing was written.");
  const problems = problemsIn(join(folder, "problems.json"));
  const count = (severity: string): number => problems.filter((one) => one["severity"] === severity).length;
  expect([count("error"), count("warning")]).toEqual([8, 7]);
  expect(existsSync(join(folder, "client"))).toBe(false);
});

test("a whole workspace is one report, with --check and although one document is refused", () => {
  const root = scratchWorkspace("vault");
  writeFileSync(join(root, "specs/broken.yaml"), "openapi: 3.1.0\n");
  writeFileSync(join(root, "specs/odd.yaml"), traces(1));
  expect(generate(root, "--check", "--report", "problems.json").code).toBe(1);
  const found = problemsIn(join(root, "problems.json")).map(({ spec, rule }) => [spec, rule]);
  const specs = join(root, "specs");
  expect(found).toContainEqual([join(specs, "broken.yaml"), "structure"]);
  expect(found).toContainEqual([join(specs, "odd.yaml"), "sendable"]);
});

test("a report that cannot be written is a failure", () => {
  const folder = scratchFolder();
  mkdirSync(join(folder, "problems.json"));
  writeFileSync(join(folder, "keys.yaml"), traces(0));
  const run = generate(folder, "--spec", "keys.yaml", "--out", "client", "--report", "problems.json");
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(
    /^The report \S+problems\.json cannot be written: it is a folder\. Name a file in it\.\n$/,
  );
  expect(existsSync(join(folder, "client"))).toBe(false);
});

test("a report makes the folder that it goes into, like a package", () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "keys.yaml"), traces(1));
  const report = join(folder, "reports/today/problems.json");
  expect(generate(folder, "--spec", "keys.yaml", "--out", "client", "--report", report).code).toBe(0);
  expect(problemsIn(report)).toHaveLength(1);
});

test("a report never takes the place of a printed file", () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "keys.yaml"), traces(0));
  const run = generate(folder, "--spec", "keys.yaml", "--out", "client", "--report", "client/src/models.ts");
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("is in a package") });
  expect(existsSync(join(folder, "client"))).toBe(false);
});

test("a report never takes the place of the document", () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "keys.yaml"), traces(0));
  const run = generate(folder, "--spec", "keys.yaml", "--out", "client", "--report", "./keys.yaml");
  expect(run.code).toBe(2);
  expect(readFileSync(join(folder, "keys.yaml"), "utf8")).toBe(traces(0));
  const root = scratchWorkspace("vault");
  const vault = readFileSync(join(root, "specs/vault.yaml"), "utf8");
  expect(generate(root, "--report", "specs/vault.yaml")).toMatchObject({ code: 2, stdout: "" });
  expect(readFileSync(join(root, "specs/vault.yaml"), "utf8")).toBe(vault);
});

test("while watching, it says how things stand, and causes no run itself", async () => {
  const folder = scratchFolder();
  const spec = join(folder, "keys.yaml");
  const report = join(folder, "problems.json");
  writeFileSync(spec, traces(1));
  const watcher = watch(folder, "--spec", spec, "--out", join(scratchFolder(), "client"), "--report", report);
  await watcher.said(/Watching/);
  expect(problemsIn(report)).toHaveLength(1);
  writeFileSync(spec, traces(0, "responses: {}"));
  await watcher.said(/nothing was written/);
  // The line is printed before the file is written.
  await expect.poll(() => problemsIn(report).map(({ rule }) => rule)).toEqual(["some-response"]);
  writeFileSync(spec, traces(2));
  await watcher.said(/keys|client/);
  await expect.poll(() => problemsIn(report).length).toBe(2);
  const written = readFileSync(report, "utf8");
  writeFileSync(report, "changed by hand");
  await sleep(500);
  expect(readFileSync(report, "utf8")).toBe("changed by hand");
  expect(written).not.toBe("");
  expect(await watcher.stop()).toBe(0);
}, 30_000);
