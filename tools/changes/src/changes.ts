import { CommanderError } from "commander";
import { listProblems, Refusal, SpecProblems, type Workspace } from "@keysmith/generator/workspace";
import { openRepository, type Repository } from "./base/repository.ts";
import { applyFilePlans, type Written } from "./changeset/write.ts";
import { recordFailures, staleFailures } from "./check.ts";
import { compare, type Compared, demandProviders, demandWorkspace } from "./compare.ts";
import type { Judge, Replay } from "./compare-package.ts";
import { CompareError, FileError, UsageError } from "./refusals.ts";
import { formatReport } from "./report/report.ts";
import { readSettings, type Settings } from "./settings.ts";
import { misfitLine } from "./weigh.ts";

/** What a process gives: tests give their own. */
export interface Surroundings {
  /** A folder of the workspace. */
  readonly folder: string;
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  out(text: string): void;
  err(text: string): void;
  /** Default: the two axes. */
  readonly judge?: Judge;
  /** Default: the examples and tests of the last release. */
  readonly replay?: Replay;
}

/** `pnpm changes`: the exit code of a command line. */
export async function changes(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await carryOut(readSettings(argv, around), around);
  } catch (error) {
    // Commander has said it already: 0 for --help, else a wrong argument.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const code = refusalCode(error);
    if (code === undefined) throw error;
    around.err(error instanceof SpecProblems ? refusedText(error) : `${(error as Error).message}\n`);
    return code;
  }
}

function refusalCode(error: unknown): number | undefined {
  if (error instanceof UsageError) return 2;
  if (error instanceof CompareError) return 3;
  if (error instanceof SpecProblems || error instanceof Refusal || error instanceof FileError) return 1;
  return undefined;
}

function refusedText({ problems }: SpecProblems): string {
  const count = `${problems.length} problem${problems.length === 1 ? "" : "s"}`;
  return `${listProblems(problems)}\n${count}; nothing was compared, and nothing was written.\n`;
}

async function carryOut(settings: Settings, around: Surroundings): Promise<number> {
  const workspace = demandWorkspace(around.folder);
  const repository = await openRepository(workspace.root);
  const compared =
    "reason" in repository
      ? onlyStaleness(repository.reason, settings, workspace)
      : await compare({
          ...settings,
          workspace,
          repository,
          judge: around.judge,
          replay: replayFor(settings, around),
        });
  const failures = settings.check ? await failuresOf(workspace, settings, compared) : undefined;
  const written =
    settings.write && !("reason" in repository) ? await record(repository, compared) : undefined;
  around.out(await formatReport(compared, { ...settings, columns: around.columns, written, failures }));
  // Also beside JSON: what is wrong is read by people.
  const misfits = settings.check ? [] : compared.misfits.map(misfitLine);
  for (const line of [...compared.notices, ...misfits]) around.err(`note: ${line}\n`);
  for (const line of failures ?? []) around.err(`✗ ${line}\n`);
  return failures !== undefined && failures.length > 0 ? 1 : 0;
}

/** A check is part of every test run, and the axes decide: what was promised is tried where it is read. */
function replayFor({ check }: Settings, { replay }: Surroundings): Replay | undefined {
  if (check) return undefined;
  return replay ?? (async (before, after) => (await import("./replay/replay.ts")).replay(before, after));
}

/** Without a repository a check still says whether code is stale; anything else has nothing to say. */
function onlyStaleness(reason: string, { check, providers }: Settings, workspace: Workspace): Compared {
  const what = "What was released is read from git";
  if (!check) throw new CompareError(`${reason} ${what}: run this in a clone.`);
  demandProviders(providers, [...workspace.specs.keys()]);
  const notice = `${reason} ${what}, so only generated code was checked.`;
  return { comparisons: [], misfits: [], notices: [notice] };
}

async function failuresOf(
  workspace: Workspace,
  { providers }: Settings,
  compared: Compared,
): Promise<readonly string[]> {
  const stale = await staleFailures(workspace, providers);
  return [...stale, ...(await recordFailures(workspace, compared))];
}

/** All changesets are planned before the first is written. */
async function record(repository: Repository, { comparisons }: Compared): Promise<readonly Written[]> {
  const { readOwnFiles } = await import("./changeset/own-files.ts");
  const { planFiles } = await import("./changeset/plan.ts");
  const plans = [];
  for (const one of comparisons)
    plans.push(await planFiles(one, await readOwnFiles(repository, one.name, one.base)));
  return applyFilePlans(repository.root, plans);
}
