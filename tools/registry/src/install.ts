import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.ts";
import { CACHE, cacheFolder, type RegistryPackage } from "./package.ts";

/**
 * Installs a package with what it depends on, into a folder of its own, and returns where it is.
 *
 * @param cache - Folder that keeps it for the next time.
 * @throws Error with npm's words when the registry does not give it.
 */
export async function installPackage(wanted: RegistryPackage, cache: string = CACHE): Promise<string> {
  const { name, os } = wanted;
  if (os !== undefined && os !== process.platform) throw new Error(`${name} is for ${os} only`);
  const folder = cacheFolder(wanted, "installed", cache);
  const installed = join(folder, "node_modules", name);
  const done = join(folder, "node_modules/.package-lock.json");
  if (existsSync(done)) return installed;
  mkdirSync(folder, { recursive: true });
  await npm(
    "install",
    wanted,
    // Not by its path, which a shell would take apart at every space.
    ["install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", ...(wanted.peers ?? [])],
    folder,
  );
  return installed;
}
