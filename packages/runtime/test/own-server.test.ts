import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  type ApiCall,
  type ApiClientOptions,
  createFetchClient,
  type FetchClient,
  operation,
  type OperationMethods,
  ownServer,
  type PagedCall,
  pagedOperation,
  request,
  selectServer,
} from "../src/index.ts";
import { definition as acme, secret } from "./acme.ts";
import { type Answer, type FaultServer, json, redirect, startFaultServer } from "./fault-server.ts";

/** Servers of single operations: the document is trusted with them as with its own, and nobody else is. */

interface Paths {
  [path: string]: { get: { responses: { 200: { content: { "application/json": unknown } } } } };
}
interface Base extends FetchClient<Paths, "acme", ApiClientOptions> {}

const operations = {
  upload: operation<(client: Base) => ApiCall<unknown>>({ id: "upload", method: "GET", path: "/files" }),
  list: pagedOperation<(client: Base) => PagedCall<unknown, {}, number>>({
    id: "list",
    method: "GET",
    path: "/files",
    pagination: { style: "link", items: "" },
  }),
};

interface Full extends Base, OperationMethods<typeof operations> {}

let home: FaultServer;
let files: FaultServer;
beforeAll(async () => {
  [home, files] = await Promise.all([startFaultServer(), startFaultServer()]);
});
beforeEach(() => {
  home.log.length = 0;
  files.log.length = 0;
  files.on("/files", json([1]));
  home.on("/files", json([2]));
});
afterAll(() => Promise.all([home.close(), files.close()]));

/** A client of `home`, whose operations are at `files`. */
function client(options: ApiClientOptions = {}, own: () => string = () => files.url): Full {
  const moved = Object.values(operations).map(({ definition }) => {
    const make = definition.pagination ? pagedOperation : operation;
    return [definition.id, make({ ...definition, baseUrl: own } as never)];
  });
  const api = { ...acme, baseUrl: home.url };
  const all = { auth: { bearerAuth: secret }, ...options };
  return createFetchClient<Full>(api, all, Object.fromEntries(moved) as object);
}

const ways: readonly [string, (from: Full) => Promise<unknown>][] = [
  ["a method", (from) => from.upload()],
  ["GET of its path", (from) => from.GET("/files")],
  [
    "a method under use()",
    (from) => {
      from.use({ onRequest: ({ request: made }) => made });
      return from.upload();
    },
  ],
];

describe.each(ways)("%s", (_, call) => {
  test("goes to the operation's server, with the credential", async () => {
    await call(client());
    expect(home.log).toEqual([]);
    expect(files.log.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${secret}`]);
  });

  test("goes to the client's baseUrl, which wins", async () => {
    await call(client({ baseUrl: home.url }));
    expect(files.log).toEqual([]);
    expect(home.log).toHaveLength(1);
  });

  test("takes no credential along to where that server redirects, not even home", async () => {
    files.on("/files", redirect(302, `${home.url}/files`));
    await call(client({ redirect: "follow" }));
    expect(home.log.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test("sends nothing where a credential would not be safe", async () => {
    const sent = call(client({}, () => "http://files.acme.example"));
    await expect(sent).rejects.toThrow("base URL must be absolute, https: or loopback");
    expect([...files.log, ...home.log]).toEqual([]);
  });
});

const linked = (to: string): Answer => json([1], 200, { link: `<${to}>; rel="next"` });

test("pages are followed below the operation's server only", async () => {
  files.on("/files", linked("/files?page=2"), json([2]));
  const items: unknown[] = [];
  for await (const item of client().list().items()) items.push(item);
  expect(items).toEqual([1, 2]);
  files.on("/files", linked(`${home.url}/files`));
  const leading = client().list().pages();
  await leading.next();
  await expect(leading.next()).rejects.toThrow("must stay below");
  expect(home.log).toEqual([]);
});

test("a call by path sends a fixed query and no fragment, too", async () => {
  home.on("/", json({}));
  const raw = createFetchClient<Base>({ ...acme, baseUrl: home.url }, { auth: { bearerAuth: secret } }, {});
  await raw.GET("/#list", { params: { query: { a: 1 } } } as never);
  await raw.GET("/?all=1#list", { params: { query: { a: 1 } } } as never);
  expect(home.log.map(({ url }) => url)).toEqual(["/?a=1", "/?all=1&a=1"]);
});

/** Where an operation with servers of its own goes, for a client of a document that has others. */
const urlOf = async (
  servers: Parameters<typeof ownServer>[0],
  options: ApiClientOptions,
): Promise<string> => {
  const own = operation<(from: Base) => ApiCall<void>>({
    id: "x",
    method: "GET",
    path: "/",
    security: [],
    baseUrl: ownServer(servers),
  });
  const regional = { url: "https://{region}.acme.example", variables: { region: { default: "eu" } } };
  const baseUrl = selectServer([regional, { ...regional, name: "sandbox" }], ["bucket"]);
  return (await request(createFetchClient<Base>({ ...acme, baseUrl }, options, {}), own)).url;
};

describe("the server chosen", () => {
  const plain = { url: "https://files.example" };
  const variables = { bucket: { default: "all" } };

  test("follows environment and variables where they are its own", async () => {
    const both = [plain, { name: "sandbox", url: "https://{bucket}.sandbox.example", variables }];
    expect(await urlOf(both, {})).toBe("https://files.example/");
    expect(await urlOf(both, { environment: "sandbox", server: { bucket: "b" } })).toBe(
      "https://b.sandbox.example/",
    );
  });

  test("is the only one in every environment, and passes over variables of others", async () => {
    expect(await urlOf([plain], { environment: "sandbox", server: { region: "us" } })).toBe(
      "https://files.example/",
    );
  });

  test("is none where it has names, but not this one: production is not called by accident", async () => {
    const sent = urlOf([{ ...plain, name: "production" }], { environment: "sandbox" });
    await expect(sent).rejects.toThrow('no environment "sandbox", expected one of production');
  });
});
