import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { start, type Started } from "@keysmith/clone/command";
import { installPackage } from "@keysmith/registry";

/** MIT, maintained since 2021. Fetched on demand: it brings the SDKs of three clouds, for storage we do not use. */
export const SERVER = { name: "turborepo-remote-cache", version: "2.12.0" };

const START_SECONDS = 30;

export interface CacheServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Starts a remote cache on loopback, on a free port, that keeps what it is given in a folder.
 *
 * @param token - What clients must send, as `TURBO_TOKEN`.
 * @throws Error when the registry does not give the server, or with the server's words when it does not start.
 */
export async function startCacheServer(storage: string, token: string): Promise<CacheServer> {
  const installed = await installPackage(SERVER);
  const server = start({
    file: process.execPath,
    args: [join(installed, "dist/cli.js")],
    cwd: storage,
    env: {
      HOST: "127.0.0.1",
      PORT: "0",
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: storage,
      STORAGE_PATH_USE_TMP_FOLDER: "false",
      // Any value makes the server keep signatures; it checks none, so it is not told the key.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: "kept",
    },
  });
  try {
    return { origin: await addressOf(server), close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The server logs JSON, line by line; one of them says where it listens. */
async function addressOf({ printed, ended }: Started): Promise<string> {
  const over = ended.then(
    () => true,
    () => true,
  );
  const fail = (why: string): Error => new Error(`${SERVER.name} ${why}:\n${printed().output}`);
  const limit = performance.now() + START_SECONDS * 1000;
  while (performance.now() < limit) {
    const origin = /listening at (http:\/\/[\d.:]+)/.exec(printed().stdout)?.[1];
    if (origin !== undefined) return origin;
    if (await Promise.race([over, wait(20, false)])) throw fail("ended");
  }
  throw fail(`does not listen after ${START_SECONDS} s`);
}
