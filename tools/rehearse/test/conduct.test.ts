import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { useFolder } from "./folder.ts";

// A busy machine is slow to start what each of them starts.
vi.setConfig({ testTimeout: 120_000 });

const folder = useFolder();
const modules = resolve(import.meta.dirname, "../../../node_modules");

let repository: string;
let temporary: string;

beforeEach(() => {
  repository = join(folder(), "repository");
  temporary = join(folder(), "temporary");
  for (const one of [repository, temporary]) mkdirSync(one);
});

/** A repository whose installation runs a script; nothing in it has a dependency. */
function commit(script: string): void {
  const files = {
    "package.json": JSON.stringify({
      name: "pets",
      private: true,
      scripts: { postinstall: "node script.js" },
    }),
    "pnpm-lock.yaml": "lockfileVersion: '9.0'\nimporters:\n  .: {}\n",
    "script.js": script,
    ".gitignore": "node_modules\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(repository, name), text);
  symlinkSync(modules, join(repository, "node_modules"));
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=Test", "-c", "user.email=test@localhost", "commit", "--quiet", "--message", "Begin");
}

const git = (...args: readonly string[]): string =>
  execFileSync("git", args, { cwd: repository, encoding: "utf8" });

function rehearse(...flags: readonly string[]): { child: ChildProcess; output: () => string } {
  const program = join(import.meta.dirname, "conduct-child.ts");
  const child = spawn(process.execPath, [program, repository, ...flags], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
  return { child, output: () => output };
}

/** Commands of the processes that were given our folder of temporary files, which every command of a rehearsal is. */
function processes(): readonly string[] {
  const { stdout } = spawnSync("ps", ["axeww", "-o", "command="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(temporary));
}

/** What pnpm has noted of projects in our folder. */
function notes(): readonly string[] {
  const store = execFileSync("pnpm", ["store", "path"], { cwd: repository, encoding: "utf8" }).trim();
  return readdirSync(join(store, "projects"))
    .map((name) => join(store, "projects", name))
    .filter((note) => linkOf(note).startsWith(temporary));
}

/** Others come and go meanwhile. */
function linkOf(note: string): string {
  try {
    return readlinkSync(note);
  } catch {
    return "";
  }
}

function expectNothingLeft(): void {
  expect(processes()).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
  expect(notes()).toEqual([]);
  expect(git("status", "--porcelain")).toBe("");
  expect(git("tag")).toBe("");
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends everything and leaves nothing", async (signal, code) => {
  commit("console.log('waits'); setInterval(() => {}, 1000);");
  const { child, output } = rehearse();
  await expect
    .poll(() => processes().some((line) => line.includes("script.js")), { timeout: 60_000 })
    .toBe(true);
  child.kill(signal);
  expect(await once(child, "close")).toEqual([code, null]);
  expect(output()).toContain(`Stopped by ${signal}.`);
  expectNothingLeft();
});

test("a failure says where it is, shows what was printed, and leaves nothing", async () => {
  commit("console.error('boom'); process.exitCode = 3;");
  const { child, output } = rehearse();
  expect(await once(child, "close")).toEqual([1, null]);
  expect(output()).toMatch(/^✗ .* s {2}clone what is committed, and install what it needs$/m);
  expect(output()).toMatch(/^ {2}command {2}pnpm install --frozen-lockfile/m);
  expect(output()).toMatch(/^ {2}in {7}.*repository$/m);
  expect(output()).toMatch(/^ {2}ended {4}with exit code/m);
  expect(output()).toMatch(/^ {4}.*boom/m);
  expect(output()).toContain("`pnpm rehearse --keep` leaves it for a closer look");
  expectNothingLeft();
});

test("what is not committed is not rehearsed, and said not to be", async () => {
  commit("console.error('boom'); process.exitCode = 3;");
  writeFileSync(join(repository, "script.js"), "");
  writeFileSync(join(repository, "new.js"), "");
  const { child, output } = rehearse("--keep");
  expect(await once(child, "close")).toEqual([1, null]);
  expect(output()).toContain("2 files are not as committed: what is not committed is not rehearsed.");
  expect(output()).toContain("boom");
  const [kept = ""] = readdirSync(temporary);
  expect(output()).toContain(`Kept: ${join(temporary, kept)}`);
  expect(readdirSync(join(temporary, kept, "repository"))).not.toContain("new.js");
  for (const note of notes()) rmSync(note);
});
