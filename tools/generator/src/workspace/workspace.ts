import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, parse, resolve } from "node:path";

/** The monorepo: one document per provider in `specs`, one folder per package in `packages`. */
export interface Workspace {
  readonly root: string;
  /** Name of the provider -> its document, in alphabetical order. */
  readonly specs: ReadonlyMap<string, string>;
  /** Name of the provider -> the generated package's folder, whether or not its document still exists. */
  readonly packages: ReadonlyMap<string, string>;
}

const SPEC = /^(?<name>.+)\.(?:ya?ml|json)$/;

/** The workspace around a folder, or `undefined` outside of one. */
export function findWorkspace(from: string): Workspace | undefined {
  const root = resolve(from);
  if (existsSync(join(root, "pnpm-workspace.yaml")) && existsSync(join(root, "specs")))
    return openWorkspace(root);
  return root === parse(root).root ? undefined : findWorkspace(dirname(root));
}

function openWorkspace(root: string): Workspace {
  return {
    root,
    specs: new Map(
      filesIn(join(root, "specs")).flatMap((file) => {
        const name = SPEC.exec(file)?.groups?.["name"];
        return name === undefined ? [] : [[name, join(root, "specs", file)] as const];
      }),
    ),
    packages: new Map(
      foldersIn(join(root, "packages"))
        .map((folder) => join(root, "packages", folder))
        .filter((folder) => isGenerated(folder))
        .map((folder) => [basename(folder), folder] as const),
    ),
  };
}

/** The parts of a package.json that the generator reads back. */
export interface Manifest {
  readonly version?: string;
  /** Marks a package as generated: the generator writes over nothing that does not carry it. */
  readonly keysmith?: { readonly spec: string };
}

export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : undefined;
}

export function isGenerated(folder: string): boolean {
  return readManifest(folder)?.keysmith !== undefined;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
