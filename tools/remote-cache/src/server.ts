import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
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
  const server = spawn(process.execPath, [join(installed, "dist/cli.js")], {
    stdio: ["ignore", "pipe", "inherit"],
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
  const close = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const closed = once(server, "close");
    server.kill("SIGTERM");
    await closed;
  };
  try {
    return { origin: await addressOf(server), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The server logs JSON, line by line; one of them says where it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const said: string[] = [];
  const fail = (why: string): void => reject(new Error(`${SERVER.name} ${why}:\n${said.join("\n")}`));
  const timer = setTimeout(() => fail(`does not listen after ${START_SECONDS} s`), START_SECONDS * 1000);
  server.once("error", reject);
  server.once("close", () => fail("ended"));
  // Read to the end: a full pipe would stop the server.
  if (server.stdout)
    createInterface(server.stdout).on("line", (line) => {
      const origin = /listening at (http:\/\/[\d.:]+)/.exec(line)?.[1];
      if (origin === undefined) said.push(line);
      else resolve(origin);
      if (said.length > 20) said.shift();
    });
  return promise.finally(() => clearTimeout(timer));
}
