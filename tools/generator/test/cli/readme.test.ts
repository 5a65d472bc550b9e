import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, generate, scratchWorkspace } from "./workspace.ts";

const README = `# Ours

Prose that a person wrapped
where it stands.

<!-- providers: made by \`pnpm generate\` -->

<!-- /providers -->

More prose.
`;

function workspaceWithReadme(...providers: ("museum" | "vault")[]): string {
  const root = scratchWorkspace(...providers);
  writeFileSync(join(root, "README.md"), README);
  return root;
}

function readme(root: string): string {
  return readFileSync(join(root, "README.md"), "utf8");
}

test("the README lists the packages, formatted, and the rest of it stays", () => {
  const root = workspaceWithReadme("museum", "vault");
  expect(generate(root).stdout).toMatch(/README\.md +written/);
  expect(readme(root)).toBe(
    README.replace(
      "\n\n<!-- /",
      `

| API       | package                               | operations                                | document                         |
| --------- | ------------------------------------- | ----------------------------------------- | -------------------------------- |
| Museum    | [\`@keysmith/museum\`](packages/museum) | [5](packages/museum/README.md#operations) | [museum.yaml](specs/museum.yaml) |
| Vault API | [\`@keysmith/vault\`](packages/vault)   | [4](packages/vault/README.md#operations)  | [vault.yaml](specs/vault.yaml)   |

<!-- /`,
    ),
  );
  expect(generate(root).stdout).not.toContain("README");
});

test("--check finds an edited list, --readme alone makes it again", () => {
  const root = workspaceWithReadme("vault");
  generate(root);
  const written = readme(root);
  expect(generate(root, "--readme", "--check")).toMatchObject({ code: 0, stdout: "" });
  writeFileSync(join(root, "README.md"), written.replace("| Vault ", "| Safe "));
  for (const args of [["--check"], ["--readme", "--check"], ["vault", "--check"]]) {
    const run = generate(root, ...args);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/README\.md +stale/);
  }
  expect(generate(root, "--readme").stdout).toMatch(/^README\.md +written[^\n]*\n$/);
  expect(readme(root)).toBe(written);
});

test("a run of one package keeps the rows of the others; a package's own script leaves the README alone", () => {
  const root = workspaceWithReadme("museum", "vault");
  generate(root, "museum");
  const one = readme(root);
  expect(one).toContain("museum.yaml");
  expect(one).not.toContain("vault.yaml");
  generate(root, "vault");
  expect(readme(root)).toContain("museum.yaml");
  writeFileSync(join(root, "README.md"), README);
  expect(generate(join(root, "packages/vault"), "vault").stdout).toMatch(/^vault +unchanged/);
  expect(readme(root)).toBe(README);
});

test("a title is shown as it is, whatever it means in Markdown", () => {
  const root = workspaceWithReadme("vault");
  const spec = join(root, "specs/vault.yaml");
  writeFileSync(spec, readFileSync(spec, "utf8").replace(/title: .*/, 'title: "[a](b) | *c*"'));
  generate(root);
  expect(readme(root)).toContain(String.raw`| \[a\](b) \| \*c\* |`);
});

test("removing a provider leaves nothing behind: every file is as it was before it came", () => {
  const root = workspaceWithReadme("vault");
  mkdirSync(join(root, ".changeset"));
  writeFileSync(join(root, ".changeset/README.md"), "@keysmith/acme: not a changeset\n");
  writeFileSync(join(root, ".changeset/both.md"), '---\n"@keysmith/vault": patch\n---\n\nAbout acme.\n');
  generate(root);
  const before = filesBelow(root);

  cpSync(join(root, "specs/vault.yaml"), join(root, "specs/acme.yaml"));
  expect(generate(root, "acme").stdout).toMatch(/^acme +written/);
  writeFileSync(join(root, "packages/acme/test/rotation.test.ts"), "// by hand\n");
  writeFileSync(join(root, ".changeset/spec-acme-12ab.md"), "---\n'@keysmith/acme': minor\n---\n\nNew.\n");
  writeFileSync(
    join(root, ".changeset/both.md"),
    '---\n"@keysmith/acme": minor\n"@keysmith/vault": patch\n---\n\nAbout acme.\n',
  );
  expect(readme(root)).toContain("acme.yaml");

  rmSync(join(root, "specs/acme.yaml"));
  const check = generate(root, "--check");
  expect(check.code).toBe(1);
  expect(check.stdout).toContain("spec-acme-12ab.md, which releases it");
  expect(generate(root).stdout).toMatch(/acme +removed/);
  expect(filesBelow(root)).toEqual(before);
});

test("where a lockfile lists packages, what it takes to change it is said", () => {
  const root = workspaceWithReadme("vault");
  writeFileSync(join(root, "pnpm-lock.yaml"), "");
  writeFileSync(join(root, "package.json"), '{ "packageManager": "pnpm@12.21.0" }\n');
  const first = generate(root);
  expect(first.stdout).toContain("New: vault.");
  expect(first.stdout).toContain("\n  npx --yes pnpm@12.21.0 install --no-frozen-lockfile\n");
  expect(first.stdout).toContain("\n  npx --yes pnpm@12.21.0 contract vault --update\n");
  expect(generate(root).stdout).not.toContain("install");
  rmSync(join(root, "specs/vault.yaml"));
  const last = generate(root);
  expect(last.stdout).toContain("Gone: vault.");
  expect(last.stdout).toContain("\n  npx --yes pnpm@12.21.0 install --no-frozen-lockfile\n");
  expect(readme(root)).toContain("There is none yet.");
});

test.each([
  { args: ["vault", "--readme"], says: "leave out vault" },
  { args: ["--readme", "--spec", "a.yaml", "--out", "b"], says: "--readme is of the workspace" },
])("$args exits 2 and says why", ({ args, says }) => {
  const run = generate(workspaceWithReadme("vault"), ...args);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(says);
});
