import { openDocument } from "@keysmith/contract/document";
import { CommanderError } from "commander";
import { SpecProblems } from "@keysmith/generator";
import { readArguments } from "./arguments/given.ts";
import { credentialsFrom } from "./call/credentials.ts";
import { demandAddress } from "./call/caller.ts";
import { addressOf, type Target } from "./call/target.ts";
import { knownProviders, loadProvider, type Where } from "./provider.ts";
import { formatDryRun } from "./report/dry-run.ts";
import { createReport, type Report } from "./report/report.ts";
import { formatReport } from "./report/text.ts";
import { checkWrites } from "./lifecycle/lifecycle.ts";
import { resourcesOf } from "./lifecycle/resources.ts";
import { checkReads } from "./run/reads.ts";
import { type Result, skipped } from "./run/result.ts";
import { createRun, onlyReads, type Run } from "./run/run.ts";
import { selectOperations } from "./select.ts";
import {
  demandWritable,
  pairs,
  readJsonFile,
  readSettings,
  type Settings,
  writeJsonFile,
} from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** What a process gives: tests give their own. */
export interface Surroundings extends Where {
  readonly environment: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
  /** Ends the run; what it made is deleted all the same. */
  readonly signal: AbortSignal;
}

/** `pnpm verify`: the exit code of a command line. */
export async function verify(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    const settings = readSettings(argv, around, knownProviders(around.workspace));
    return await carryOut(settings, around);
  } catch (error) {
    // Commander has said it already: 0 for --help, else a wrong argument.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError || error instanceof SpecProblems)) throw error;
    around.err(`${error.message}\n`);
    return 2;
  }
}

async function carryOut(settings: Settings, around: Surroundings): Promise<number> {
  const provider = await loadProvider(settings.provider, around);
  const { api } = provider;
  const given = readArguments(api, {
    pairs: settings.arg,
    file:
      settings.args === undefined ? undefined : { name: settings.args, content: readJsonFile(settings.args) },
    environment: around.environment,
  });
  const target = targetOf(settings);
  const operations = selectOperations(api, settings.only, given);
  const server = addressOf(api, target);
  if (settings.dryRun) {
    const auth = credentialsFrom(api, around.environment);
    demandAddress(provider, target);
    const resources = resourcesOf(api, openDocument(provider.source.document));
    const { allowWrites } = settings;
    around.out(`${formatDryRun({ api, operations, resources, given, auth, server, allowWrites })}\n`);
    return 0;
  }
  const limits = { maxRequests: settings.maxRequests, pauseMs: settings.pause };
  const { environment, signal } = around;
  const run = createRun({ provider, operations, given, target, limits, environment, signal });
  if (settings.report !== undefined) demandWritable(settings.report);
  const results: Result[] = [];
  const leftBehind: string[] = [];
  for await (const result of checks(run, settings, (what) => leftBehind.push(what))) {
    results.push(result);
    if (settings.verbose) around.err(`${run.secrets.clean(line(result))}\n`);
  }
  const report = createReport(run, results, { server, writes: settings.allowWrites, leftBehind });
  print(report, settings, around);
  return report.exitCode;
}

async function* checks(
  run: Run,
  { allowWrites }: Settings,
  leftBehind: (what: string) => void,
): AsyncGenerator<Result> {
  yield* checkReads(run);
  if (allowWrites) {
    yield* checkWrites(run, leftBehind);
    return;
  }
  for (const operation of run.operations)
    if (!onlyReads(operation)) yield skipped(operation, "answer", "it writes: --allow-writes");
}

function targetOf({ baseUrl, environment, server, timeout, retries }: Settings): Target {
  return { baseUrl, environment, server: pairs("--server", server), timeoutMs: timeout, retries };
}

function print(report: Report, { json, report: file, verbose }: Settings, around: Surroundings): void {
  around.out(json ? `${JSON.stringify(report, null, 2)}\n` : `${formatReport(report, verbose)}\n`);
  if (file !== undefined) writeJsonFile(file, report);
}

function line({ operation, check, verdict, status, milliseconds, callers, reason }: Result): string {
  const answered = status === undefined ? "no answer" : String(status);
  const took = milliseconds === undefined ? "" : ` in ${Math.round(milliseconds)} ms`;
  const told = [reason, callers].filter((text) => text !== undefined).join("; ");
  return `${operation.id}, ${check}: ${verdict === "skipped" ? "skipped" : `${answered}${took}, ${verdict}`}${told === "" ? "" : ` (${told})`}`;
}
