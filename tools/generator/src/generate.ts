import { existsSync } from "node:fs";
import { join } from "node:path";
import type { GeneratedFile } from "./emit/target.ts";
import { type Problem, SpecProblems } from "./problem.ts";
import { startSchemaThread } from "./schema-thread.ts";
import { applyPlan } from "./write/apply.ts";
import {
  fingerprint,
  generatorHash,
  readFingerprint,
  stillHolds,
  writeFingerprint,
} from "./write/fingerprint.ts";
import { isCurrent, type Plan, planFolder } from "./write/plan.ts";
import { CATALOGUE, newCatalogue, writeCatalogue } from "./workspace/catalogue.ts";
import type { Job } from "./workspace/job.ts";
import { type Orphan, refuseToLose, removeOrphan } from "./workspace/orphan.ts";
import { openWorkspace } from "./workspace/workspace.ts";

/** What became of one package, or of the list of them. */
export interface Outcome {
  readonly name: string;
  /** `stale`: it would have been written or removed, but this was a check. */
  readonly state: "written" | "unchanged" | "removed" | "stale";
  /** A package of the workspace that was not there before. */
  readonly isNew: boolean;
  /** Files written, removed or found stale, relative to the package. */
  readonly files: readonly string[];
  readonly warnings: readonly Problem[];
  readonly milliseconds: number;
}

export interface Order {
  readonly jobs: readonly Job[];
  readonly orphans: readonly Orphan[];
  /** Compare only; write nothing. */
  readonly check: boolean;
  /** The workspace whose README lists its packages and is brought up to date with them; `undefined` leaves it alone. */
  readonly catalogue: string | undefined;
  /** Told everything that is found in a document, also when it is refused, and when nothing has changed. */
  readonly told?: (spec: string, problems: readonly Problem[]) => void;
}

/**
 * Makes every package of the order, all of them in memory first: one refused document and nothing is written at all.
 *
 * @throws {SpecProblems} With the problems of all refused documents.
 * @throws {Refusal} When hand-written files would be lost.
 */
export async function generate(order: Order): Promise<Outcome[]> {
  order.orphans.forEach(refuseToLose);
  const generator = generatorHash();
  const prepared = [];
  const problems: Problem[] = [];
  for (const job of order.jobs) {
    try {
      const one = await prepare(job, generator);
      prepared.push(one);
      order.told?.(job.spec, one.known);
    } catch (error) {
      if (!(error instanceof SpecProblems)) throw error;
      for (const problem of error.problems) problems.push(problem);
      order.told?.(job.spec, [...error.problems, ...error.warnings]);
    }
  }
  if (problems.length > 0) throw new SpecProblems(problems);
  return [
    ...prepared.map((one) => finish(one, generator, order.check)),
    ...order.orphans.map((orphan) => removePackage(orphan, order.check)),
    // Last: it says what there is now.
    ...(order.catalogue === undefined ? [] : await listPackages(order.catalogue, order.check)),
  ];
}

interface Prepared {
  readonly job: Job;
  /** `undefined`: the fingerprint still holds, so nothing was made. */
  readonly made:
    | { readonly plan: Plan; readonly inputs: readonly string[]; readonly outputs: readonly GeneratedFile[] }
    | undefined;
  /** News about the document. */
  readonly warnings: readonly Problem[];
  /** All that is known about it. */
  readonly known: readonly Problem[];
  readonly milliseconds: number;
}

async function prepare(job: Job, generator: string): Promise<Prepared> {
  const start = performance.now();
  const taken = readFingerprint(job.cache);
  if (taken && stillHolds(taken, generator, job)) {
    const { warnings: known } = taken;
    return { job, made: undefined, warnings: [], known, milliseconds: performance.now() - start };
  }
  // The pipeline brings a YAML parser, a schema validator and a compiler: a no-op run never loads them.
  startSchemaThread();
  const { makePackage } = await import("./pipeline.ts");
  const { files, inputs, warnings } = await makePackage(job);
  const plan = planFolder(job.folder, files);
  const made = { plan, inputs, outputs: files };
  return { job, made, warnings, known: warnings, milliseconds: performance.now() - start };
}

function finish(prepared: Prepared, generator: string, check: boolean): Outcome {
  const { job, made, warnings } = prepared;
  const start = performance.now();
  const isNew = job.target.kind === "workspace" && !existsSync(join(job.folder, "package.json"));
  const outcome = (state: Outcome["state"], files: readonly string[] = []): Outcome => ({
    name: job.name,
    state,
    isNew,
    files,
    warnings,
    milliseconds: prepared.milliseconds + performance.now() - start,
  });
  if (!made) return outcome("unchanged");
  const touched = [...made.plan.write.map((file) => file.path), ...made.plan.remove];
  if (check) return touched.length > 0 ? outcome("stale", touched) : outcome("unchanged");
  applyPlan(made.plan);
  writeFingerprint(job.cache, fingerprint(generator, job, made.inputs, made.outputs, warnings));
  return isCurrent(made.plan) ? outcome("unchanged") : outcome("written", touched);
}

/** Removes a package whose document is gone. */
function removePackage(orphan: Orphan, check: boolean): Outcome {
  const start = performance.now();
  const files = removeOrphan(orphan, check);
  return {
    name: orphan.name,
    state: check ? "stale" : "removed",
    isNew: false,
    files,
    warnings: [],
    milliseconds: performance.now() - start,
  };
}

/** Nothing to tell where the list is as it should be. */
async function listPackages(root: string, check: boolean): Promise<Outcome[]> {
  const start = performance.now();
  const fresh = newCatalogue(root, openWorkspace(root).packages);
  if (fresh === undefined) return [];
  if (!check) await writeCatalogue(fresh);
  const state = check ? "stale" : "written";
  const milliseconds = performance.now() - start;
  const files = ["the table of providers"];
  return [{ name: CATALOGUE, state, isNew: false, files, warnings: [], milliseconds }];
}
