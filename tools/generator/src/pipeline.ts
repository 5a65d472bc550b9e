import { check } from "./check/index.ts";
import { emit } from "./emit/index.ts";
import { sourceFile } from "./emit/typescript/header.ts";
import type { GeneratedFile } from "./emit/target.ts";
import { load } from "./load/index.ts";
import { type Problem, SpecProblems } from "./problem.ts";
import { normalForm, read } from "./read/index.ts";
import { printSchema } from "./schema-thread.ts";
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
  try {
    return await make(job);
  } catch (error) {
    // The rules refuse what is too deep where it stands; whatever they overlook is refused all the same.
    if (!(error instanceof RangeError)) throw error;
    const message = `The document is too large for one of its texts, or too deep, to make a package of it (${error.message}).`;
    throw new SpecProblems([
      { severity: "error", rule: "limits", file: job.spec, line: 1, column: 1, pointer: "#", message },
    ]);
  }
}

async function make(job: Job): Promise<Package> {
  const source = await load(job.spec);
  const warnings = check(source);
  const schema = printSchema(normalForm(source.document));
  // It is awaited below, and with it what went wrong there.
  schema.catch(() => {});
  const api = read(source, job.name);
  const [types, files] = await Promise.all([schema, formatFiles(emit(source, api, job.target))]);
  const text = sourceFile(api, job.target, [types.trimEnd()]);
  return { files: [...files, { path: "src/schema.ts", text }], inputs: source.files, warnings };
}
