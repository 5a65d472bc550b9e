import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { checkProject } from "../src/checker.ts";

const TYPESCRIPT = fileURLToPath(import.meta.resolve("typescript"));
const LIMITS = { seconds: 60, heapMb: 1024 };

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function project(text: string, options: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-check-"));
  folders.push(folder);
  writeFileSync(join(folder, "usage.ts"), text);
  const config = join(folder, "tsconfig.json");
  const compilerOptions = { strict: true, noEmit: true, lib: ["ES2023"], types: [], ...options };
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ["usage.ts"] }));
  return config;
}

const check = (config: string, limits = LIMITS): Promise<readonly string[]> =>
  checkProject(config, [TYPESCRIPT], limits);

test("mistakes are told with their places, and are gone from the next project", async () => {
  expect(await check(project('\nexport const one: number = "1";'))).toEqual([
    expect.stringMatching(/usage\.ts\(2,14\): error TS2322: /),
  ]);
  expect(await check(project("export const one: number = 1;"))).toEqual([]);
  expect(await check(project("export const = 1;"))).toContainEqual(expect.stringMatching(/error TS1/));
});

test("a mistake in the settings of a project is told", async () => {
  expect(await check(project("export {};", { target: "ES1066" }))).toContainEqual(
    expect.stringMatching(/error TS6046/),
  );
});

test("a compiler that takes too long is ended, and the next project has another one", async () => {
  expect(await check(project("export {};"), { ...LIMITS, seconds: 0 })).toEqual([
    "ended by SIGKILL (limits: 0 s, 1024 MB)",
  ]);
  expect(await check(project("export {};"))).toEqual([]);
});
