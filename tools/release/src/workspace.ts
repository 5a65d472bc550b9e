import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The parts of a package.json that a release is about. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly keywords?: readonly string[];
  readonly description?: string;
  readonly files?: readonly string[];
  readonly exports?: unknown;
  readonly bin?: unknown;
  readonly engines?: Readonly<Record<string, string>>;
  readonly repository?: string | { readonly url?: string; readonly directory?: string };
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package of the repository. */
export interface Package {
  readonly manifest: Manifest;
  /** From the root of the repository, with forward slashes: `packages/automox`. */
  readonly directory: string;
}

/** All packages of the repository, in the order of their folders. */
export function readPackages(root: string): readonly Package[] {
  return globSync("{packages,tools}/*/package.json", { cwd: root })
    .map((file) => ({
      manifest: readManifest(join(root, file)),
      directory: dirname(file).replaceAll("\\", "/"),
    }))
    .toSorted((one, other) => (one.directory < other.directory ? -1 : 1));
}

/** Those that go to the registry. */
export function publishable(packages: readonly Package[]): readonly Package[] {
  return packages.filter(({ manifest }) => manifest.private !== true);
}

/** A package.json. */
export function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}
