import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { UnknownProviderError } from "../errors.ts";

const EXTENSIONS = [".yaml", ".yml", ".json"];

/**
 * The document of a provider: `specs/<name>.yaml` of the nearest workspace above a folder, else the `openapi.yaml` that
 * the installed package `@keysmith/<name>` exports. Throws {@link UnknownProviderError} naming the known providers.
 */
export function locateProvider(name: string, from: string = process.cwd()): string {
  // A name becomes part of a path: anything else could leave the folder.
  if (/^[a-z0-9][a-z0-9._-]*$/i.test(name)) {
    const workspace = specsFolder(from);
    const spec = EXTENSIONS.map((extension) => join(workspace ?? "", name + extension)).find((path) =>
      existsSync(path),
    );
    if (workspace !== undefined && spec !== undefined) return spec;
    const installed = installedSpec(name, from);
    if (installed !== undefined) return installed;
  }
  const known = knownProviders(from);
  throw new UnknownProviderError(
    known.length === 0
      ? `Unknown provider "${name}": there is no specs folder above ${from}, and no @keysmith package is installed there`
      : `Unknown provider "${name}": known are ${known.join(", ")}`,
  );
}

/** Names that {@link locateProvider} finds from a folder, sorted. */
export function knownProviders(from: string = process.cwd()): readonly string[] {
  const names = new Set<string>();
  const workspace = specsFolder(from);
  for (const file of workspace === undefined ? [] : readdirSync(workspace)) {
    const extension = EXTENSIONS.find((candidate) => file.endsWith(candidate));
    if (extension !== undefined) names.add(file.slice(0, -extension.length));
  }
  for (const folder of ancestors(from)) {
    const scope = join(folder, "node_modules", "@keysmith");
    for (const name of existsSync(scope) ? readdirSync(scope) : []) {
      if (existsSync(join(scope, name, "openapi.yaml"))) names.add(name);
    }
  }
  return [...names].toSorted();
}

function specsFolder(from: string): string | undefined {
  const workspace = ancestors(from).find((folder) => existsSync(join(folder, "pnpm-workspace.yaml")));
  const specs = workspace === undefined ? undefined : join(workspace, "specs");
  return specs !== undefined && existsSync(specs) ? specs : undefined;
}

function installedSpec(name: string, from: string): string | undefined {
  for (const base of [join(from, "package.json"), import.meta.url]) {
    try {
      return createRequire(base).resolve(`@keysmith/${name}/openapi.yaml`);
    } catch {
      // Not installed there; the next place may have it.
    }
  }
  return undefined;
}

/** The folder and every one above it, nearest first. */
function ancestors(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
