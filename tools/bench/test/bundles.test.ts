import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type BundleSizes, measurePackage, providers } from "../src/bundles.ts";

/** What an application pays for, minified and gzip, in bytes. Raise a budget only for something that is worth it. */
const budgets = { one: 9_600, paging: 1_200, further: 300 };

const ROOT = resolve(import.meta.dirname, "../../..");
const [first = ""] = providers();

/** A package compiled as for npm, in a folder of its own: nothing here depends on a provider, so nobody builds one for it. */
function compiled(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-bench-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = join(ROOT, "packages", name);
  for (const part of ["src", "node_modules"]) symlinkSync(join(source, part), join(folder, part));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const args = ["--project", join(source, "tsconfig.build.json"), "--outDir", join(folder, "dist")];
  execFileSync(process.execPath, [tsc, ...args]);
  return folder;
}

// Sources need no build, whatever packages there are.
test.each(providers())("%s stays within the budgets", async (name) => {
  expect(excesses(await measurePackage(name, "src/index.ts"))).toEqual([]);
});

test("so does what the compiler makes of it, which has to leave the marks of pure calls alone", async () => {
  expect(excesses(await measurePackage(first, "dist/index.js", compiled(first)))).toEqual([]);
});

test("the measure is of something, and shows what all operations and openapi-fetch weigh", async () => {
  const sizes = await measurePackage(first, "src/index.ts");
  expect(sizes.operations).toBeGreaterThan(1);
  expect(sizes.one).toBeGreaterThan(5_000);
  expect(sizes.paging ?? Infinity).toBeGreaterThan(100);
  expect(sizes.further ?? Infinity).toBeGreaterThan(5);
  expect(excesses({ ...sizes, one: sizes.all })).toEqual([
    `one operation: ${sizes.all}, at most ${budgets.one}`,
  ]);
});

function excesses({ one, paging = 0, further = 0 }: BundleSizes): readonly string[] {
  return [
    ...(one > budgets.one ? [`one operation: ${one}, at most ${budgets.one}`] : []),
    ...(paging > budgets.paging ? [`paging: ${paging}, at most ${budgets.paging}`] : []),
    ...(further > budgets.further
      ? [`each further operation: ${Math.round(further)}, at most ${budgets.further}`]
      : []),
  ];
}
