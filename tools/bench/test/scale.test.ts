import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { synthetic } from "../src/growth.ts";
import { checkProject } from "../src/scale/check.ts";
import { measureUse, type Scale } from "../src/scale.ts";

const folder = mkdtempSync(join(tmpdir(), "keysmith-scale-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function useOf(operations: number): Promise<Scale> {
  const file = join(folder, `${operations}.json`);
  writeFileSync(file, JSON.stringify(synthetic(operations)));
  return measureUse(file, folder, 10, 1);
}

test("programs compile, complete and hover, and cost no more when the document is larger", async () => {
  const [small, large] = [await useOf(20), await useOf(60)];
  expect([small.operations, large.operations]).toEqual([20, 60]);
  expect(large.bundle).toBeGreaterThan(5_000);
  expect(large.bundle).toBeLessThan(10_000);
  expect(large.programs.map(({ name, shown }) => [name, shown])).toEqual([
    ["operation functions", "const hovered: Thing0"],
    ["operation methods", "const hovered: Thing0"],
    ["openapi-fetch by path", expect.stringMatching(/^const hovered: /)],
  ]);
  const [functions, methods, byPath] = [small, large]
    .map(({ programs }) => programs.map(({ instantiations }) => instantiations))
    .reduce((before, after) => after.map((count, index) => count - (before[index] ?? 0)));
  expect([functions, methods]).toEqual([0, 0]);
  // The measure is of something: types by path do grow.
  expect(byPath).toBeGreaterThan(0);
}, 240_000);

test("a program with a mistake has no figures", async () => {
  const config = join(folder, "tsconfig.json");
  writeFileSync(join(folder, "wrong.ts"), 'export const one: number = "1";');
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { noEmit: true, types: [] }, files: ["wrong.ts"] }),
  );
  await expect(checkProject(config, 1)).rejects.toThrow(/wrong\.ts\(1,14\): error TS2322/);
});
