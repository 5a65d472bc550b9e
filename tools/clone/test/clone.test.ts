import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { attempt, type Command, line, run as runCommand, start, stopAll } from "../src/command.ts";
import { cloneOf, git, run, snapshot } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "keysmith-clone-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a snapshot has what is not committed, and not what is ignored or deleted", async () => {
  const original = join(folder, "original");
  mkdirSync(join(original, "src"), { recursive: true });
  await git(original, "init", "--quiet", "--initial-branch=elsewhere");
  for (const [file, text] of Object.entries({
    "changed.txt": "old",
    "deleted.txt": "",
    ".gitignore": "dist\n",
  }))
    writeFileSync(join(original, file), text);
  await git(original, "add", "--all");
  await git(original, "commit", "--quiet", "--message=First");
  writeFileSync(join(original, "changed.txt"), "new");
  writeFileSync(join(original, "src/ä new one.txt"), "here");
  mkdirSync(join(original, "dist"));
  writeFileSync(join(original, "dist/built.js"), "");
  rmSync(join(original, "deleted.txt"));
  const before = await git(original, "status", "--porcelain");

  await snapshot(original, join(folder, "snapshot"));
  const clone = await cloneOf(join(folder, "snapshot"), join(folder, "deeper/clone"));

  expect(readFileSync(join(clone, "changed.txt"), "utf8")).toBe("new");
  expect(existsSync(join(clone, "src/ä new one.txt"))).toBe(true);
  expect([existsSync(join(clone, "deleted.txt")), existsSync(join(clone, "dist"))]).toEqual([false, false]);
  expect(await git(clone, "status", "--porcelain", "--branch")).toBe("## main...origin/main\n");
  expect(await git(original, "status", "--porcelain")).toBe(before);
});

test("a program in a clone does not learn how this one was started, and says what went wrong", async () => {
  const script =
    "console.log(Object.keys(process.env).filter((name) => /^VITEST|^TURBO_/.test(name)).join(' ') || 'nothing')";
  expect((await run(folder, [process.execPath, "-e", script])).stdout).toBe("nothing\n");
  expect((await run(folder, [process.execPath, "-e", script], { TURBO_TEAM: "a" })).stdout).toBe(
    "TURBO_TEAM\n",
  );
  await expect(run(folder, [process.execPath, "-e", "console.log('why'); process.exit(3)"])).rejects.toThrow(
    /failed in .*:\nwhy$/s,
  );
  await expect(run(folder, [process.execPath, "-e", "setInterval(() => {}, 1000)"], {}, 0.5)).rejects.toThrow(
    /was ended after 0.5 s/,
  );
});

let place: string;
beforeEach(() => {
  // With a space in its path, as home folders have.
  place = realpathSync(mkdtempSync(join(tmpdir(), "keysmith command-")));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const node = (script: string): Command => ({
  file: process.execPath,
  args: ["--eval", script],
  cwd: place,
  env: process.env,
});

/** A script that starts another, which never ends and says its number; then goes on with a text. */
const withChild = (after: string): string => `
  const { spawn } = require("node:child_process");
  const { writeFileSync } = require("node:fs");
  const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
  const child = spawn(process.execPath, ["--eval", script], { stdio: "inherit" });
  writeFileSync("pid", String(child.pid));
  ${after}`;

/** What is in a file, once there is something. */
async function textOf(file: string): Promise<string> {
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await wait(10);
  return readFileSync(file, "utf8");
}

/** The number of the child. */
const childIn = async (there: string): Promise<number> => Number(await textOf(join(there, "pid")));

/** Whether a process runs: one that nobody has asked about since its end is still listed, as a zombie. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return /^[^Z\s]/.test(stdout.trim());
}

test("what a command prints comes back, both streams in their order", async () => {
  const { stdout, output } = await runCommand(node("console.log('one'); console.error('two')"));
  expect(stdout).toBe("one\n");
  expect(output).toBe("one\ntwo\n");
});

test("a command that fails is an error with all there is to know", async () => {
  const failing = runCommand(node("console.error('boom'); process.exitCode = 3"));
  await expect(failing).rejects.toMatchObject({ ended: "with exit code 3", output: "boom\n" });
  expect(await attempt(node("process.exitCode = 3"))).toMatchObject({ exitCode: 3 });
  await expect(attempt(node("process.kill(process.pid, 'SIGKILL')"))).rejects.toThrow(/ended by SIGKILL\.$/);
});

test("a program that is not there is an error as well", async () => {
  const missing = { ...node(""), file: join(place, "missing") };
  await expect(runCommand(missing)).rejects.toThrow(/^missing .* before it began: .*ENOENT/);
});

test("what a command leaves running ends with it", async () => {
  await runCommand(node(withChild("process.exit(0)")));
  const child = await childIn(place);
  await expect.poll(() => runs(child)).toBe(false);
});

test("a signal ends a command and what it started, even what does not listen", async () => {
  const stopping = new AbortController();
  const running = runCommand(node(withChild("")), stopping.signal);
  running.catch(() => {});
  const child = await childIn(place);
  expect(runs(child)).toBe(true);
  stopping.abort("enough");
  await expect(running).rejects.toBe("enough");
  await expect.poll(() => runs(child)).toBe(false);
  expect(() => start(node(""), stopping.signal)).toThrow("enough");
});

test("whatever runs can be ended at once", async () => {
  const started = start(node(withChild("setInterval(() => {}, 1000)")));
  const child = await childIn(place);
  await stopAll();
  expect(await started.ended).toMatchObject({ by: "SIGTERM" });
  await expect.poll(() => runs(child)).toBe(false);
});

test("a command is shown as somebody would type it", () => {
  const command = { file: "/somewhere/bin/pnpm", args: ["config", "get", "two words"], cwd: "", env: {} };
  expect(line(command)).toBe("pnpm config get 'two words'");
});

const from = (file: string): string => JSON.stringify(import.meta.resolve(`../src/${file}`));

test("a process that is stopped leaves no folder and nothing running", async () => {
  const script = `
    import { writeFileSync } from "node:fs";
    import { start } from ${from("command.ts")};
    import { openTemporaryFolder } from ${from("folder.ts")};
    const { folder } = openTemporaryFolder("keysmith-stopped-");
    const args = ["--eval", ${JSON.stringify(withChild("setInterval(() => {}, 1000)"))}];
    start({ file: process.execPath, args, cwd: folder, env: process.env });
    writeFileSync("folder", folder);`;
  const stopped = spawn(process.execPath, ["--input-type=module", "--eval", script], { cwd: place });
  const ended = once(stopped, "exit");
  const made = await textOf(join(place, "folder"));
  const child = await childIn(made);
  stopped.kill("SIGTERM");
  expect(await ended).toEqual([null, "SIGTERM"]);
  expect(existsSync(made)).toBe(false);
  await expect.poll(() => runs(child)).toBe(false);
});
