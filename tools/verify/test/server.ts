import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Milliseconds until it is sent. */
  readonly delay?: number;
}

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export type Handler = (asked: Asked) => Answer | undefined;

/** A real server on loopback that does whatever a test wants; what it has no answer for is a 404 of its own. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly asked: readonly Asked[];
}

export async function startServer(handler: Handler): Promise<Server> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const answerTo = async (): Promise<void> => {
      const body = await read(request);
      const one = { method: request.method ?? "", target: request.url ?? "", headers: request.headers, body };
      asked.push(one);
      const answer = handler(one) ?? { status: 404, body: { errors: ["Not found."] } };
      setTimeout(() => send(response, answer), answer.delay ?? 0);
    };
    void answerTo();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  const isText = typeof body === "string";
  const type = body === undefined ? {} : { "content-type": isText ? "text/html" : "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined || isText ? body : JSON.stringify(body));
}
