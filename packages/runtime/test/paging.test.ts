import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  type LogRecord,
  type Middleware,
  type PagedCall,
  pagedOperation,
  type PaginationDefinition,
} from "../src/index.ts";
import { type Acme, type AcmeClient, createAcme } from "./acme.ts";
import { type Answer, type FaultServer, json, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url, { maxRetries: 0 });
});
beforeEach(() => void (server.log.length = 0));
afterAll(() => server.close());

type List = (client: AcmeClient, args?: Record<string, unknown>) => PagedCall<unknown, {}, number>;

function list(
  pagination: PaginationDefinition,
  query: string[] = [],
): ReturnType<typeof pagedOperation<List>> {
  return pagedOperation<List>({ id: "list", method: "GET", path: "/list", query, pagination });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const urls = (): string[] => server.log.map(({ url }) => url);
const paramsOf = (url: string): URLSearchParams => new URL(url, server.url).searchParams;

/** Numbers from 0 below `count`, in pages of `limit` (2 by default) but never more than `cap`. */
const numbers =
  (count: number, cap = Infinity, withTotal = true): Answer =>
  (response, arrival) => {
    const params = paramsOf(arrival.url);
    const size = Math.min(Number(params.get("limit") ?? 2), cap);
    const start = params.has("offset")
      ? Number(params.get("offset"))
      : Number(params.get("page") ?? 0) * size;
    const results = Array.from(
      { length: Math.max(0, Math.min(size, count - start)) },
      (_, index) => start + index,
    );
    json({ results, ...(withTotal && { size: count }) })(response, arrival);
  };

/** Five numbers on pages that are counted from 1. */
const counted: Answer = (response, arrival) => {
  const page = Number(paramsOf(arrival.url).get("page") ?? 1);
  json({ results: [page * 2 - 2, page * 2 - 1].slice(0, 5 - page * 2 + 2), size: 5 })(response, arrival);
};

const cursorPage = (items: number[], next?: unknown): Answer => json({ items, "next/cursor~1": next });
const linkPage = (items: number[], link?: string): Answer =>
  json(items, 200, link === undefined ? {} : { link });

describe("by page", () => {
  test("all items, and no request more than needed", async () => {
    server.on("/keys", numbers(4));
    expect(await all(acme.listKeys().items())).toEqual([0, 1, 2, 3]);
    expect(urls()).toEqual(["/keys", "/keys?page=1"]);
  });

  test("pages, from the page asked for", async () => {
    server.on("/keys", numbers(5));
    expect(await all(acme.listKeys({ page: 1 }).pages())).toEqual([
      { results: [2, 3], size: 5 },
      { results: [4], size: 5 },
    ]);
    expect(urls()).toEqual(["/keys?page=1", "/keys?page=2"]);
  });

  test("the call itself is its first page, however often it is walked", async () => {
    server.on("/keys", numbers(3));
    const call = acme.listKeys();
    expect(await call).toEqual({ results: [0, 1], size: 3 });
    expect(await all(call.items())).toEqual([0, 1, 2]);
    expect(await all(call.items())).toEqual([0, 1, 2]);
    expect(urls()).toEqual(["/keys", "/keys?page=1", "/keys?page=1"]);
  });

  test("a server that hands out less than asked loses nothing", async () => {
    server.on("/keys", numbers(5, 2));
    expect(await all(acme.listKeys({ limit: 4 }).items())).toEqual([0, 1, 2, 3, 4]);
    expect(urls()).toEqual(["/keys?limit=4", "/keys?page=1&limit=4", "/keys?page=2&limit=4"]);
  });

  test("without a total, a short page is the last one, and so is an empty one", async () => {
    const byPage = {
      style: "page",
      parameter: "page",
      first: 0,
      limit: "limit",
      defaultLimit: 2,
      items: "/results",
    } as const;
    server.on("/list", numbers(3, 9, false));
    expect(await all(list(byPage, ["page", "limit"])(acme).items())).toEqual([0, 1, 2]);
    expect(urls()).toHaveLength(2);
    expect(await all(list(byPage, ["page", "limit"])(acme, { limit: 4 }).items())).toEqual([0, 1, 2]);
    expect(urls()).toHaveLength(3);
    server.log.length = 0;
    server.on("/list", numbers(4, 9, false));
    const { limit: _, defaultLimit: __, ...unknownSize } = byPage;
    expect(await all(list(unknownSize, ["page"])(acme).items())).toEqual([0, 1, 2, 3]);
    expect(urls()).toHaveLength(3);
  });

  test("pages may be counted from 1", async () => {
    const fromOne = {
      style: "page",
      parameter: "page",
      first: 1,
      defaultLimit: 2,
      items: "/results",
      total: "/size",
    } as const;
    server.on("/list", counted);
    expect(await all(list(fromOne, ["page"])(acme).items())).toEqual([0, 1, 2, 3, 4]);
    expect(await all(list(fromOne, ["page"])(acme, { page: 2 }).items())).toEqual([2, 3, 4]);
    expect(urls()).toEqual(["/list", "/list?page=2", "/list?page=3", "/list?page=2", "/list?page=3"]);
  });

  test("a total that shrinks on the way does not loop", async () => {
    server.on("/keys", json({ results: [1, 2], size: 9 }), json({ results: [], size: 9 }));
    expect(await all(acme.listKeys().items())).toEqual([1, 2]);
    expect(urls()).toHaveLength(2);
  });
});

test("by offset", async () => {
  server.on("/list", numbers(5));
  const byOffset = {
    style: "offset",
    parameter: "offset",
    limit: "limit",
    defaultLimit: 2,
    items: "/results",
    total: "/size",
  } as const;
  expect(await all(list(byOffset, ["offset", "limit"])(acme, { offset: 1 }).items())).toEqual([1, 2, 3, 4]);
  expect(urls()).toEqual(["/list?offset=1", "/list?offset=3"]);
});

describe("by cursor", () => {
  const byCursor = list({ style: "cursor", parameter: "cursor", items: "/items", next: "/next~1cursor~01" }, [
    "cursor",
  ]);

  test.each([undefined, null, ""])("until the next cursor is %j", async (end) => {
    server.on("/list", cursorPage([1], "a b"), cursorPage([], "c"), cursorPage([2], end));
    expect(await all(byCursor(acme).items())).toEqual([1, 2]);
    expect(urls()).toEqual(["/list", "/list?cursor=a%20b", "/list?cursor=c"]);
  });

  test("a cursor that repeats throws instead of looping", async () => {
    server.on("/list", cursorPage([1], "a"), cursorPage([2], "b"), cursorPage([3], "a"));
    await expect(all(byCursor(acme).items())).rejects.toThrow(
      "GET /list -> the server repeats a cursor: paging would never end",
    );
    expect(urls()).toHaveLength(3);
    server.on("/list", cursorPage([1], "a"));
    await expect(all(byCursor(acme, { cursor: "a" }).items())).rejects.toThrow("repeats a cursor");
    expect(urls()).toHaveLength(4);
  });
});

test("a pointer finds only what the answer itself holds", async () => {
  const inherited = { style: "cursor", parameter: "cursor", items: "/items", next: "/constructor" } as const;
  server.on("/list", cursorPage([1], "a"));
  expect(await all(list(inherited, ["cursor"])(acme).items())).toEqual([1]);
});

const anew: Middleware = async (sent, next) => {
  const { body, headers } = await next(sent);
  return new Response(body, { headers });
};

describe("by link", () => {
  const byLink = list({ style: "link", items: "" }, ["page"]);

  test("as long as there is a next one", async () => {
    server.on(
      "/list",
      linkPage([1], '</list?page=0>; rel="prev", </list?page=2&x=%20>; title="a, b"; rel="next last"'),
      linkPage([2], "</list?page=3>; rel=next"),
      linkPage([3], '</list>; rel="first"; title="next"'),
    );
    expect(await all(byLink(acme).items())).toEqual([1, 2, 3]);
    expect(urls()).toEqual(["/list", "/list?page=2&x=%20", "/list?page=3"]);
  });

  test("relative to where the page came from, though middleware made the answer anew", async () => {
    server.on(
      "/list",
      linkPage([1], "<?page=2>; rel=next"),
      linkPage([2], '</list?page=3>; rel="next-archive"'),
    );
    expect(await all(byLink(acme.withOptions({ middleware: [anew] })).items())).toEqual([1, 2]);
    expect(urls()).toEqual(["/list", "/list?page=2"]);
  });

  test("not to another origin, and not in a circle", async () => {
    server.on("/list", linkPage([1], '<https://evil.example/list>; rel="next"'));
    await expect(all(byLink(acme).items())).rejects.toMatchObject({ name: "ConfigError" });
    server.on("/list", linkPage([1], "</list?page=2>; rel=next"));
    await expect(all(byLink(acme).items())).rejects.toThrow("repeats a link");
  });
});

describe("a walk", () => {
  test("stops at maxItems and maxPages without asking for more", async () => {
    server.on("/keys", numbers(100));
    expect(await all(acme.listKeys().items({ maxItems: 3 }))).toEqual([0, 1, 2]);
    expect(urls()).toHaveLength(2);
    const call = acme.listKeys();
    expect(await all(call.items({ maxItems: 0 }))).toEqual([]);
    await call;
    expect(urls()).toHaveLength(3);
    expect(await all(acme.listKeys().items({ maxPages: 2 }))).toEqual([0, 1, 2, 3]);
    expect(await all(acme.listKeys().pages({ maxPages: 1 }))).toHaveLength(1);
    expect(urls()).toHaveLength(6);
    const none = acme.listKeys();
    expect(await all(none.pages({ maxPages: 0 }))).toEqual([]);
    await none;
  });

  test("sends nothing more once the loop is left", async () => {
    server.on("/keys", numbers(100));
    for await (const item of acme.listKeys().items()) if (item === 2) break;
    await new Promise((done) => setTimeout(done, 30));
    expect(urls()).toHaveLength(2);
  });

  test("can be aborted between pages", async () => {
    server.on("/keys", numbers(100));
    const controller = new AbortController();
    const walk = async (): Promise<void> => {
      for await (const item of acme.listKeys({}, { signal: controller.signal }).items()) {
        if (item === 1) controller.abort();
      }
    };
    await expect(walk()).rejects.toMatchObject({ name: "AbortError" });
    expect(urls()).toHaveLength(1);
  });

  test("fails where a page fails, and takes its options along", async () => {
    server.on("/keys", numbers(100), status(503));
    const found: number[] = [];
    const walk = async (): Promise<void> => {
      for await (const item of acme.listKeys({}, { headers: { "x-a": "1" } }).items()) found.push(item);
    };
    await expect(walk()).rejects.toMatchObject({ status: 503 });
    expect(found).toEqual([0, 1]);
    expect(server.log.map(({ headers }) => headers["x-a"])).toEqual(["1", "1"]);
  });

  test("is a call per page, each with its own attempts and its own deadline", async () => {
    const seen: unknown[] = [];
    const note = (_: string, { attempt, status: code }: LogRecord): void => void seen.push([attempt, code]);
    const logged = createAcme(server.url, { logger: { error: note, warn: note, info: note, debug: note } });
    server.on("/keys", numbers(4), status(503, { "retry-after-ms": "1" }), numbers(4));
    for await (const _ of logged.listKeys({}, { deadlineMs: 400 }).pages())
      await new Promise((done) => setTimeout(done, 500));
    expect(seen).toEqual([
      [1, 200],
      [1, 503],
      [2, 200],
    ]);
  });

  test("says so when there is no list where one should be", async () => {
    server.on("/keys", json({ results: { a: 1 } }));
    await expect(all(acme.listKeys().items())).rejects.toThrow(
      'GET /keys -> no array of items at "/results" of the page',
    );
    server.on("/keys", json({ results: null }));
    expect(await all(acme.listKeys().items())).toEqual([]);
  });
});
