import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, generate, scratchWorkspace } from "./workspace.ts";

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
  writeFileSync(file, text.replace(from, to));
}

test("the first run writes, the second finds everything unchanged and every byte the same", () => {
  const root = scratchWorkspace("museum", "vault");
  const first = generate(root);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/^museum +written .* ms\nvault +written .* ms\n$/);
  const written = filesBelow(join(root, "packages"));
  const second = generate(root);
  expect(second.stdout).toMatch(/^museum +unchanged .* ms\nvault +unchanged .* ms\n$/);
  expect(filesBelow(join(root, "packages"))).toEqual(written);
});

test("without what the last run remembered the bytes are the same still", () => {
  const root = scratchWorkspace("vault");
  generate(root);
  const written = filesBelow(join(root, "packages"));
  rmSync(join(root, "node_modules"), { recursive: true });
  expect(generate(root).stdout).toMatch(/^vault +unchanged/);
  expect(filesBelow(join(root, "packages"))).toEqual(written);
});

test("a generated file that was edited or deleted is made again", () => {
  const root = scratchWorkspace("vault");
  generate(root);
  const written = filesBelow(join(root, "packages"));
  appendFileSync(join(root, "packages/vault/src/client.ts"), "// mine\n");
  rmSync(join(root, "packages/vault/README.md"));
  expect(generate(root).stdout).toMatch(/^vault +written +2 files/);
  expect(filesBelow(join(root, "packages"))).toEqual(written);
});

test("--check names the stale package and its files only, and writes nothing", () => {
  const root = scratchWorkspace("museum", "vault");
  generate(root);
  const written = filesBelow(join(root, "packages"));
  expect(generate(root, "--check").code).toBe(0);
  edit(join(root, "specs/vault.yaml"), "Make a key", "Make one key");
  const run = generate(root, "--check");
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/museum +unchanged/);
  expect(run.stdout).toMatch(/vault +stale/);
  expect(run.stdout).toContain("openapi.yaml");
  expect(run.stdout).toContain("Generate without --check");
  expect(filesBelow(join(root, "packages"))).toEqual(written);
});

test("a copied document makes a new package, and removing it leaves nothing behind", () => {
  const root = scratchWorkspace("vault");
  generate(root);
  const before = filesBelow(join(root, "packages"));
  cpSync(join(root, "specs/vault.yaml"), join(root, "specs/acme.yaml"));
  expect(generate(root).stdout).toMatch(/^acme +written/);
  expect(readFileSync(join(root, "packages/acme/src/index.ts"), "utf8")).toContain("createAcme");
  rmSync(join(root, "specs/acme.yaml"));
  expect(generate(root, "--check")).toMatchObject({ code: 1 });
  expect(generate(root).stdout).toMatch(/acme +removed/);
  expect(existsSync(join(root, "packages/acme"))).toBe(false);
  expect(filesBelow(join(root, "packages"))).toEqual(before);
});

test("a package with hand-written files is not removed with its document", () => {
  const root = scratchWorkspace("vault");
  generate(root);
  mkdirSync(join(root, "packages/vault/src/lib"));
  writeFileSync(join(root, "packages/vault/src/lib/rotate.ts"), "export {};\n");
  rmSync(join(root, "specs/vault.yaml"));
  const run = generate(root);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("src/lib");
  expect(existsSync(join(root, "packages/vault/src/lib/rotate.ts"))).toBe(true);
});

test("hand-written files in a package stay, stale generated ones go", () => {
  const root = scratchWorkspace("vault");
  generate(root);
  const folder = join(root, "packages/vault");
  mkdirSync(join(folder, "src/lib"));
  writeFileSync(join(folder, "src/lib/rotate.ts"), "export {};\n");
  writeFileSync(join(folder, "CHANGELOG.md"), "# mine\n");
  const mark = readFileSync(join(folder, "src/client.ts"), "utf8").split("\n", 1)[0] ?? "";
  writeFileSync(join(folder, "src/old.ts"), `${mark}\nexport {};\n`);
  appendFileSync(join(root, "specs/vault.yaml"), "# a comment\n");
  generate(root);
  expect(existsSync(join(folder, "src/old.ts"))).toBe(false);
  expect(existsSync(join(folder, "src/lib/rotate.ts"))).toBe(true);
  expect(existsSync(join(folder, "CHANGELOG.md"))).toBe(true);
});

test("the version in package.json belongs to changesets and is kept", () => {
  const root = scratchWorkspace("vault");
  generate(root);
  const manifest = join(root, "packages/vault/package.json");
  edit(manifest, '"version": "0.1.0"', '"version": "3.2.1"');
  expect(generate(root).stdout).toMatch(/unchanged/);
  expect(readFileSync(manifest, "utf8")).toContain('"version": "3.2.1"');
});

test("one refused document and nothing at all is written", () => {
  const root = scratchWorkspace("museum", "vault");
  edit(join(root, "specs/vault.yaml"), "operationId: listKeys", "operationId: makeKey");
  const run = generate(root);
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/specs\/vault\.yaml:\d+:\d+ {2}#\/paths\/.* {2}.*makeKey/);
  expect(run.stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(root, "packages"))).toBe(false);
});

test("a document named like a hand-written package is refused", () => {
  const root = scratchWorkspace("vault");
  mkdirSync(join(root, "packages/vault"), { recursive: true });
  writeFileSync(join(root, "packages/vault/package.json"), '{ "name": "mine" }\n');
  const run = generate(root);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("packages/vault holds files that the generator did not make");
  expect(filesBelow(join(root, "packages")).size).toBe(1);
});

test("a file name that is no package name is refused", () => {
  const root = scratchWorkspace("vault");
  cpSync(join(root, "specs/vault.yaml"), join(root, "specs/My Api.yaml"));
  const run = generate(root);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('found "My Api"');
});

test.each(["acme.json", "acme.yml"])(
  "a document named %s is refused, with the name it should have",
  (file) => {
    const root = scratchWorkspace("vault");
    writeFileSync(join(root, "specs", file), "{}\n");
    const run = generate(root);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain(`specs/${file}: rename it to acme.yaml`);
  },
);
