import { readFileSync } from "node:fs";
import { unpack } from "@publint/pack";
import type { Manifest } from "../workspace.ts";

/** A packed package, opened. */
export interface Tarball {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its own package.json: what users get, not what the repository has. */
  readonly manifest: Manifest;
  /** Paths inside the package, `dist/index.js`. */
  readonly paths: ReadonlySet<string>;
  /** Text of a file, or undefined where it holds none. */
  text(path: string): string | undefined;
}

/** Opens a tarball. Throws where the file is not one of a package. */
export async function openTarball(file: string): Promise<Tarball> {
  const bytes = new Uint8Array(readFileSync(file));
  const { files, rootDir } = await unpack(bytes);
  const inside = new Map(files.map(({ name, data }) => [name.slice(rootDir.length + 1), data]));
  const text = (path: string): string | undefined => {
    const data = inside.get(path);
    return data && new TextDecoder().decode(data);
  };
  const manifest = text("package.json");
  if (manifest === undefined) throw new Error(`${file} has no package.json: it is not a packed package.`);
  return { bytes, manifest: JSON.parse(manifest) as Manifest, paths: new Set(inside.keys()), text };
}
