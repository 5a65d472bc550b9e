import { constants } from "node:os";
import colors from "picocolors";
import { attempt, CommandError, stopAll } from "@keysmith/clone/command";
import { commandEnvironment } from "./environment.ts";
import { createPlace, type Place, removePlace } from "./place.ts";
import { startRegistry, type Registry } from "./registry.ts";
import { rehearse } from "./rehearsal.ts";
import { committed } from "./repository.ts";
import { createRunners } from "./runner.ts";
import { createStages, StageError, type Stages } from "./stages.ts";

/** How to rehearse. */
export interface Order {
  /** The repository. */
  readonly root: string;
  /** Whether the folder stays. */
  readonly keep: boolean;
  readonly out: NodeJS.WriteStream;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** How much of what a command printed is shown when it fails. */
const SHOWN_LINES = 60;

/**
 * Rehearses, and leaves nothing behind, however it ends.
 *
 * @returns The exit code of the process.
 */
export async function conduct({ root, keep, out }: Order): Promise<number> {
  const begin = performance.now();
  const stopping = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => stopping.abort(signal);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const place = createPlace();
  // For what nobody foresaw.
  const remove = (): void => removePlace(place, undefined);
  if (!keep) process.once("exit", remove);
  const stages = createStages(out, out.isTTY);
  let registry: Registry | undefined;
  try {
    await announce(stages, root, place, stopping.signal);
    registry = await stages.run("start a registry", async () => startRegistry(place));
    await rehearse({ root, place, registry, stages, signal: stopping.signal });
    stages.say(`\nRehearsed in ${((performance.now() - begin) / 1000).toFixed(0)} s.`);
    return 0;
  } catch (error) {
    const { reason } = stopping.signal as { readonly reason: unknown };
    if (typeof reason === "string") {
      stages.say(`\nStopped by ${reason}.`);
      return 128 + (constants.signals[reason as NodeJS.Signals] ?? 0);
    }
    stages.say(report(error, registry));
    if (!keep) stages.say("Its folder is gone; `pnpm rehearse --keep` leaves it for a closer look.");
    return 1;
  } finally {
    await stopAll();
    await registry?.close();
    if (keep) stages.say(`Kept: ${place.folder}`);
    else removePlace(place, await storeOf(root, place));
    process.off("exit", remove);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

async function announce(stages: Stages, root: string, place: Place, signal: AbortSignal): Promise<void> {
  const { commit, changed } = await committed(createRunners(root, place, signal).git, root);
  stages.say(`Rehearsing the release of commit ${commit}.`);
  if (changed === 0) return;
  const files = changed === 1 ? "1 file is" : `${changed} files are`;
  stages.say(colors.yellow(`${files} not as committed: what is not committed is not rehearsed.`));
}

/** pnpm keeps a note of every project in its store: those of ours have to go. */
async function storeOf(root: string, place: Place): Promise<string | undefined> {
  const file = `${root}/node_modules/.bin/pnpm`;
  try {
    const { stdout } = await attempt({
      file,
      args: ["store", "path"],
      cwd: root,
      env: commandEnvironment(place),
    });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** What failed, where, and what was printed. */
function report(error: unknown, registry: Registry | undefined): string {
  const cause = error instanceof StageError ? error.cause : error;
  const lines = error instanceof StageError ? ["", `Failed: ${error.stage}`] : [""];
  if (!(cause instanceof CommandError)) {
    lines.push(cause instanceof Error ? cause.message : String(cause), "");
    return lines.join("\n");
  }
  const { cwd, ended, output } = cause;
  lines.push(`  command  ${cause.line}`, `  in       ${cwd}`, `  ended    ${ended}`);
  lines.push("  printed", indent(output));
  if (registry) lines.push("  the registry's log", indent(registry.log(10)));
  return [...lines, ""].join("\n");
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .slice(-SHOWN_LINES)
    .map((one) => `    ${one}`)
    .join("\n");
}
