import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load, read, type Source, SpecProblems } from "@keysmith/generator";
import { CompareError } from "../refusals.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Base } from "./base.ts";
import { committedFiles } from "./objects.ts";
import type { Repository } from "./repository.ts";

/**
 * The state of a provider's package at its base, as it was committed then. Today's generator makes nothing of it: what
 * users have is what was printed for them.
 */
export async function committedSnapshot(repository: Repository, name: string, base: Base): Promise<Snapshot> {
  const folders = [`packages/${name}`, "packages/runtime", "packages/mock"];
  const all = await committedFiles(repository, base.commit, folders);
  const files = below(all, `packages/${name}/`);
  const version = versionIn(files, base, name);
  const call = base.kind === "release" ? version : base.commit.slice(0, 8);
  const source = await loadText(files.get("openapi.yaml") ?? "", `packages/${name}/openapi.yaml@${call}`);
  return {
    name,
    label: base.label,
    version,
    source,
    api: read(source, name),
    files,
    runtime: below(all, "packages/runtime/"),
    mock: below(all, "packages/mock/"),
  };
}

function below(files: ReadonlyMap<string, string>, folder: string): ReadonlyMap<string, string> {
  return new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), text] as const] : [],
    ),
  );
}

function versionIn(files: ReadonlyMap<string, string>, { label }: Base, name: string): string {
  try {
    return (JSON.parse(files.get("package.json") ?? "") as { readonly version: string }).version;
  } catch {
    throw new CompareError(
      `packages/${name}/package.json at ${label} is not JSON: --base REF names a commit where it is.`,
    );
  }
}

/** A document has to be a file to be loaded; what it is called is another matter. */
async function loadText(text: string, name: string): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-base-"));
  try {
    const file = join(folder, "openapi.yaml");
    writeFileSync(file, text);
    return await load(file, name);
  } catch (error) {
    if (!(error instanceof SpecProblems)) throw error;
    throw new CompareError(`What was released cannot be read any more:\n${error.message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
