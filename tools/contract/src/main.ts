import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findWorkspace } from "@keysmith/generator";

/**
 * `pnpm contract [provider…] [--update]`: runs the contract suite of these packages, or of all; `--update` writes what it
 * found into their `docs/contract.md`. Exit code 1 when a cell is red or a report differs, 2 for an unknown name.
 */
const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith("-"));
const names = given.filter((argument) => !argument.startsWith("-"));
const packages = findWorkspace(import.meta.dirname)?.packages ?? new Map<string, string>();
const unknown = names.filter((name) => !packages.has(name));
const wrong = options.filter((option) => option !== "--update" && option !== "-u");

if (unknown.length > 0 || wrong.length > 0) {
  process.stderr.write(
    `Unknown: ${[...unknown, ...wrong].join(", ")}. Expected names of packages (${[...packages.keys()].join(", ")}) and --update.\n`,
  );
  process.exitCode = 2;
} else {
  const failed = [...packages].filter(([name, folder]) => {
    if (names.length > 0 && !names.includes(name)) return false;
    const passed = run(folder);
    if (passed) process.stdout.write(`${tableOf(folder)}\n`);
    return !passed;
  });
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function run(folder: string): boolean {
  const vitest = join(fileURLToPath(import.meta.resolve("vitest/package.json")), "../vitest.mjs");
  const config = fileURLToPath(import.meta.resolve("@keysmith/config/vitest.config.ts"));
  const args = ["run", "--config", config, "test/contract.test.ts", "--reporter", "dot"];
  const update = options.length > 0 ? ["--update"] : [];
  return (
    spawnSync(process.execPath, [vitest, ...args, ...update], { cwd: folder, stdio: "inherit" }).status === 0
  );
}

/** What the run has just found: the report says nothing else, or it would have failed. */
function tableOf(folder: string): string {
  const report = readFileSync(join(folder, "docs/contract.md"), "utf8").split("\n");
  const header = report.findIndex((line) => line.startsWith("| Operation"));
  return report.slice(header, report.indexOf("", header)).join("\n");
}
