import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * How to run the workspace's scripts where nothing but Node.js and npm is installed: `npx --yes pnpm@12.21.0`, in the
 * version that the root's package.json pins.
 */
export function packageManager(root: string): string {
  const file = join(root, "package.json");
  if (!existsSync(file)) return "pnpm";
  const { packageManager: pinned } = JSON.parse(readFileSync(file, "utf8")) as { packageManager?: string };
  return pinned === undefined ? "pnpm" : `npx --yes ${pinned.replace(/\+.*$/, "")}`;
}
