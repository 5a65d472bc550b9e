import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { documentNamed, documents } from "../src/documents.ts";

const TOOL = resolve(import.meta.dirname, "..");

test("a name that is no document's is refused, beside one that is", () => {
  const run = spawnSync(process.execPath, ["src/main.ts", "stripe.com", "strpe.com"], {
    cwd: TOOL,
    encoding: "utf8",
  });
  expect(run).toMatchObject({ status: 2, stdout: "" });
  expect(run.stderr).toContain('No document\'s name begins with "strpe.com".');
});

test("the documents that the README names are in the list", () => {
  const readme = readFileSync(resolve(TOOL, "README.md"), "utf8");
  const named = [...readme.matchAll(/^npx .* test:corpus ([^#]*)/gm)].flatMap(([, words = ""]) =>
    words.replace(/--.*/, "").trim().split(" "),
  );
  const wanted = named.filter((name) => name !== "");
  expect(wanted.length).toBeGreaterThan(1);
  expect(wanted.filter((name) => !documents.some((one) => one.name.startsWith(name)))).toEqual([]);
});

test("the documents that are benchmarks are in the list", () => {
  expect(documentNamed("octokit/api.github.com").path).toMatch(/api\.github\.com\.json$/);
  expect(documentNamed("here.com/tracking").path).toMatch(/tracking\.json$/);
  expect(() => documentNamed("here.com/trcking")).toThrow('No document is called "here.com/trcking".');
});

test("every document has a name of its own, and every defect is explained in a sentence", () => {
  expect(new Set(documents.map(({ name }) => name)).size).toBe(documents.length);
  for (const { because } of documents.flatMap(({ defects }) => defects))
    expect(because).toMatch(/.{20,}\.$/s);
});
