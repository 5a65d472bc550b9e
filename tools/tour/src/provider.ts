import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Api, load, read, type Workspace } from "@keysmith/generator";

/** A provider as the tour sees it: its model, and its built client. */
export interface Provider {
  readonly name: string;
  readonly api: Api;
  /** `createAutomox` of the package's public entry. */
  readonly create: (options: { baseUrl: string; auth: Record<string, string> }) => object;
}

/** Every provider of the workspace, loaded the way npm users get it: through the `exports` of its package.json. */
export async function loadProviders(workspace: Workspace): Promise<Provider[]> {
  return Promise.all(
    [...workspace.packages].map(async ([name, folder]) => {
      const api = read(await load(join(folder, "openapi.yaml")), name);
      return { name, api, create: await importFactory(folder, `create${api.typeName}`) };
    }),
  );
}

async function importFactory(folder: string, factory: string): Promise<Provider["create"]> {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const entry = join(folder, exports["."].default);
  const module = (await import(pathToFileURL(entry).href)) as Record<string, Provider["create"] | undefined>;
  const create = module[factory];
  if (!create)
    throw new Error(`${entry} does not export ${factory}: run \`pnpm generate\`, then \`pnpm build\`.`);
  return create;
}

interface Manifest {
  readonly exports: { readonly ".": { readonly default: string } };
}
