import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { type Api, findWorkspace, load, read, type Source } from "@keysmith/generator";
import { UsageError } from "./usage-error.ts";

/** A provider to verify: its document, the model of it, and the client that was made from it. */
export interface Provider {
  readonly name: string;
  readonly api: Api;
  readonly source: Source;
  /** `createAutomox` of the package's public entry. */
  readonly create: (options: object) => object;
}

/** Where a provider is looked for. */
export interface Where {
  /** File of a package to import its client from. Default: what its package.json exports, which has to be built. */
  readonly entry?: string;
  /** A folder of the workspace whose providers are meant. Default: the one this file is in. */
  readonly workspace?: string;
}

const HERE = import.meta.dirname;

/**
 * A provider of the workspace, its client loaded the way npm users get it.
 *
 * @throws UsageError when there is no such provider, or its package is not built.
 */
export async function loadProvider(
  name: string,
  { entry, workspace: from = HERE }: Where = {},
): Promise<Provider> {
  const workspace = findWorkspace(from);
  const spec = workspace?.specs.get(name);
  const folder = workspace?.packages.get(name);
  if (workspace === undefined || spec === undefined) {
    throw new UsageError(`There is no provider "${name}". Known are ${knownProviders(from).join(", ")}.`);
  }
  if (folder === undefined)
    throw new UsageError(`There is no package of ${name} yet: run \`pnpm generate ${name}\` first.`);
  const source = await load(relative(process.cwd(), spec));
  const api = read(source, name);
  return { name, api, source, create: await importFactory(folder, `create${api.typeName}`, entry) };
}

/** Names of the documents in `specs/`. */
export function knownProviders(from = HERE): readonly string[] {
  return [...(findWorkspace(from)?.specs.keys() ?? [])];
}

async function importFactory(folder: string, factory: string, entry?: string): Promise<Provider["create"]> {
  const file = join(folder, entry ?? exported(folder));
  if (!existsSync(file)) throw new UsageError(`${file} is missing: run \`pnpm build\` first.`);
  const module = (await import(pathToFileURL(file).href)) as Record<string, Provider["create"] | undefined>;
  const create = module[factory];
  if (create === undefined)
    throw new UsageError(`${file} does not export ${factory}: run \`pnpm generate\`, then \`pnpm build\`.`);
  return create;
}

function exported(folder: string): string {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  return exports["."].default;
}

interface Manifest {
  readonly exports: { readonly ".": { readonly default: string } };
}
