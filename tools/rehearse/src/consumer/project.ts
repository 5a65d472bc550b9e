import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Runner } from "../runner.ts";

/** A project of somebody who uses the packages. */
export interface Project {
  readonly folder: string;
  /** `@keysmith/occam` -> `0.1.0` */
  installed(name: string): string;
}

export function createProject(folder: string): Project {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ private: true })}\n`);
  return {
    folder,
    installed(name) {
      const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
      return (JSON.parse(manifest) as { readonly version: string }).version;
    },
  };
}

const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];

/** Installs packages, `@keysmith/occam@latest`, and remembers them in the project's package.json. */
export async function install(npm: Runner, { folder }: Project, packages: readonly string[]): Promise<void> {
  await npm(["install", ...packages, ...QUIET], { cwd: folder });
}

/** Installs the newest versions that the project's package.json allows. */
export async function update(npm: Runner, { folder }: Project): Promise<void> {
  await npm(["update", ...QUIET], { cwd: folder });
}

export function writeSources(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}
