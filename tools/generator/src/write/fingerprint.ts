import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { GeneratedFile } from "../emit/target.ts";
import type { Problem } from "../problem.ts";
import type { Job } from "../workspace/job.ts";

/**
 * What a package was made from and what came out, as hashes. When all of them still hold, running the pipeline again
 * would print the same bytes: the run is a no-op and loads neither a YAML parser nor a compiler.
 */
export interface Fingerprint {
  /** Of the generator's own sources and settings. */
  readonly generator: string;
  /** Of the order itself: another document or another name for the same folder is another package. */
  readonly job: string;
  /** Of every file of the document, by absolute path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Of every generated file, by path below the package folder. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What was said about the document: a run that makes nothing can still report it. */
  readonly warnings: readonly Problem[];
}

/** Hash of everything that decides the generator's output besides the document. */
export function generatorHash(): string {
  const root = resolve(import.meta.dirname, "../..");
  const files = [
    ...globSync("src/**/*.ts", { cwd: root }).toSorted(),
    "package.json",
    "../config/oxfmt.json",
    "../../pnpm-workspace.yaml",
  ];
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

export function fingerprint(
  generator: string,
  job: Job,
  inputs: readonly string[],
  outputs: readonly GeneratedFile[],
  warnings: readonly Problem[],
): Fingerprint {
  return {
    generator,
    job: hashJob(job),
    inputs: Object.fromEntries(inputs.map((file) => [resolve(file), hashFile(file)])),
    outputs: Object.fromEntries(outputs.map(({ path, text }) => [path, hashOf(text)])),
    warnings,
  };
}

/** True when the generator, the order, the document and the package are all as they were when the fingerprint was taken. */
export function stillHolds(taken: Fingerprint, generator: string, job: Job): boolean {
  return (
    taken.generator === generator &&
    taken.job === hashJob(job) &&
    Object.entries(taken.inputs).every(([file, hash]) => hashFile(file) === hash) &&
    Object.entries(taken.outputs).every(([path, hash]) => hashFile(join(job.folder, path)) === hash)
  );
}

export function readFingerprint(file: string): Fingerprint | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Fingerprint;
  } catch {
    // A cut-off cache entry is the same as none: the package is made again.
    return undefined;
  }
}

export function writeFingerprint(file: string, taken: Fingerprint): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(taken));
  } catch {
    // Without a place to remember, the package is made again next time: slower, and no reason to fail.
  }
}

function hashJob({ name, spec, target }: Job): string {
  return createHash("sha256")
    .update(JSON.stringify([name, resolve(spec), target]))
    .digest("hex");
}

function hashFile(file: string): string {
  return existsSync(file) ? hashOf(readFileSync(file)) : "missing";
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
