import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, parse, resolve } from "node:path";
import { Refusal } from "./refusal.ts";

/** The monorepo: one document per provider in `specs`, one folder per package in `packages`. */
export interface Workspace {
  readonly root: string;
  /** Name of the provider -> its document, in alphabetical order. */
  readonly specs: ReadonlyMap<string, string>;
  /** Name of the provider -> the generated package's folder, whether or not its document still exists. */
  readonly packages: ReadonlyMap<string, string>;
}

const SPEC = /^(?<name>.+)\.(?<extension>ya?ml|json)$/;

/** The workspace around a folder, or `undefined` outside of one. */
export function findWorkspace(from: string): Workspace | undefined {
  const root = resolve(from);
  if (existsSync(join(root, "pnpm-workspace.yaml")) && existsSync(join(root, "specs")))
    return openWorkspace(root);
  return root === parse(root).root ? undefined : findWorkspace(dirname(root));
}

/** The workspace in this very folder. */
export function openWorkspace(root: string): Workspace {
  return {
    root,
    specs: documentsIn(join(root, "specs")),
    packages: new Map(
      foldersIn(join(root, "packages"))
        .map((folder) => join(root, "packages", folder))
        .filter((folder) => isGenerated(folder))
        .map((folder) => [basename(folder), folder] as const),
    ),
  };
}

/** Packages, their turbo.json and the linter know a document as `specs/<name>.yaml`; JSON is YAML too. */
function documentsIn(folder: string): Map<string, string> {
  const documents = new Map<string, string>();
  for (const file of filesIn(folder)) {
    const { name, extension } = SPEC.exec(file)?.groups ?? {};
    if (name === undefined) continue;
    const path = join(folder, file);
    if (extension !== "yaml")
      throw new Refusal(`${path}: rename it to ${name}.yaml, the form documents here have.`);
    documents.set(name, path);
  }
  return documents;
}

/** npm name of a provider's package. */
export function packageNameOf(provider: string): string {
  return `@keysmith/${provider}`;
}

/** The parts of a package.json that the generator reads back. */
export interface Manifest {
  readonly version?: string;
  /** Marks a package as generated: the generator writes over nothing that does not carry it. */
  readonly keysmith?: {
    /** Its document, relative to the workspace. */
    readonly spec: string;
    /** Title of the API. */
    readonly title?: string;
    /** How many it has. */
    readonly operations?: number;
  };
}

export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch (error) {
    // A merge that left its marks, for one: whether the folder is ours and at which version only a person can say.
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${file} is not JSON (${reason}). Mend or delete it, then generate again.`);
  }
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
