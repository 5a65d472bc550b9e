import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

/** The life of a provider: what `new-provider` writes is a package that passes everything, and goes without a trace. */

const ROOT = resolve(import.meta.dirname, "../../..");
const CONTRACT = resolve(import.meta.dirname, "..");
const README =
  "# Ours\n\n<!-- providers: made by `pnpm generate` -->\n\nThere is none yet.\n\n<!-- /providers -->\n";

/** A workspace without providers, with the tools of this one. */
async function emptyWorkspace(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "keysmith-life-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const folder of ["specs", "packages", "tools", ".changeset", "node_modules/@keysmith"])
    await mkdir(join(root, folder), { recursive: true });
  for (const file of ["package.json", "pnpm-workspace.yaml"]) await cp(join(ROOT, file), join(root, file));
  await writeFile(join(root, "README.md"), README);
  for (const folder of ["config", "generator"])
    await symlink(join(ROOT, "tools", folder), join(root, "tools", folder));
  const modules = join(root, "node_modules");
  for (const name of ["config", "generator", "mock", "runtime"])
    await symlink(join(CONTRACT, "node_modules/@keysmith", name), join(modules, "@keysmith", name));
  await symlink(CONTRACT, join(modules, "@keysmith/contract"));
  for (const name of ["@types", "typescript", "vitest"])
    await symlink(join(CONTRACT, "node_modules", name), join(modules, name));
  return root;
}

/** Runs a program of Node.js; a failure is thrown with what it printed. */
async function run(cwd: string, program: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { cwd });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = Object(error) as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
}

/** Every file below a folder with its text, but for what links lead to and what the test runner keeps in a cache. */
async function filesBelow(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules.\.vite/.test(file));
  const texts = files
    .toSorted()
    .map(async (file) => [relative(folder, file), await readFile(file, "utf8")] as const);
  return new Map(await Promise.all(texts));
}

test("a new provider passes the linters, the compiler and the contract in full, and is removed without a trace", async () => {
  const root = await emptyWorkspace();
  const before = await filesBelow(root);
  const generator = join(ROOT, "tools/generator/src");
  const [tsc, vitest, oxlint, oxfmt, redocly] = [
    join(root, "node_modules/typescript/bin/tsc"),
    join(root, "node_modules/vitest/vitest.mjs"),
    join(ROOT, "node_modules/oxlint/bin/oxlint"),
    join(ROOT, "node_modules/oxfmt/bin/oxfmt"),
    join(ROOT, "node_modules/@redocly/cli/bin/cli.js"),
  ];
  const folder = join(root, "packages/acme");
  const config = join(ROOT, "tools/config");

  await run(root, join(generator, "new-provider/main.ts"), "acme", "--auth", "basic");
  await run(root, redocly, "lint", "--config", join(config, "redocly.yaml"), "specs/acme.yaml");
  await run(root, oxfmt, "--config", join(config, "oxfmt.json"), "--check", "specs");
  await run(root, join(generator, "main.ts"), "acme");
  await run(folder, oxlint, "--config", join(config, "oxlint.json"), ".");
  await run(folder, oxfmt, "--config", join(config, "oxfmt.json"), "--check", ".");
  await run(folder, tsc, "--project", "tsconfig.build.json");
  await run(folder, tsc, "--noEmit");
  await run(folder, vitest, "run", "--config", join(config, "vitest.config.ts"), "--update");

  const report = await readFile(join(folder, "docs/contract.md"), "utf8");
  expect(/(\d+) of (\d+) cells are checked/.exec(report)?.slice(1)).toEqual(["125", "125"]);
  expect(report).toMatch(/Of \d+ such mutants \d+ turn a cell red: 100\.0 %/);
  expect(await readFile(join(root, "README.md"), "utf8")).toContain("@keysmith/acme");

  await writeFile(join(root, ".changeset/spec-acme-12ab.md"), '---\n"@keysmith/acme": minor\n---\n\nNew.\n');
  await rm(join(root, "specs/acme.yaml"));
  await run(root, join(generator, "main.ts"));
  expect(await filesBelow(root)).toEqual(before);
}, 120_000);
