import { basename, dirname, join } from "node:path";
import { watch as watchFiles } from "chokidar";
import { generate, type Order, type Outcome } from "./generate.ts";
import { nextSteps } from "./next-steps.ts";
import { type Request, takeOrder } from "./order.ts";
import type { ProblemFile } from "./problem-file.ts";
import { reportOutcomes, reportRefusals } from "./report.ts";
import { findWorkspace } from "./workspace/workspace.ts";

/** Long enough for an editor to finish saving (many write a new file and rename it), short enough not to be noticed. */
const SETTLE_MS = 80;

/**
 * Makes packages again as their documents are saved, until SIGINT or SIGTERM.
 *
 * Every save runs the whole order: fingerprints make the untouched packages a matter of milliseconds, and files that a
 * document refers to, new documents and removed ones need no treatment of their own. A refused document shows its
 * problems, and the watcher lives on; the file of `--report` always says how things stand.
 */
export async function watch(request: Request, from: string, problems?: ProblemFile): Promise<number> {
  // What is wrong with the command line ends the command here; later on it can only be a document that went away.
  takeOrder(request, from);
  const folder = watchedFolder(request, from);
  const watcher = watchFiles(folder, {
    ignoreInitial: true,
    // The folder around a document may be a whole project, with thousands of folders of dependencies in it.
    ignored: (path, stats) =>
      // What a run writes must not cause the next one.
      path === problems?.path ||
      basename(path) === "node_modules" ||
      (stats?.isFile() === true && !/\.(?:ya?ml|json)$/.test(path)),
  });
  await new Promise<void>((ready) => watcher.once("ready", ready));

  // One run at a time; saves that arrive during a run, the first one included, are answered by one more run after it.
  let timer: NodeJS.Timeout | undefined;
  let running = regenerate(request, from, problems);
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => regenerate(request, from, problems));
    }, SETTLE_MS);
  });
  await running;
  // Loaded now, so that the first save does not wait for a compiler.
  await import("./pipeline.ts");
  process.stdout.write(`Watching ${folder}. Ctrl+C ends.\n`);

  await new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
  return 0;
}

/** One document at a time: while one is broken, the others are made all the same. */
async function regenerate(request: Request, from: string, problems?: ProblemFile): Promise<void> {
  await reportRefusals(async () => {
    const { jobs, orphans, check, catalogue } = takeOrder(request, from);
    const told: Order["told"] = (spec, found) => problems?.add(spec, found);
    problems?.begin();
    const one = { jobs: [], orphans: [], check, catalogue: undefined, told };
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(...(await regenerateOne({ ...one, jobs: [job] })));
    for (const orphan of orphans) outcomes.push(...(await regenerateOne({ ...one, orphans: [orphan] })));
    await regenerateOne({ ...one, catalogue });
    if (catalogue !== undefined) process.stdout.write(nextSteps(outcomes, catalogue));
    problems?.write();
    return 0;
  });
}

async function regenerateOne(order: Order): Promise<readonly Outcome[]> {
  let outcomes: readonly Outcome[] = [];
  await reportRefusals(async () => {
    outcomes = await generate(order);
    reportOutcomes(outcomes.filter((outcome) => outcome.state !== "unchanged"));
    return 0;
  });
  return outcomes;
}

function watchedFolder(request: Request, from: string): string {
  if (request.spec !== undefined) return dirname(request.spec);
  const workspace = findWorkspace(from);
  return workspace ? join(workspace.root, "specs") : from;
}
