import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createProvider } from "../../src/new-provider/create.ts";
import { UsageError } from "../../src/order.ts";
import { Refusal } from "../../src/workspace/refusal.ts";
import { generate, newProvider, scratchFolder, scratchWorkspace } from "./workspace.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");

/** What the linter of `specs` says of these documents. */
function lint(files: readonly string[]): { code: number | null; said: string } {
  const redocly = join(ROOT, "node_modules/@redocly/cli/bin/cli.js");
  const args = [redocly, "lint", "--config", join(ROOT, "tools/config/redocly.yaml"), ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

const AUTH = {
  bearer: "bearer",
  basic: "basic",
  header: "header:X-API-Key",
  query: "query:api_key",
  cookie: "cookie:session",
  oauth2: "oauth2:https://login.acme.dev/token",
};

test("whatever is wished for, the document passes the linter and the generator without a word", () => {
  const root = scratchWorkspace();
  for (const [name, auth] of Object.entries(AUTH))
    expect(newProvider(root, `my-${name}`, "--auth", auth)).toMatchObject({ code: 0, stderr: "" });
  const given = ["--title", "Key's: the #1 API", "--server", "https://api.keys.dev/v1/"];
  expect(newProvider(root, "keys", ...given)).toMatchObject({ code: 0, stderr: "" });

  const specs = readdirSync(join(root, "specs")).map((file) => join(root, "specs", file));
  expect(specs).toHaveLength(7);
  const linted = lint(specs);
  expect(linted.said).not.toMatch(/warning|error/i);
  expect(linted.code).toBe(0);
  const run = generate(root);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout.match(/written/g)).toHaveLength(7);

  const keys = readFileSync(join(root, "specs/keys.yaml"), "utf8");
  expect(keys).toContain("url: https://api.keys.dev/v1\n");
  expect(keys).toContain(`title: "Key's: the #1 API"\n`);
  const manifest = JSON.parse(readFileSync(join(root, "packages/keys/package.json"), "utf8")) as object;
  expect(manifest).toMatchObject({ keysmith: { title: "Key's: the #1 API", operations: 4 } });
  const client = readFileSync(join(root, "packages/my-oauth2/src/fetch-client.ts"), "utf8");
  expect(client).toContain("MY_OAUTH2_TOKEN");
});

test("the document shows every thing that is looked up otherwise", () => {
  const { stdout } = newProvider(scratchWorkspace(), "acme", "--dry-run");
  for (const word of ["x-pagination", "x-mock-resource", "x-sensitive", "x-env: ACME_API_KEY", "# FILL IN"])
    expect(stdout).toContain(word);
  for (const action of ["list", "create", "read", "delete"]) expect(stdout).toContain(`action: ${action}`);
  for (const status of [200, 201, 204, 401, 404, 409, 422, 429]) expect(stdout).toContain(`"${status}":`);
});

test("it says what comes next, in commands that run where only npm is", () => {
  const root = scratchWorkspace();
  writeFileSync(join(root, "package.json"), '{ "packageManager": "pnpm@12.21.0+sha512.abc" }\n');
  const { stdout } = newProvider(root, "acme");
  expect(stdout).toMatch(/^specs\/acme\.yaml written\./);
  expect(stdout).toContain("  npx --yes pnpm@12.21.0 generate acme ");
  expect(stdout).toContain("  npx --yes pnpm@12.21.0 install --no-frozen-lockfile ");
});

test("--dry-run prints the document and writes nothing", () => {
  const root = scratchWorkspace();
  expect(newProvider(root, "acme", "--dry-run").stdout).toMatch(/^# FILL IN.*\nopenapi: 3\.1\.1\n/s);
  expect(readdirSync(join(root, "specs"))).toEqual([]);
});

test.each([
  { name: "", wanted: {}, says: "cannot be a provider's name" },
  { name: "Acme Cloud!", wanted: {}, says: "Did you mean acme-cloud?" },
  { name: "../acme", wanted: {}, says: "cannot be a provider's name" },
  { name: "1acme", wanted: {}, says: "beginning with a letter" },
  { name: "acme_cloud", wanted: {}, says: "Did you mean acme-cloud?" },
  { name: "a".repeat(65), wanted: {}, says: "64 characters" },
  { name: "acme", wanted: { title: "two\nlines" }, says: "--title: expected words on one line" },
  { name: "acme", wanted: { server: "api.acme.dev" }, says: "it is no URL" },
  { name: "acme", wanted: { server: "http://api.acme.dev" }, says: "https: only" },
  { name: "acme", wanted: { server: "https://api.example.com" }, says: "nobody's API" },
  { name: "acme", wanted: { server: "https://{region}.acme.dev" }, says: "write them into the document" },
  { name: "acme", wanted: { server: "https://a:b@acme.dev" }, says: "no place for a password" },
  { name: "acme", wanted: { server: "https://acme.dev/?v=1" }, says: "ends before ?" },
  { name: "acme", wanted: { auth: "token" }, says: "which is none of these" },
  { name: "acme", wanted: { auth: "header" }, says: "does not name the header" },
  { name: "acme", wanted: { auth: "header:X Key" }, says: "no header has such a name" },
  { name: "acme", wanted: { auth: "oauth2" }, says: "without the https: address" },
])("$name with $wanted is refused as wrong use, and nothing is written", async ({ name, wanted, says }) => {
  const root = scratchWorkspace();
  const created = createProvider({ name, wanted: { auth: "bearer", ...wanted }, dryRun: false, from: root });
  await expect(created).rejects.toThrow(UsageError);
  await expect(created).rejects.toThrow(says);
  expect(readdirSync(join(root, "specs"))).toEqual([]);
});

test.each([
  { args: [], code: 2, says: "missing required argument" },
  { args: ["acme", "other"], code: 2, says: "too many arguments" },
  { args: ["acme", "--nope"], code: 2, says: "unknown option" },
  { args: ["Acme"], code: 2, says: "Did you mean acme?" },
  { args: ["vault"], code: 1, says: "There is a provider vault already" },
])("$args ends with $code, and says why", ({ args, code, says }) => {
  const run = newProvider(scratchWorkspace("vault"), ...args);
  expect(run).toMatchObject({ code, stdout: "" });
  expect(run.stderr).toContain(says);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test.each([
  { name: "vault", says: "There is a provider vault already: specs/vault.yaml." },
  { name: "gone", says: "`pnpm generate` removes it" },
  { name: "runtime", says: "@keysmith/runtime is the name of packages/runtime." },
  { name: "verify", says: "@keysmith/verify is the name of tools/checker." },
  { name: "notes", says: "packages/notes is there already" },
  { name: "map", says: "createMapApi" },
  { name: "client", says: "createClientApi" },
  { name: "con", says: "Windows" },
])("the name $name is refused, and nothing is written", async ({ name, says }) => {
  const root = scratchWorkspace("vault");
  const manifests = {
    "packages/gone": { name: "@keysmith/gone", keysmith: { spec: "specs/gone.yaml" } },
    "packages/runtime": { name: "@keysmith/runtime" },
    "packages/notes": {},
    "tools/checker": { name: "@keysmith/verify" },
  };
  for (const [folder, manifest] of Object.entries(manifests)) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, "package.json"), JSON.stringify(manifest));
  }
  const created = createProvider({ name, wanted: { auth: "bearer" }, dryRun: false, from: root });
  await expect(created).rejects.toThrow(Refusal);
  await expect(created).rejects.toThrow(says);
  await expect(created).rejects.toThrow("nothing was written");
  expect(readdirSync(join(root, "specs"))).toEqual(["vault.yaml"]);
});

test("outside of a workspace it says what is missing", () => {
  const folder = scratchFolder();
  const run = newProvider(folder, "acme");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("pnpm-workspace.yaml");
  expect(existsSync(join(folder, "specs"))).toBe(false);
});

test("--help describes every option and exits 0", () => {
  const run = newProvider(scratchFolder(), "--help");
  expect(run.code).toBe(0);
  for (const option of ["--title", "--server", "--auth", "--dry-run", "Exit codes"])
    expect(run.stdout).toContain(option);
});
