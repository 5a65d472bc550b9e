import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const CACHE = resolve(import.meta.dirname, "../../../node_modules/.cache/platforms");

/** A package of the npm registry, at one version. */
export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** The only operating system it is for. */
  readonly os?: NodeJS.Platform;
}

/**
 * Puts a package into a folder of its own and returns that: runtimes are large, and nobody who only installs the
 * repository shall download them.
 *
 * @throws Error with npm's words when the registry does not give it.
 */
export async function installPackage({ name, version, os }: RuntimePackage): Promise<string> {
  if (os !== undefined && os !== process.platform) throw new Error(`${name} is for ${os} only`);
  const folder = join(CACHE, `${name.replace("/", "+")}@${version}`);
  const installed = join(folder, "node_modules", name);
  const done = join(folder, "node_modules/.package-lock.json");
  if (existsSync(done)) return installed;
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  try {
    await promisify(execFile)("npm", [...args, `${name}@${version}`], {
      cwd: folder,
      timeout: 180_000,
      shell: process.platform === "win32",
    });
  } catch (error) {
    const words = String(Object(error).stderr || error)
      .trim()
      .split("\n")
      .slice(0, 2)
      .join(", ");
    throw new Error(`npm could not install ${name}@${version}: ${words}`, { cause: error });
  }
  return installed;
}
