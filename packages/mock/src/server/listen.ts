import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { MockError, messageOf } from "../errors.ts";
import { answerOfProblem } from "../engine/answer.ts";
import type { MockRequest } from "../engine/message.ts";
import { problem, type Problem } from "../engine/problem.ts";
import type { Caller } from "../scope/patience.ts";
import type { Delivery } from "../scope/scope.ts";
import { answerMalformed } from "./malformed.ts";

/** Answers a request; must not reject. */
export type Handler = (request: MockRequest, caller: Caller) => Promise<Delivery>;

export interface Listener {
  /** `http://127.0.0.1:4010`, without a trailing slash. */
  readonly url: string;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

const BODY_LIMIT = 10 * 1024 * 1024;
/** Until the last byte of a request is there; then it is answered with a 408. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Serves a handler over HTTP. Throws {@link MockError} when the port cannot be had. */
export async function listen(
  handler: Handler,
  {
    host,
    port,
    requestTimeoutMs = REQUEST_TIMEOUT_MS,
  }: { readonly host: string; readonly port: number; readonly requestTimeoutMs?: number },
): Promise<Listener> {
  const server = createServer(
    {
      requestTimeout: requestTimeoutMs,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1000, requestTimeoutMs),
      requireHostHeader: false,
    },
    (request, response) => {
      serve(handler, request, response).catch(() => response.destroy());
    },
  );
  answerMalformed(server);
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await started(server, host, port);
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${authority(host)}:${taken}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Node.js would leave out those that asked to speak something else than HTTP.
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function serve(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const delivery =
    body === undefined
      ? refused(problem(413, "body-too-large", `the body is larger than ${BODY_LIMIT} bytes`))
      : await handler(
          {
            method: request.method ?? "GET",
            target: request.url ?? "/",
            headers: headersOf(request),
            body,
          },
          () => callerOf(response),
        );
  if (delivery.fault === "reset") request.socket.resetAndDestroy();
  else send(request, response, delivery);
}

/** Whoever waits at the other end of the connection. */
function callerOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  else response.once("close", () => gone.abort());
  return gone.signal;
}

/** The delivery of an answer that is not the document's. */
export function refused(why: Problem): Delivery {
  return { answer: answerOfProblem(why), fault: undefined };
}

/** Undefined when there is more of it than the mock takes. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Uint8Array = chunk;
    size += bytes.length;
    // Read on to the end: a client that still writes would not see an answer.
    if (size <= BODY_LIMIT) chunks.push(bytes);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks);
}

function headersOf(request: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(request.headersDistinct).map(([name, values]) => [
      name,
      (values ?? []).join(name === "cookie" ? "; " : ", "),
    ]),
  );
}

/** Where an answer ends is the server's to say. */
const FRAMING: ReadonlySet<string> = new Set(["content-length", "trailer", "transfer-encoding"]);

function send(request: IncomingMessage, response: ServerResponse, { answer, fault }: Delivery): void {
  const body = Buffer.from(answer.body);
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (!FRAMING.has(name)) response.setHeader(name, value);
  allowBrowsers(request, response);
  // Node.js leaves out the body of a HEAD, a 204 and a 304 by itself.
  const isBodiless = answer.status === 204 || answer.status === 304;
  if (!isBodiless) response.setHeader("content-length", body.length);
  if (fault === "truncate" && body.length > 0 && !isBodiless && request.method !== "HEAD")
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
  else response.end(body);
}

/** Pages of any origin may call the mock: it holds nothing but examples. */
function allowBrowsers(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.origin === undefined) return;
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-expose-headers", "*");
  if (request.method !== "OPTIONS") return;
  response.setHeader("access-control-allow-methods", response.getHeader("allow") ?? "*");
  response.setHeader(
    "access-control-allow-headers",
    request.headers["access-control-request-headers"] ?? "*",
  );
}

async function started(server: Server, host: string, port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new MockError(`There is no port ${port}: expected a whole number from 0 to 65535`);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken =
        error.code === "EADDRINUSE"
          ? `Port ${port} on ${host} is in use: choose another one, or 0 for a free one`
          : undefined;
      reject(new MockError(taken ?? `Cannot listen on ${host}:${port}: ${messageOf(error)}`));
    });
    server.listen(port, host, resolve);
  });
}

/** Listening everywhere includes here; an IPv6 address needs brackets. */
function authority(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
