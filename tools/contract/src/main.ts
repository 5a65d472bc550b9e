import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findWorkspace } from "@keysmith/generator";

const HELP = `Usage: contract [options] [provider...]

Proves packages against their documents, cell by cell, and the suite itself by mutants.

Arguments:
  provider      names of packages (default: all)

Options:
  -u, --update  write what is proven into docs/contract.md, unless it is less than before
  -h, --help    display help for command

Exit codes: 1 when a cell is red, a report differs or a package is not what its document makes; 2 for wrong use.
`;

/** `pnpm contract [provider…] [--update]`: runs the contract suite of these packages, or of all. */
const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith("-"));
const names = given.filter((argument) => !argument.startsWith("-"));
const packages = findWorkspace(import.meta.dirname)?.packages ?? new Map<string, string>();
const unknown = names.filter((name) => !packages.has(name));
const wrong = options.filter((option) => option !== "--update" && option !== "-u");

if (given.includes("--help") || given.includes("-h")) {
  process.stdout.write(HELP);
} else if (unknown.length > 0 || wrong.length > 0) {
  process.stderr.write(
    `Unknown: ${[...unknown, ...wrong].join(", ")}. Expected names of packages (${[...packages.keys()].join(", ")}) and --update; --help says more.\n`,
  );
  process.exitCode = 2;
} else {
  const failed = [...packages].filter(([name, folder]) => {
    if (names.length > 0 && !names.includes(name)) return false;
    const passed = run(folder);
    if (passed) process.stdout.write(`${tableOf(folder)}\n`);
    return !passed;
  });
  const stale = isStale();
  process.exitCode = failed.length > 0 || stale ? 1 : 0;
}

/** The suite reads the copy of the document in the package; a change in `specs/` alone has proven nothing. */
function isStale(): boolean {
  const generator = fileURLToPath(new URL("../../generator/src/main.ts", import.meta.url));
  const checked = spawnSync(process.execPath, [generator, ...names, "--check"], { encoding: "utf8" });
  if (checked.status === 0) return false;
  process.stderr.write(
    `\n${checked.stdout}${checked.stderr}Proven is the package as it stands, not the document in specs/: run \`pnpm generate\`, then this again.\n`,
  );
  return true;
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
  const mutants = /Of \d+ such mutants.*/.exec(report.join("\n"))?.[0] ?? "";
  return [...report.slice(header, report.indexOf("", header)), "", mutants.replace("such ", "")].join("\n");
}
