import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.ts";
import { cacheFolder, type RegistryPackage } from "./package.ts";

/**
 * Installs a package with what it depends on, into a folder of its own, and returns where it is.
 *
 * @throws Error with npm's words when the registry does not give it.
 */
export async function installPackage(wanted: RegistryPackage): Promise<string> {
  const { name, os } = wanted;
  if (os !== undefined && os !== process.platform) throw new Error(`${name} is for ${os} only`);
  const folder = cacheFolder(wanted, "installed");
  const installed = join(folder, "node_modules", name);
  const done = join(folder, "node_modules/.package-lock.json");
  if (existsSync(done)) return installed;
  mkdirSync(folder, { recursive: true });
  await npm(
    "install",
    wanted,
    ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", ...(wanted.peers ?? [])],
    folder,
  );
  return installed;
}
