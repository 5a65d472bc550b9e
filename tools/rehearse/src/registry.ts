import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runServer } from "verdaccio";
import type { Place } from "./place.ts";

/** An npm registry of our own, on loopback, that knows only what is published to it. */
export interface Registry {
  /** `http://127.0.0.1:40123/` */
  readonly url: string;
  /** What it has of a package; undefined when it has none. */
  metadata(name: string): Promise<Metadata | undefined>;
  /** The last it wrote down, for whoever has to find out what went wrong. A process has one log, that of its first registry. */
  log(lines: number): string;
  close(): Promise<void>;
}

/** What we read of a registry's answer. */
export interface Metadata {
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, PublishedVersion>>;
}

export interface PublishedVersion {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly dist: { readonly integrity: string; readonly tarball: string };
}

/** Verdaccio says no more about its server than that there is one. */
const serve = runServer as (config: object) => Promise<Server>;

/**
 * Starts Verdaccio in this process, on a free port of loopback. It asks no other registry for anything, so that what it
 * answers was published here, or is not there; and the file it writes for npm names it for everything, with a token that
 * means nothing elsewhere.
 */
export async function startRegistry({ registry: folder, npmrc }: Place): Promise<Registry> {
  mkdirSync(folder);
  const log = join(folder, "log");
  const server = await serve({
    storage: join(folder, "storage"),
    configPath: join(folder, "config.yaml"),
    self_path: join(folder, "config.yaml"),
    uplinks: {},
    packages: { "**": { access: "$all", publish: "$all" } },
    // Pretty, it would be written by a thread, later.
    log: { type: "file", path: log, format: "json", level: "http" },
    web: { enable: false },
    max_body_size: "50mb",
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}/`;
  writeFileSync(npmrc, `registry=${url}\n//${host}/:_authToken=of-no-use-elsewhere\n`);
  return {
    url,
    async metadata(name) {
      const response = await fetch(url + name.replace("/", "%2f"));
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`The registry answered ${response.status} for ${name}.`);
      return (await response.json()) as Metadata;
    },
    log: (lines) => messagesOf(log).slice(-lines).join("\n"),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function messagesOf(log: string): readonly string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  return lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg);
}
