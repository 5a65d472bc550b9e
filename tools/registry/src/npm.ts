import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { RegistryPackage } from "./package.ts";

/** How long a download may take. */
const TIMEOUT_MS = 180_000;

/** Runs npm, which checks what it downloads against the registry's hash. Throws with npm's words. */
export async function npm(
  what: string,
  { name, version }: RegistryPackage,
  args: readonly string[],
  folder: string,
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)("npm", [...args, `${name}@${version}`, "--loglevel=error"], {
      cwd: folder,
      timeout: TIMEOUT_MS,
      shell: process.platform === "win32",
    });
    return stdout;
  } catch (error) {
    const words = String(Object(error).stderr || error)
      .trim()
      .split("\n")
      .slice(0, 2)
      .join(", ");
    throw new Error(`npm could not ${what} ${name}@${version}: ${words}`, { cause: error });
  }
}
