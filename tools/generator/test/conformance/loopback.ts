import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Exchange } from "./row.ts";

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** A real server that keeps what arrives. */
export interface Loopback {
  readonly url: string;
  /** What the next request is answered with. */
  answer: Exchange["answers"];
  /** The requests since they were last taken. */
  take(): readonly Arrival[];
  close(): Promise<void>;
}

export async function startLoopback(): Promise<Loopback> {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url: target = "", headers } = request;
    arrivals.push({ method, target, headers, body: Buffer.concat(chunks) });
    const { status, type = "application/json", body } = loopback.answer ?? {};
    response.writeHead(
      status ?? (body === undefined ? 204 : 200),
      body === undefined ? {} : { "content-type": type },
    );
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const loopback: Loopback = {
    url: `http://127.0.0.1:${port}`,
    answer: undefined,
    take: () => arrivals.splice(0),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return loopback;
}

/** A row's program, ready to run. */
export interface Program {
  create(baseUrl: string): object;
  readonly calls: readonly ((client: object) => Promise<unknown>)[];
}

const runtime = resolve(import.meta.dirname, "../../../../packages/runtime/src/index.ts");

/** Makes programs of what stands in the folders, all at once; the runtime is in there once. */
export async function bundle(
  folder: string,
  ids: readonly string[],
): Promise<(id: string) => Promise<Program>> {
  const outdir = join(folder, "bundled");
  await build({
    entryPoints: Object.fromEntries(ids.map((id) => [id, join(folder, id, "usage.ts")])),
    outdir,
    outExtension: { ".js": ".mjs" },
    alias: { "@keysmith/runtime": runtime },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    logLevel: "error",
  });
  return (id) => import(/* @vite-ignore */ pathToFileURL(join(outdir, `${id}.mjs`)).href) as Promise<Program>;
}
