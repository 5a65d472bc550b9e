import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** As `performance.now()` counts. */
  readonly at: number;
}

/** One way to answer, well or badly. */
export type Answer = (response: ServerResponse, arrival: Arrival) => void;

/** A real server on loopback that misbehaves as it is told, and keeps a log of what arrived. */
export interface FaultServer {
  readonly url: string;
  readonly log: Arrival[];
  /** Answers for a path, one per request; the last one stays. */
  on(path: string, ...answers: readonly [Answer, ...Answer[]]): void;
  /** Requests for a path so far. */
  arrivals(path: string): Arrival[];
  close(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  const log: Arrival[] = [];
  const scripts = new Map<string, Answer[]>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    const arrival = { method, url, headers, body: Buffer.concat(chunks).toString(), at: performance.now() };
    log.push(arrival);
    const script = scripts.get(pathOf(url)) ?? [json({ message: "no script" }, 418)];
    const answer = script.length > 1 ? script.shift() : script[0];
    answer?.(response, arrival);
  });
  // Clients that give up are part of the game.
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    on: (path, ...answers) => void scripts.set(path, [...answers]),
    arrivals: (path) => log.filter(({ url }) => pathOf(url) === path),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function pathOf(url: string): string {
  return url.split("?")[0] ?? "";
}

/** A well-formed answer. */
export function json(body: unknown, code = 200, headers: Record<string, string | string[]> = {}): Answer {
  return text(JSON.stringify(body), "application/json", code, headers);
}

export function text(
  body: string | Uint8Array,
  contentType: string,
  code = 200,
  headers: Record<string, string | string[]> = {},
): Answer {
  return (response) => {
    response.writeHead(code, { "content-type": contentType, ...headers });
    response.end(body);
  };
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(code, headers);
    response.end();
  };
}

/** The connection breaks before an answer. */
export const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** The connection breaks in the middle of the body. */
export function resetInBody(start = '{"name":"dep', code = 200): Answer {
  return (response) => {
    response.writeHead(code, { "content-type": "application/json", "content-length": "100" });
    response.write(start, () => setTimeout(() => response.socket?.destroy(), 20));
  };
}

/** Headers come after a while. */
export function slow(ms: number, then: Answer): Answer {
  return (response, arrival) => void setTimeout(() => then(response, arrival), ms).unref();
}

/** Nothing ever comes. */
export const silence: Answer = () => {};

/** Headers and the start of a body come, and then nothing. */
export function stall(code = 200, start = '{"name":'): Answer {
  return (response) => {
    response.writeHead(code, { "content-type": "application/json" });
    response.write(start);
  };
}

/** A body that is far too long, sent as fast as it is taken; `taken` counts the bytes. */
export function flood(bytes: number, taken: { bytes: number }, code = 500): Answer {
  return (response) => {
    response.writeHead(code, { "content-type": "text/plain" });
    const chunk = Buffer.alloc(65_536, "x");
    let left = bytes;
    const push = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= chunk.byteLength;
        taken.bytes += chunk.byteLength;
        if (!response.write(chunk)) return void response.once("drain", push);
      }
      response.end();
    };
    push();
  };
}

export function gzip(body: unknown): Answer {
  return text(gzipSync(JSON.stringify(body)), "application/json", 200, { "content-encoding": "gzip" });
}

export function redirect(code: number, location: string): Answer {
  return status(code, { location });
}

/** A body that breaks off before its encoding ends. */
export function cutGzip(body: unknown): Answer {
  const packed = gzipSync(JSON.stringify(body)).subarray(0, -12);
  return text(packed, "application/json", 200, { "content-encoding": "gzip" });
}

/** Names the same next page for ever. */
export function repeatingCursor(): Answer {
  return json({ items: [1], next: "again" });
}

/** Where nobody listens: connections are refused. */
export async function nowhere(): Promise<string> {
  const gone = await startFaultServer();
  await gone.close();
  return gone.url;
}
