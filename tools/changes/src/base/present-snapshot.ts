import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { check, load, planFolder, read, type Workspace, workspaceJob } from "@keysmith/generator";
import { makePackage } from "@keysmith/generator/package";
import type { Snapshot } from "../snapshot/snapshot.ts";

/**
 * The state of a provider's package as it would be released now. Where the document is no longer the one that the
 * package on disk was made from, today's generator makes the package in memory: nobody has to generate first.
 *
 * @throws {SpecProblems} The document was refused.
 */
export async function presentSnapshot(workspace: Workspace, name: string): Promise<Snapshot> {
  const { root } = workspace;
  const spec = join(root, "specs", `${name}.yaml`);
  const source = await load(spec, `specs/${name}.yaml`);
  check(source);
  const job = workspaceJob(workspace, name, spec);
  const onDisk = filesIn(job.folder);
  const current = onDisk.get("openapi.yaml") === source.bundled;
  return {
    name,
    label: "the working tree",
    version: job.target.version,
    source,
    api: read(source, name),
    files: current ? onDisk : await regenerated(job, onDisk),
    runtime: filesIn(join(root, "packages/runtime")),
    mock: filesIn(join(root, "packages/mock")),
  };
}

/** What the generator makes, beside what people wrote into the package. */
async function regenerated(
  job: Parameters<typeof makePackage>[0],
  onDisk: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const made = await makePackage(job);
  const kept = new Map(onDisk);
  for (const path of planFolder(job.folder, made.files).remove) kept.delete(path);
  for (const { path, text } of made.files) kept.set(path, text);
  return kept;
}

/** Of what is committed of a package: not what was installed or built into it. */
const COMMITTED = ["*.{json,md,yaml}", "{src,test,docs}/**"];

function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = globSync(COMMITTED, { cwd: folder }).toSorted();
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [posix(path), readFileSync(join(folder, path), "utf8")] as const),
  );
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
