import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Command, run, start, type Started } from "@keysmith/clone/command";
import { withNode } from "../environment.ts";
import type { Project } from "./project.ts";

/** Mocks of all providers that a project has installed, served by the command of the mock's package. */
export interface Mocks {
  /** By provider. */
  readonly urls: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** How long the mocks may take to be there. */
const START_MS = 30_000;

type Environment = Command["env"];

export async function startMocks(
  { folder }: Project,
  providers: readonly string[],
  env: Environment,
  signal: AbortSignal,
): Promise<Mocks> {
  const file = join(folder, "node_modules/.bin/keysmith-mock");
  const command = { file, args: providers, cwd: folder, env: withNode(env, dirname(process.execPath)) };
  const started = start(command, signal);
  const urls = await urlsOf(started, providers);
  return { urls, stop: () => started.stop() };
}

/** Waits for the table that says where each mock is. */
async function urlsOf(
  started: Started,
  providers: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const over = AbortSignal.any([AbortSignal.timeout(START_MS), endOf(started)]);
  while (!over.aborted) {
    const lines = started.printed().stdout.split("\n");
    const found = providers.flatMap((name) => {
      const row = lines.find((line) => new RegExp(String.raw`\b${name}\b`).test(line));
      const url = /http:\/\/[\d.]+:\d+/.exec(row ?? "")?.[0];
      return url === undefined ? [] : [[name, url] as const];
    });
    if (found.length === providers.length) return Object.fromEntries(found);
    await wait(20);
  }
  const { output } = started.printed();
  await started.stop();
  throw new Error(`keysmith-mock did not say where ${providers.join(", ")} are. It printed:\n${output}`);
}

function endOf(started: Started): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  started.ended.then(abort, abort);
  return controller.signal;
}

/**
 * Runs a compiled program.
 *
 * @param node - The Node.js to run it with.
 */
export async function runProgram(
  node: string,
  {
    project,
    file,
    args = [],
  }: { readonly project: Project; readonly file: string; readonly args?: readonly string[] },
  env: Environment,
  signal: AbortSignal,
): Promise<string> {
  const { stdout } = await run({ file: node, args: [file, ...args], cwd: project.folder, env }, signal);
  return stdout.trim();
}
