import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { onTestFinished } from "vitest";

const SOURCES = resolve(import.meta.dirname, "../../src");
const MAIN = join(SOURCES, "main.ts");
/**
 * Documents of the tests' own. The workspace's documents would tie this package to them: a changed description would
 * run all of its tests again.
 */
const DOCUMENTS = {
  museum: resolve(import.meta.dirname, "../fixtures/standalone/museum.yaml"),
  vault: resolve(import.meta.dirname, "../golden-docs/vault.yaml"),
};

/** A scratch folder that goes when the test ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A scratch workspace with documents of these names. */
export function scratchWorkspace(...providers: readonly (keyof typeof DOCUMENTS)[]): string {
  const root = scratchFolder();
  writeFileSync(join(root, "pnpm-workspace.yaml"), "");
  mkdirSync(join(root, "specs"));
  for (const name of providers) cpSync(DOCUMENTS[name], join(root, `specs/${name}.yaml`));
  return root;
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `generate` as a user would, in a folder. */
export function generate(cwd: string, ...args: readonly string[]): Run {
  return run(MAIN, cwd, args);
}

/** Runs `new-provider` likewise. */
export function newProvider(cwd: string, ...args: readonly string[]): Run {
  return run(join(SOURCES, "new-provider/main.ts"), cwd, args);
}

function run(program: string, cwd: string, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: "utf8",
    timeout: 30_000,
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: status, stdout, stderr };
}

/** `generate --watch`, until the test ends; `said` resolves when the output matches. */
export function watch(cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, "--watch", ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const exit = new Promise<number | null>((done) => child.once("exit", done));
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  let changed: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      changed?.();
    });
  }
  return {
    /** Waits until what was printed since the last call matches. */
    async said(pattern: RegExp): Promise<string> {
      while (!pattern.test(output)) await new Promise<void>((resolvePromise) => (changed = resolvePromise));
      const text = output;
      output = "";
      return text;
    },
    stop(): Promise<number | null> {
      child.kill("SIGINT");
      return exit;
    },
  };
}

/** Every file below a folder with its text. */
export function filesBelow(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [relative(folder, file), readFileSync(file, "utf8")] as const),
  );
}
