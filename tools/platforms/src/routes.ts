import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Echo, EchoedPart } from "./scenario/clients.ts";

/** What the routes remember between requests. */
export interface World {
  /** Requests that reached the other origin since this was last asked. */
  readonly visits: string[];
  /** Paths that have said once that they are busy. */
  readonly busy: Set<string>;
  /** Answers that were begun and will never be finished, unless the client hangs up. */
  readonly open: Set<ServerResponse>;
  otherOrigin: string;
}

type Route = (request: IncomingMessage, response: ServerResponse, world: World) => void | Promise<void>;

const KEY = { id: 3, name: "deploy", is_enabled: true };

/** How the server behaves, by the first segment of a path. */
export const routes: Readonly<Record<string, Route>> = {
  ok: (_request, response) => json(response, KEY, 200, { "x-request-id": "req_1" }),
  missing: (request, response) =>
    json(response, { errors: [`no key for ${request.headers.authorization}`] }, 404, {
      "content-type": "application/problem+json",
    }),
  empty: (_request, response) => void response.writeHead(204).end(),
  html: (_request, response) =>
    void response.setHeader("content-type", "text/html; charset=utf-8").end("<h1>Welcome</h1>"),
  echo: async (request, response) => json(response, await echo(request)),
  busy: (request, response, { busy }) => {
    const path = request.url ?? "";
    if (busy.has(path)) return json(response, KEY);
    busy.add(path);
    return json(response, { errors: ["busy"] }, 503, { "retry-after-ms": "20" });
  },
  pages: ({ url }, response) => {
    const page = Number(new URL(url ?? "", "http://pages").searchParams.get("page"));
    const ids = [1, 2, 3, 4, 5].slice(page * 2, page * 2 + 2);
    json(response, { results: ids.map((id) => ({ id })), size: 5 });
  },
  renamed: (_request, response) => redirect(response, "/ok"),
  moved: (_request, response, { otherOrigin }) => redirect(response, `${otherOrigin}/ok`),
  token: (_request, response) => json(response, { access_token: "token-of-client", expires_in: 3600 }),
  "slow-token": (_request, response) =>
    void setTimeout(() => json(response, { access_token: "token-of-client", expires_in: 3600 }), 300),
  hangup: (request) => void request.socket.destroy(),
  cut: (request, response) => {
    begin(response);
    setTimeout(() => request.socket.destroy(), 50);
  },
  stall: (_request, response, world) => {
    begin(response);
    keepOpen(response, world);
  },
  silence: (_request, response, world) => keepOpen(response, world),
  open: (_request, response, { open }) => json(response, open.size),
  visits: (_request, response, { visits }) => json(response, visits.splice(0)),
};

function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

/** The first bytes of an answer that promises more. */
function begin(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"id":');
}

function keepOpen(response: ServerResponse, { open }: World): void {
  open.add(response);
  response.once("close", () => open.delete(response));
}

async function echo(request: IncomingMessage): Promise<Echo> {
  const { method = "", headers } = request;
  const body = await buffer(request);
  const type = headers["content-type"] ?? "";
  const parts: EchoedPart[] = [];
  if (type.startsWith("multipart/form-data")) {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    for (const [name, value] of form)
      parts.push(
        typeof value === "string" ? { name, value } : { name, value: await value.text(), type: value.type },
      );
  }
  return { method, headers: headers as Echo["headers"], body: body.toString(), parts };
}
