import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { integrityOf } from "../integrity.ts";
import { PLAN_FILE, readPlan } from "./plan.ts";

/** A tarball whose content was proven. */
export interface ProvenTarball {
  readonly name: string;
  readonly version: string;
  /** From the release folder. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** sha512 of its bytes, as the registry will state it. */
  readonly integrity: string;
}

/** What `release:pack` proved, for `release:publish` to hold itself to. */
export interface ReleaseManifest {
  readonly version: 1;
  /** The commit it was packed from. */
  readonly commit: string;
  /** Whether the files were those of the commit. What was packed otherwise is not published. */
  readonly clean: boolean;
  /** sha512 of changesets' publish plan. */
  readonly plan: string;
  readonly tarballs: readonly ProvenTarball[];
}

const FILE = "manifest.json";

/** The manifest of a release folder, or undefined where nothing was packed, or what was packed was refused. */
export function readReleaseManifest(folder: string): ReleaseManifest | undefined {
  const file = join(folder, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ReleaseManifest) : undefined;
}

/** Records the tarballs of a release folder as they are now. */
export function writeReleaseManifest(
  folder: string,
  source: Pick<ReleaseManifest, "commit" | "clean">,
): ReleaseManifest {
  const tarballs = readPlan(folder).map(({ name, version, tarball: { path } }) => {
    const bytes = readFileSync(join(folder, path));
    return { name, version, path, size: bytes.length, integrity: integrityOf(bytes) };
  });
  const plan = integrityOf(readFileSync(join(folder, PLAN_FILE)));
  const manifest: ReleaseManifest = { version: 1, ...source, plan, tarballs };
  writeFileSync(join(folder, FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
