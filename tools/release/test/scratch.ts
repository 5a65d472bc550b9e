import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ReleaseContext } from "../src/pack/pack.ts";

/** Files by path, as text or as what becomes JSON. */
export type Files = Readonly<Record<string, string | object>>;

/** A repository in a folder of its own. */
export interface Scratch {
  readonly root: string;
  /** A folder beside it, for what programs keep. */
  readonly aside: string;
  write(files: Files): void;
  /** Commits everything, and returns git's full hash. */
  commit(): string;
  git(...args: readonly string[]): string;
  remove(): void;
}

/** A repository with these files, committed. */
export function scratch(files: Files): Scratch {
  // A path with a space in it, as home folders have.
  const folder = mkdtempSync(join(tmpdir(), "keysmith release-"));
  const root = join(folder, "shop");
  mkdirSync(root);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "init.defaultBranch=main", ...args], { cwd: root, encoding: "utf8" }).trim();
  const write = (more: Files): void => {
    for (const [path, content] of Object.entries(more)) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
    }
  };
  const commit = (): string => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "Commit");
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet");
  git("config", "user.name", "Somebody");
  git("config", "user.email", "somebody@example.com");
  write(files);
  commit();
  const remove = (): void => void rmSync(folder, { recursive: true, force: true });
  return { root, aside: join(folder, "aside"), write, commit, git, remove };
}

/** A context that keeps what is printed, in this process's environment, but with no account of npm. */
export function contextOf(
  { root, aside }: Scratch,
  environment: Readonly<Record<string, string>>,
): ReleaseContext & { readonly printed: string[] } {
  const { npm_config_userconfig: _user, NPM_TOKEN: _token, ...inherited } = process.env;
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const quiet = { npm_config_fetch_retries: "0", npm_config_cache: aside };
  return { root, environment: { ...inherited, ...quiet, ...environment }, out: print, err: print, printed };
}

/** Copies `src` to `dist`, as a build of sources that are JavaScript already. */
export function copyBuild({ root }: ReleaseContext): Promise<void> {
  for (const name of ["base", "pets"])
    cpSync(join(root, `packages/${name}/src`), join(root, `packages/${name}/dist`), { recursive: true });
  return Promise.resolve();
}

/** A package of {@link shop}. */
export function packageJson(name: string, more: object = {}): object {
  return {
    name: `@shop/${name}`,
    version: "1.0.0",
    description: `The ${name}.`,
    keywords: ["shop"],
    license: "MIT",
    repository: {
      type: "git",
      url: "git+https://github.com/shop/shop.git",
      directory: `packages/${name}`,
    },
    files: ["dist", "src", "CHANGELOG.md"],
    type: "module",
    sideEffects: false,
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./package.json": "./package.json",
    },
    publishConfig: { access: "public" },
    engines: { node: ">=20" },
    ...more,
  };
}

/** A repository of two packages that are published, the second with the first as dependency, and one that is not. */
export const shop: Files = {
  "package.json": { name: "shop", private: true, version: "0.0.0", packageManager: "pnpm@12.21.0" },
  "pnpm-workspace.yaml":
    "packages:\n  - packages/*\n  - tools/*\npmOnFail: ignore\ncatalog:\n  typescript: 7.0.2\n",
  "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
  ".gitignore": "dist/\n.release/\n",
  ".changeset/config.json": {
    changelog: "@changesets/cli/changelog",
    access: "public",
    baseBranch: "main",
    privatePackages: { version: false, tag: false },
  },
  LICENSE: "MIT\n",
  "packages/base/package.json": packageJson("base"),
  "packages/base/README.md": "# Base\n",
  "packages/base/src/index.js": "export const base = 1;\n",
  "packages/base/src/index.d.ts": "export declare const base: number;\n",
  "packages/pets/package.json": packageJson("pets", {
    dependencies: { "@shop/base": "workspace:^" },
    devDependencies: { "@shop/workshop": "workspace:*", typescript: "catalog:" },
  }),
  "packages/pets/README.md": "# Pets\n",
  "packages/pets/src/index.js": 'export { base as pets } from "@shop/base";\n',
  "packages/pets/src/index.d.ts": 'export { base as pets } from "@shop/base";\n',
  "tools/workshop/package.json": { name: "@shop/workshop", version: "0.0.0", private: true },
};
