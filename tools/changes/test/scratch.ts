import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { changes } from "../src/changes.ts";
import type { Replay } from "../src/compare-package.ts";
import { generated } from "../src/generated.ts";
import { judgeOperations } from "./judge-operations.ts";

/** A workspace in a git repository of its own, with two providers. Deleted by {@link sweep}. */
export interface Scratch {
  readonly folder: string;
  git(...args: readonly string[]): string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Replaces text in a file, which has to be there. */
  edit(path: string, from: string, to: string): void;
  remove(path: string): void;
  /** Commits everything. */
  commit(message: string): void;
  /** `pnpm generate`. */
  generate(): Promise<void>;
  /** `changeset version`. */
  version(): void;
  /** Tags what is checked out as changesets do after they published it. */
  release(...packages: readonly string[]): void;
  /** `pnpm changes`, in this process. */
  changes(...argv: readonly string[]): Promise<Outcome>;
  /** Names of the changesets, without the README. */
  changesets(): readonly string[];
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const ROOT = resolve(import.meta.dirname, "../../..");
const made: string[] = [];
let template: string | undefined;

/** A copy of a workspace whose branch `main` has one commit; the branch `work` is checked out. */
export async function scratch(replay?: Replay): Promise<Scratch> {
  template ??= await makeTemplate();
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  return open(folder, replay);
}

/** Another clone of one. */
export function cloneOf(origin: Scratch, ...args: readonly string[]): Scratch {
  const folder = newFolder();
  run("git", ["clone", "--quiet", ...args, `file://${origin.folder}`, folder], tmpdir());
  return open(folder);
}

/** A workspace in a folder of a larger repository, as {@link scratch} is one at its root. */
export async function nested(): Promise<Scratch> {
  const { folder } = await scratch();
  const outer = newFolder();
  cpSync(join(folder, ".git"), join(outer, ".git"), { recursive: true });
  cpSync(folder, join(outer, "clients"), {
    recursive: true,
    filter: (path) => path !== join(folder, ".git"),
  });
  run("git", ["add", "--all"], outer);
  run("git", ["commit", "--quiet", "--message", "Move"], outer);
  run("git", ["branch", "--force", "main"], outer);
  return open(join(outer, "clients"));
}

/** Deletes all of them. */
export function sweep(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  template = undefined;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-changes-"));
  made.push(folder);
  return folder;
}

function open(folder: string, replay: Replay = async () => []): Scratch {
  const path = (file: string): string => join(folder, file);
  const self: Scratch = {
    folder,
    git: (...args) => run("git", args, folder),
    read: (file) => readFileSync(path(file), "utf8"),
    write: (file, text) => {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), text);
    },
    edit: (file, from, to) => {
      const text = self.read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(path(file), text.replace(from, to));
    },
    remove: (file) => rmSync(path(file), { recursive: true }),
    commit: (message) => {
      run("git", ["add", "--all"], folder);
      run("git", ["commit", "--quiet", "--message", message], folder);
    },
    generate: async () => void (await generated(folder, [], { check: false })),
    version: () =>
      void run(process.execPath, [join(ROOT, "node_modules/@changesets/cli/bin.js"), "version"], folder),
    release: (...packages) => {
      for (const name of packages) {
        const { version } = JSON.parse(self.read(`packages/${name}/package.json`)) as { version: string };
        run("git", ["tag", "--annotate", "--message", "Release", `@keysmith/${name}@${version}`], folder);
      }
    },
    changes: async (...argv) => {
      let [out, err] = ["", ""];
      const code = await changes(argv, {
        folder,
        columns: undefined,
        out: (text) => void (out += text),
        err: (text) => void (err += text),
        judge: judgeOperations,
        replay,
      });
      return { code, out, err };
    },
    changesets: () =>
      existsSync(path(".changeset"))
        ? readdirSync(path(".changeset")).filter((file) => file.endsWith(".md") && file !== "README.md")
        : [],
  };
  return self;
}

async function makeTemplate(): Promise<string> {
  const folder = newFolder();
  const it = open(folder);
  it.write(".gitignore", "node_modules/\ndist/\n");
  it.write("package.json", '{ "name": "scratch", "private": true, "version": "0.0.0" }\n');
  it.write("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
  const config = {
    changelog: "@changesets/changelog-git",
    baseBranch: "main",
    format: false,
    access: "public",
  };
  it.write(".changeset/config.json", `${JSON.stringify(config)}\n`);
  it.write(".changeset/README.md", "# Changesets\n");
  for (const name of ["runtime", "mock"]) {
    it.write(`packages/${name}/package.json`, `{ "name": "@keysmith/${name}", "version": "0.1.0" }\n`);
    it.write(`packages/${name}/src/index.ts`, "export {};\n");
  }
  for (const name of ["pets", "keys"]) it.write(`specs/${name}.yaml`, document(name));
  await it.generate();
  run("git", ["init", "--quiet", "--initial-branch=main"], folder);
  run("git", ["config", "user.name", "Somebody"], folder);
  run("git", ["config", "user.email", "somebody@example.com"], folder);
  run("git", ["config", "commit.gpgsign", "false"], folder);
  run("git", ["config", "tag.gpgsign", "false"], folder);
  it.commit("Begin");
  run("git", ["checkout", "--quiet", "-b", "work"], folder);
  return folder;
}

function document(name: string): string {
  return `openapi: 3.1.1
info:
  title: ${name === "pets" ? "Pet shop" : "Key ring"}
  version: "1"
servers:
  - url: https://${name}.example.com
paths:
  /${name}:
    get:
      operationId: list
      summary: All of them.
      responses:
        "204":
          description: None.
${operation(name, "remove", "delete")}`;
}

/** An operation of a document, to be added or taken out. */
export function operation(name: string, id: string, method: string): string {
  return `  /${name}/${id}:
    ${method}:
      operationId: ${id}
      responses:
        "204":
          description: Done.
`;
}

function run(command: string, args: readonly string[], cwd: string): string {
  // What the machine's owner set for git must not decide.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}
