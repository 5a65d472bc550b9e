import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { attempt, type Command, line, run, start, stopAll } from "../src/command.ts";
import { useFolder } from "./folder.ts";

const folder = useFolder();

const node = (script: string): Command => ({
  file: process.execPath,
  args: ["--eval", script],
  cwd: folder(),
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

/** The number of the child, once it is there. */
async function childOf(place: string): Promise<number> {
  const file = join(place, "pid");
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await wait(10);
  return Number(readFileSync(file, "utf8"));
}

/** Whether a process runs: one that nobody has asked about since its end is still listed, as a zombie. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return /^[^Z\s]/.test(stdout.trim());
}

test("what a command prints comes back, both streams in their order", async () => {
  const { stdout, output } = await run(node("console.log('one'); console.error('two')"));
  expect(stdout).toBe("one\n");
  expect(output).toBe("one\ntwo\n");
});

test("a command that fails is an error with all there is to know", async () => {
  const failing = run(node("console.error('boom'); process.exitCode = 3"));
  await expect(failing).rejects.toMatchObject({ ended: "with exit code 3", output: "boom\n" });
  expect(await attempt(node("process.exitCode = 3"))).toMatchObject({ exitCode: 3 });
  await expect(attempt(node("process.kill(process.pid, 'SIGKILL')"))).rejects.toThrow(/ended by SIGKILL\.$/);
});

test("a program that is not there is an error as well", async () => {
  const missing = { ...node(""), file: join(folder(), "missing") };
  await expect(run(missing)).rejects.toThrow(/^missing .* before it began: .*ENOENT/);
});

test("what a command leaves running ends with it", async () => {
  await run(node(withChild("process.exit(0)")));
  const child = await childOf(folder());
  await expect.poll(() => runs(child)).toBe(false);
});

test("a signal ends a command and what it started, even what does not listen", async () => {
  const stopping = new AbortController();
  const running = run(node(withChild("")), stopping.signal);
  running.catch(() => {});
  const child = await childOf(folder());
  expect(runs(child)).toBe(true);
  stopping.abort("enough");
  await expect(running).rejects.toBe("enough");
  await expect.poll(() => runs(child)).toBe(false);
  expect(() => start(node(""), stopping.signal)).toThrow("enough");
});

test("whatever runs can be ended at once", async () => {
  const started = start(node(withChild("setInterval(() => {}, 1000)")));
  const child = await childOf(folder());
  await stopAll();
  expect(await started.ended).toMatchObject({ by: "SIGTERM" });
  await expect.poll(() => runs(child)).toBe(false);
});

test("a command is shown as somebody would type it", () => {
  const command = { file: "/somewhere/bin/pnpm", args: ["config", "get", "two words"], cwd: "", env: {} };
  expect(line(command)).toBe("pnpm config get 'two words'");
});
