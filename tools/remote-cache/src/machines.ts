import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { cloneOf, installIn, openTemporaryFolder, snapshot } from "@keysmith/clone";
import type { Machines } from "./prove.ts";
import { startCacheServer } from "./server.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Two machines, as far as turbo can tell, and the server between them. */
export interface Site extends Machines {
  /** Folder of what the server keeps. */
  readonly storage: string;
  /** Ends the server and removes every file. */
  close(): Promise<void>;
}

/**
 * Starts a cache server and clones this repository twice, as it stands, into a temporary folder, with dependencies
 * installed and nothing else. Nothing of it outlives this process, also where somebody stops that.
 */
export async function openSite(): Promise<Site> {
  const { folder, remove } = openTemporaryFolder("keysmith-remote-cache-");
  try {
    const storage = join(folder, "storage");
    mkdirSync(storage);
    await snapshot(ROOT, join(folder, "origin"));
    // Of different depth, so that a path that got into a hash shows.
    const places = [join(folder, "first"), join(folder, "elsewhere/and/deeper/second")] as const;
    const [first, second] = await Promise.all([
      cloneOf(join(folder, "origin"), places[0]),
      cloneOf(join(folder, "origin"), places[1]),
    ]);
    await installIn(first);
    await installIn(second);
    const token = randomBytes(16).toString("hex");
    const server = await startCacheServer(storage, token);
    const close = async (): Promise<void> => {
      await server.close();
      remove();
    };
    return { first, second, storage, close, environment: environmentFor(server.origin, token) };
  } catch (error) {
    remove();
    throw error;
  }
}

function environmentFor(origin: string, token: string): NodeJS.ProcessEnv {
  return {
    TURBO_API: origin,
    TURBO_TEAM: "keysmith",
    TURBO_TOKEN: token,
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: randomBytes(32).toString("hex"),
  };
}
