import { check } from "./check/index.ts";
import { emit } from "./emit/index.ts";
import type { GeneratedFile } from "./emit/target.ts";
import { load } from "./load/index.ts";
import type { Problem } from "./problem.ts";
import { read } from "./read/index.ts";
import { formatFiles } from "./write/format.ts";
import type { Job } from "./workspace/job.ts";

/** A package in memory: nothing of it is on disk yet. */
export interface Package {
  readonly files: readonly GeneratedFile[];
  /** Every file the document consists of. */
  readonly inputs: readonly string[];
  readonly warnings: readonly Problem[];
}

/**
 * `load -> check -> read -> emit`, and the formatter.
 *
 * @throws {SpecProblems} The document was refused.
 */
export async function makePackage(job: Job): Promise<Package> {
  const source = await load(job.spec);
  const warnings = check(source);
  const api = read(source, job.name);
  const files = await formatFiles(emit(source, api, job.target));
  return { files, inputs: source.files, warnings };
}
