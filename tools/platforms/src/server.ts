import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { browserPage } from "./glue.ts";
import { routes, type World } from "./routes.ts";
import type { Result } from "./scenario/check.ts";
import { REPORT_PATH } from "./scenario/run.ts";

/** The server a platform talks to, and a second one at another origin that must not learn the key. */
export interface LocalServer {
  readonly origin: string;
  /** What a platform reports. Ask before it is started; start over for each platform. */
  reportOf(platform: string): Promise<readonly Result[]>;
  close(): void;
}

/** @param bundle the scenario, which a browser fetches from here. */
export async function startServer(bundle: string): Promise<LocalServer> {
  const world: World = { visits: [], busy: new Set(), open: new Set(), otherOrigin: "" };
  const reports = new Map<string, (results: readonly Result[]) => void>();
  const other = await listen((request, response) => {
    world.visits.push(JSON.stringify([request.url, request.rawHeaders]));
    answer("ok", request, response, world);
  });
  world.otherOrigin = originOf(other);
  const server = await listen(async (request, response) => {
    const path = (request.url ?? "").slice(1);
    const [route = ""] = path.split(/[/?]/);
    if (`/${path}`.startsWith(REPORT_PATH)) {
      const results = JSON.parse((await buffer(request)).toString()) as readonly Result[];
      reports.get(`/${path}`.slice(REPORT_PATH.length))?.(results);
      response.end();
    } else if (route === "page") {
      response.setHeader("content-type", "text/html").end(browserPage(origin, "browser"));
    } else if (route === "scenario.js") {
      response.setHeader("content-type", "text/javascript").end(bundle);
    } else {
      answer(route, request, response, world);
    }
  });
  const origin = originOf(server);
  return {
    origin,
    reportOf: (platform) => {
      world.visits.length = 0;
      world.open.clear();
      return new Promise((resolve) => void reports.set(platform, resolve));
    },
    close: () => {
      for (const one of [server, other]) {
        one.close();
        one.closeAllConnections();
      }
    },
  };
}

async function answer(
  route: string,
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
): Promise<void> {
  // A browser keeps alike requests waiting for each other while it fills its cache.
  response.setHeader("cache-control", "no-store");
  const handle = routes[route];
  if (handle) await handle(request, response, world);
  else response.writeHead(500, { "content-type": "text/plain" }).end(`There is no route "${route}".`);
}

function listen(listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
