import { join } from "node:path";
import { type Printed, run } from "@keysmith/clone/command";
import { commandEnvironment, releaseEnvironment, userEnvironment } from "./environment.ts";
import type { Place } from "./place.ts";

/** Runs a program with arguments in a folder; rejects when it fails. */
export type Runner = (args: readonly string[], options: { readonly cwd: string }) => Promise<Printed>;

/** The programs that a rehearsal runs, each with the environment it may have. */
export interface Runners {
  readonly git: Runner;
  /** With the registry, and everything else, as configured on the machine. */
  readonly pnpm: Runner;
  /** With no registry but ours, and no credential. */
  readonly releasePnpm: Runner;
  readonly npm: Runner;
  /** With our packages from our registry, and everything else as configured on the machine. */
  readonly userPnpm: Runner;
  readonly userNpm: Runner;
}

/**
 * @param root - The repository, whose pnpm is run: the one that its package.json names.
 */
export function createRunners(root: string, place: Place, signal: AbortSignal): Runners {
  const runner =
    (file: string, env: ReturnType<typeof commandEnvironment>): Runner =>
    (args, { cwd }) =>
      run({ file, args, cwd, env }, signal);
  const pnpm = join(root, "node_modules/.bin/pnpm");
  return {
    git: runner("git", commandEnvironment(place)),
    pnpm: runner(pnpm, commandEnvironment(place)),
    releasePnpm: runner(pnpm, releaseEnvironment(place)),
    npm: runner("npm", commandEnvironment(place)),
    userPnpm: runner(pnpm, userEnvironment(place)),
    userNpm: runner("npm", userEnvironment(place)),
  };
}
