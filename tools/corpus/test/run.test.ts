import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Result } from "../src/result.ts";
import { run } from "../src/run.ts";

const PETSTORE = resolve(import.meta.dirname, "../../generator/test/fixtures/standalone/petstore.json");
const folder = mkdtempSync(join(tmpdir(), "keysmith-corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));

function runFile(file: string): Promise<Result> {
  const from = { name: "pets", version: "1.0.0" };
  return run(
    { name: "Pets of @somebody", from, path: "pets.json", defects: [] },
    file,
    join(folder, "output"),
  );
}

test("a document goes through all stages", { timeout: 120_000 }, async () => {
  const result = await runFile(PETSTORE);
  expect(result.failures).toEqual([]);
  expect(result.done).toEqual(["generate", "tsc 5.9", "tsc 7", "import", "call"]);
  expect(result).toMatchObject({ version: "3.0.3", operations: 8 });
  expect(result.calls).toBeGreaterThanOrEqual(8);
  expect(result.peakMb).toBeGreaterThan(10);
});

test("a refusal is told by the places of its problems", { timeout: 60_000 }, async () => {
  const file = join(folder, "broken.json");
  writeFileSync(file, JSON.stringify({ openapi: "3.1.0", info: { title: "Pets" }, paths: { pets: {} } }));
  const result = await runFile(file);
  expect(result.done).toEqual([]);
  expect(result.failures.map(({ pointer }) => pointer)).toContain("#/info");
  expect(result.failures.every(({ stage }) => stage === "generate")).toBe(true);
});
