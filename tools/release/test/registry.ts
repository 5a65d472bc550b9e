import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { integrityOf } from "../src/integrity.ts";

/** A package as npm sends it to be published, and as a registry gives it out. */
interface Published {
  readonly versions: Readonly<Record<string, { readonly dist: { readonly integrity: string } }>>;
  readonly [more: string]: unknown;
}

/** An npm registry on loopback: what is published to it, and by whom. */
export interface TestRegistry {
  readonly url: string;
  /** Bytes of every tarball it took, by `name@version`. */
  readonly tarballs: ReadonlyMap<string, Buffer>;
  /** The Authorization header of every publish. */
  readonly authorizations: readonly (string | undefined)[];
  /** Takes only what comes with this token from now on. */
  demand(token: string): void;
  /** Does not take this package from now on, or takes all again. */
  refuse(name: string | undefined): void;
  /** Answers what else it is asked: by path, without the slash. */
  readonly answers: Map<string, unknown>;
  /** Gives out other bytes' hash for everything from now on. */
  forge(): void;
  close(): Promise<void>;
}

/** Starts a registry on a free port. */
export async function startTestRegistry(): Promise<TestRegistry> {
  const packages = new Map<string, Published>();
  const tarballs = new Map<string, Buffer>();
  const authorizations: (string | undefined)[] = [];
  const answers = new Map<string, unknown>();
  let token: string | undefined;
  let refused: string | undefined;
  let forged = false;

  const take = (name: string, published: Published): void => {
    const before = packages.get(name);
    packages.set(name, { ...published, versions: { ...before?.versions, ...published.versions } });
    const attachments = Object.values(published["_attachments"] ?? {}) as { readonly data: string }[];
    tarballs.set(
      `${name}@${Object.keys(published.versions).join()}`,
      Buffer.from(attachments[0]?.data ?? "", "base64"),
    );
  };
  const answer = async (name: string, request: IncomingMessage): Promise<[number, unknown]> => {
    if (request.method !== "PUT") {
      const found = packages.get(name);
      if (answers.has(name)) return [200, answers.get(name)];
      return found ? [200, forged ? forge(found) : found] : [404, { error: "not found" }];
    }
    const { authorization } = request.headers;
    authorizations.push(authorization);
    const published = await readJson(request);
    if (token !== undefined && authorization !== `Bearer ${token}`) return [401, { error: "who are you?" }];
    if (name === refused) return [403, { error: "not now" }];
    take(name, published);
    return [201, { success: true }];
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = decodeURIComponent((request.url ?? "/").slice(1).split("?")[0] ?? "");
    const file = /^(?<of>.+)\/-\/.*-(?<version>\d+\.\d+\.\d+)\.tgz$/u.exec(name)?.groups;
    if (file) {
      response.end(tarballs.get(`${file["of"]}@${file["version"]}`));
      return;
    }
    const [status, body] = await answer(name, request);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    tarballs,
    authorizations,
    answers,
    demand: (wanted) => {
      token = wanted;
    },
    refuse: (name) => {
      refused = name;
    },
    forge: () => {
      forged = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => void resolve());
        server.closeAllConnections();
      }),
  };
}

function forge(published: Published): Published {
  const integrity = integrityOf(Buffer.from("other bytes"));
  const versions = Object.entries(published.versions).map(
    ([version, manifest]): [string, { readonly dist: { readonly integrity: string } }] => [
      version,
      { ...manifest, dist: { ...manifest.dist, integrity } },
    ],
  );
  return { ...published, versions: Object.fromEntries(versions) };
}

async function readJson(request: IncomingMessage): Promise<Published> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Published;
}
