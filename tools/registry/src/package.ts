import { join, resolve } from "node:path";

/** Beside what the repository installs for everybody: these are large, and wanted by few. */
export const CACHE = resolve(import.meta.dirname, "../../../node_modules/.cache/registry");

/** A package of the npm registry, at one version. */
export interface RegistryPackage {
  readonly name: string;
  readonly version: string;
  /** What it needs beside it at a version of our choice, as npm writes it: `typescript@5.9.3`. */
  readonly peers?: readonly string[];
  /** The only operating system it is for. */
  readonly os?: NodeJS.Platform;
}

/** A folder of its own for a package, for each way of getting it. */
export function cacheFolder(
  { name, version }: RegistryPackage,
  way: "installed" | "unpacked",
  cache: string,
): string {
  return join(cache, way, `${name.replace("/", "+")}@${version}`);
}
