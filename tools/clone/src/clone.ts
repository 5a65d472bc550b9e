import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./run.ts";

/**
 * Makes a repository of one commit, branch `main`, from a working tree as it stands: with what is not committed yet,
 * without what git ignores. Nothing is written into the original, and its history may be shallow.
 */
export async function snapshot(from: string, to: string): Promise<void> {
  const listed = await git(from, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  mkdirSync(to, { recursive: true });
  for (const path of new Set(listed.split("\0"))) {
    const file = join(from, path);
    // Deleted, but not committed to be.
    if (path === "" || !existsSync(file)) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(file, join(to, path), { verbatimSymlinks: true });
  }
  await git(to, "init", "--quiet", "--initial-branch=main");
  await git(to, "add", "--all");
  await git(to, "commit", "--quiet", "--message=As it stands");
}

/** Clones a repository of this machine. Returns the clone's folder. */
export async function cloneOf(repository: string, to: string): Promise<string> {
  mkdirSync(dirname(to), { recursive: true });
  await git(dirname(to), "clone", "--quiet", repository, to);
  return to;
}

/**
 * Installs a clone's dependencies: what the lockfile says, from pnpm's store where the original was installed on this
 * machine. That takes a second, and nothing is downloaded.
 */
export async function installIn(clone: string): Promise<void> {
  await run(clone, ["pnpm", "install", "--frozen-lockfile", "--prefer-offline", "--reporter=silent"]);
}

/** Runs git in a folder without a person's settings, which may sign commits or run hooks. Returns what it says. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const person = { GIT_AUTHOR_NAME: "Keysmith", GIT_AUTHOR_EMAIL: "keysmith@example.com" };
  const { stdout } = await run(folder, ["git", ...args], {
    ...person,
    GIT_COMMITTER_NAME: person.GIT_AUTHOR_NAME,
    GIT_COMMITTER_EMAIL: person.GIT_AUTHOR_EMAIL,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
  });
  return stdout;
}
