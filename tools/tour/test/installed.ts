import { execFile } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const TOUR = resolve(import.meta.dirname, "..");
export const TSC = join(TOUR, "node_modules/typescript/bin/tsc");

/**
 * Installs a provider's package into a folder as npm would, compiled from its sources: the tour depends on no provider
 * by name, so that nobody builds one for it.
 */
export async function install(folder: string, provider: string): Promise<void> {
  const source = resolve(TOUR, "../../packages", provider);
  const modules = join(folder, "node_modules");
  const target = join(modules, "@keysmith", provider);
  await mkdir(target, { recursive: true });
  for (const name of ["@keysmith/mock", "@keysmith/runtime", "@types"])
    await symlink(join(TOUR, "node_modules", name), join(modules, name));
  for (const file of ["package.json", "openapi.yaml"]) await cp(join(source, file), join(target, file));
  const args = [TSC, "--project", join(source, "tsconfig.build.json"), "--outDir", join(target, "dist")];
  await promisify(execFile)(process.execPath, args);
}
