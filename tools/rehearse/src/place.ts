import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The one folder in which a rehearsal happens. */
export interface Place {
  readonly folder: string;
  /** The clone. */
  readonly repository: string;
  /** What the clone pushes to, in place of where the repository pushes to. */
  readonly origin: string;
  /** Of Verdaccio: storage and log. */
  readonly registry: string;
  /** The only npm configuration that a release knows. */
  readonly npmrc: string;
  /** npm's configuration as the machine has it, but for where our packages come from. */
  readonly usersNpmrc: string;
  /** Of npm: what it downloads, and its logs. */
  readonly cache: string;
  /** What the commands take for the system's folder of temporary files. */
  readonly temporary: string;
}

export const PREFIX = "keysmith-rehearsal-";

export function createPlace(): Place {
  // As the system spells it: commands name their folders that way.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), PREFIX)));
  const temporary = join(folder, "tmp");
  mkdirSync(temporary);
  return {
    folder,
    temporary,
    repository: join(folder, "repository"),
    origin: join(folder, "origin.git"),
    registry: join(folder, "registry"),
    npmrc: join(folder, "npmrc"),
    usersNpmrc: join(folder, "npmrc-of-users"),
    cache: join(folder, "npm-cache"),
  };
}

/**
 * Removes a place, and the notes that pnpm keeps of the projects that use its store.
 *
 * @param store - pnpm's store; undefined when none was asked for.
 */
export function removePlace({ folder }: Place, store: string | undefined): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  if (store === undefined) return;
  for (const note of listOf(join(store, "projects"))) {
    if (linkOf(note).startsWith(folder)) rmSync(note, { force: true });
  }
}

function listOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Somebody else may be cleaning up as well. */
function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}
