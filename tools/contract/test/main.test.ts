import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findWorkspace } from "@keysmith/generator";
import { expect, test } from "vitest";

function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  return spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
}

test("a name that is no package, or another option, ends with 2 and says what there is", () => {
  const { status, stderr } = run("nobody", "--upate");
  const names = [...(findWorkspace(import.meta.dirname)?.packages.keys() ?? [])].join(", ");
  expect(stderr).toBe(
    `Unknown: nobody, --upate. Expected names of packages (${names}) and --update; --help says more.\n`,
  );
  expect(status).toBe(2);
});

test("--help says how it is used", () => {
  expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("--update"), stderr: "" });
});
