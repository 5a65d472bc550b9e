import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
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
