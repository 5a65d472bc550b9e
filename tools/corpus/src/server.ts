import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PlannedAnswer } from "./planned.ts";

/** A request that arrived. */
export interface Arrived {
  readonly method: string;
  /** As it came. */
  readonly path: string;
  readonly query: string;
}

export interface LocalServer {
  readonly origin: string;
  /** Sets the answer to what comes next, and forgets what came before. */
  answerWith(answer: PlannedAnswer): void;
  arrived(): readonly Arrived[];
  close(): void;
}

/** A server on loopback that answers whatever it is asked with what was planned. */
export async function startServer(): Promise<LocalServer> {
  let planned: PlannedAnswer = { status: 204 };
  let arrived: Arrived[] = [];
  const server = createServer(({ method = "", url = "" }, response) => {
    const [path = "", query = ""] = url.split("?");
    arrived.push({ method, path, query });
    const { status, mediaType, text } = planned;
    response.writeHead(status, mediaType === undefined ? {} : { "content-type": mediaType }).end(text);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith: (answer) => {
      planned = answer;
      arrived = [];
    },
    arrived: () => arrived,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
