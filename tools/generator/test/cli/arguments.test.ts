import { expect, test } from "vitest";
import { generate, scratchFolder, scratchWorkspace } from "./workspace.ts";

test("--help describes every option and exits 0", () => {
  const run = generate(scratchFolder(), "--help");
  expect(run.code).toBe(0);
  for (const option of ["--check", "--watch", "--spec", "--out", "--name", "--report"])
    expect(run.stdout).toContain(option);
});

test.each([
  { args: ["--nope"], says: "unknown option" },
  { args: ["--spec", "a.yaml"], says: "--spec FILE and --out DIR go together" },
  { args: ["--out", "a"], says: "--spec FILE and --out DIR go together" },
  { args: ["--name", "@a/b"], says: "--name goes with --spec" },
  { args: ["--check", "--watch"], says: "choose one" },
  { args: ["nobody"], says: "No specs/nobody.yaml. Known: vault." },
  { args: ["--spec", "a.yaml", "--out", "b", "--name", "Pet Client"], says: 'found "Pet Client"' },
  { args: ["vault", "--spec", "a.yaml", "--out", "b"], says: "leave out vault" },
])("$args exits 2 and says why", ({ args, says }) => {
  const run = generate(scratchWorkspace("vault"), ...args);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(says);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test("outside of a workspace it says what is missing", () => {
  const run = generate(scratchFolder());
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("pnpm-workspace.yaml");
});
