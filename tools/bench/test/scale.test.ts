import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { synthetic } from "../src/growth.ts";
import { checkProject } from "../src/scale/check.ts";
import { measureUse } from "../src/scale.ts";

const folder = mkdtempSync(join(tmpdir(), "keysmith-scale-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a synthetic document makes a package whose programs compile, complete and hover", async () => {
  const file = join(folder, "synthetic.json");
  writeFileSync(file, JSON.stringify(synthetic(20)));
  const { operations, bundle, programs } = await measureUse(file, folder, 10, 1);
  expect(operations).toBe(20);
  expect(bundle).toBeGreaterThan(5_000);
  expect(bundle).toBeLessThan(10_000);
  expect(programs.map(({ name, shown }) => [name, shown])).toEqual([
    ["operation functions", "const hovered: Thing0"],
    ["operation methods", "const hovered: Thing0"],
    ["openapi-fetch by path", expect.stringMatching(/^const hovered: /)],
  ]);
  for (const { checkSeconds, totalSeconds, instantiations } of programs) {
    expect(totalSeconds).toBeGreaterThanOrEqual(checkSeconds);
    expect(instantiations).toBeGreaterThan(10);
  }
}, 120_000);

test("a program with a mistake has no figures", async () => {
  const config = join(folder, "tsconfig.json");
  writeFileSync(join(folder, "wrong.ts"), 'export const one: number = "1";');
  writeFileSync(config, JSON.stringify({ compilerOptions: { noEmit: true, types: [] }, files: ["wrong.ts"] }));
  await expect(checkProject(config, 1)).rejects.toThrow(/wrong\.ts\(1,14\): error TS2322/);
});
