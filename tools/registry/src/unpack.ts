import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { npm } from "./npm.ts";
import { CACHE, cacheFolder, type RegistryPackage } from "./package.ts";

/**
 * Unpacks the files of a package and returns their folder: for packages that are read, not run. Nothing they depend on
 * is fetched, and none of their scripts is run.
 *
 * @param cache - Folder that keeps it for the next time.
 * @throws Error with npm's words when the registry does not give it.
 */
export async function unpackPackage(wanted: RegistryPackage, cache: string = CACHE): Promise<string> {
  const folder = cacheFolder(wanted, "unpacked", cache);
  if (existsSync(folder)) return join(folder, "package");
  // What was interrupted halfway must not pass for whole.
  mkdirSync(dirname(folder), { recursive: true });
  const halfway = mkdtempSync(`${folder}.`);
  try {
    const stdout = await npm("fetch", wanted, ["pack", "--json", "--ignore-scripts"], halfway);
    const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
    const archive = packed?.filename.replace("@", "").replace("/", "-") ?? "";
    await promisify(execFile)("tar", ["-xzf", archive], { cwd: halfway });
    rmSync(join(halfway, archive));
    // Somebody else may have been faster, with the same files.
    if (!existsSync(folder)) renameSync(halfway, folder);
  } finally {
    rmSync(halfway, { recursive: true, force: true });
  }
  return join(folder, "package");
}
