import { describe, expect, test } from "vitest";
import { clientOf, type Client } from "./state-client.ts";
import { answer, parameter } from "./state-document.ts";

type Json = Record<string, unknown>;

const ITEM = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
const optional = { type: ["string", "null"] };

/** Five keys at first, one more for every POST, listed in pages. */
function pagedDocument(pagination: Json, parameters: readonly Json[], more: Json = {}): Json {
  const seeds = [1, 2, 3, 4, 5].map((id) => ({ id }));
  const envelope = {
    type: "object",
    properties: {
      items: { type: "array", items: ITEM },
      total: { type: "integer" },
      limit: { type: "integer" },
      next: optional,
      previous: optional,
    },
  };
  const isBare = pagination["items"] === "";
  const page = { items: seeds, total: 5, limit: 10, next: null, previous: null };
  const limit = parameter("query", "limit", "integer", 2, { default: 10, minimum: 1 });
  const name = "key";
  return {
    openapi: "3.1.0",
    info: { title: "Keys", version: "1" },
    paths: {
      "/keys": {
        get: {
          operationId: "listKeys",
          "x-mock-resource": { name, action: "list", ...more },
          "x-pagination": pagination,
          parameters: [limit, ...parameters],
          responses: {
            200: isBare ? answer({ type: "array", items: ITEM }, seeds) : answer(envelope, page),
          },
        },
        post: {
          "x-mock-resource": { name, action: "create", identity: "id" },
          responses: { 201: answer(ITEM, { id: 1 }) },
        },
      },
      "/keys/{id}": {
        delete: {
          "x-mock-resource": { name, action: "delete", identity: "id" },
          parameters: [parameter("path", "id", "integer", 1)],
          responses: { 204: { description: "Gone." } },
        },
      },
    },
  };
}

interface Page {
  readonly items: readonly { readonly id: number }[];
  readonly [name: string]: unknown;
}

async function pageOf(call: Client, query: string): Promise<Page & { readonly ids: readonly number[] }> {
  const { status, body } = await call(`GET /keys?${query}`);
  expect(status).toBe(200);
  const found = (Array.isArray(body) ? { items: body } : body) as Page;
  return { ...found, ids: found.items.map(({ id }) => id) };
}

describe("pages by number", () => {
  test.each([0, 1])("count from %i", async (first) => {
    const style = {
      style: "page",
      parameter: "page",
      first,
      limit: "limit",
      items: "/items",
      total: "/total",
    };
    const call = clientOf(pagedDocument(style, [parameter("query", "page", "integer", first)]));
    await call("POST /keys");
    expect(await pageOf(call, "limit=4")).toMatchObject({ ids: [1, 2, 3, 4], total: 6, limit: 4 });
    expect((await pageOf(call, `limit=4&page=${first}`)).ids).toEqual([1, 2, 3, 4]);
    expect((await pageOf(call, `limit=4&page=${first + 1}`)).ids).toEqual([5, 6]);
    expect((await pageOf(call, `limit=4&page=${first + 2}`)).ids).toEqual([]);
    expect(await pageOf(call, "")).toMatchObject({ ids: [1, 2, 3, 4, 5, 6], limit: 10 });
  });
});

test("pages by offset begin anywhere", async () => {
  const style = { style: "offset", parameter: "offset", limit: "limit", items: "/items", total: "/total" };
  const call = clientOf(pagedDocument(style, [parameter("query", "offset", "integer", 0)]));
  expect((await pageOf(call, "limit=2&offset=3")).ids).toEqual([4, 5]);
  expect((await pageOf(call, "limit=2&offset=4")).ids).toEqual([5]);
  expect(await pageOf(call, "offset=9")).toMatchObject({ ids: [], total: 5 });
  expect((await pageOf(call, "offset=-2")).ids).toEqual([1, 2, 3, 4, 5]);
});

describe("pages by cursor", () => {
  const style = { style: "cursor", parameter: "cursor", items: "/items", next: "/next" };
  const more = { limit: "limit", previous: "/previous", total: "/total" };
  const cursor = parameter("query", "cursor", "string", "abc");

  test("lead on until there is no next one, and back", async () => {
    const call = clientOf(pagedDocument(style, [cursor], more));
    const first = await pageOf(call, "limit=2");
    expect(first).toMatchObject({ ids: [1, 2], previous: null, limit: 2, total: 5 });
    const second = await pageOf(call, `limit=2&cursor=${String(first["next"])}`);
    expect(second.ids).toEqual([3, 4]);
    expect(await pageOf(call, `limit=2&cursor=${String(second["next"])}`)).toMatchObject({
      ids: [5],
      next: null,
    });
    expect((await pageOf(call, `limit=2&cursor=${String(second["previous"])}`)).ids).toEqual([1, 2]);
  });

  test("skip and repeat nothing when records go meanwhile", async () => {
    const call = clientOf(pagedDocument(style, [cursor], more));
    const first = await pageOf(call, "limit=2");
    await call("DELETE /keys/1");
    await call("DELETE /keys/3");
    expect((await pageOf(call, `limit=2&cursor=${String(first["next"])}`)).ids).toEqual([4, 5]);
  });

  test("are empty for a cursor that no page gave", async () => {
    const call = clientOf(pagedDocument(style, [cursor], more));
    expect(await pageOf(call, "cursor=mangled")).toMatchObject({ ids: [], next: null });
  });
});

test("pages by link are named in the header, wherever the mock is mounted", async () => {
  const call = clientOf(pagedDocument({ style: "link", items: "" }, [], { limit: "limit" }));
  const ids: number[] = [];
  let query = "limit=2";
  for (let pages = 0; pages < 3; pages++) {
    const { body, headers } = await call(`GET /keys?${query}`);
    ids.push(...(body as { id: number }[]).map(({ id }) => id));
    const target = /^<([^>]*)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];
    if (target === undefined) break;
    const url = new URL(target, "https://tokens.test/__mock/one/keys?limit=2");
    expect(url.pathname).toBe("/__mock/one/keys");
    query = url.searchParams.toString();
  }
  expect(ids).toEqual([1, 2, 3, 4, 5]);
});
