import { createUserApiKey, deleteUserApiKey, getUserApiKey, getUserApiKeys } from "./keys.ts";
import { type Checks, expectEqual, expectTrue } from "./check.ts";
import { keysAt, type Echo, key, leanAt } from "./clients.ts";

/** Calls that succeed, in every form they have. */
export const calls: Checks = {
  "free function": async (at) => {
    expectEqual((await getUserApiKey(leanAt(at("ok")), key)).name, "deploy", "name");
  },
  method: async (at) => {
    expectEqual((await keysAt(at("ok")).getUserApiKey(key)).name, "deploy", "name");
  },
  "raw GET": async (at) => {
    const { data, response } = await keysAt(at("ok")).GET("/users/{userId}/api_keys/{id}", {
      params: { path: { userId: 1, id: 3 }, query: { o: 2 } },
    });
    expectEqual([data?.name, response.status], ["deploy", 200], "data and status");
  },
  withResponse: async (at) => {
    const { data, response, meta } = await getUserApiKey(leanAt(at("ok")), key).withResponse();
    expectEqual(
      [data.name, response.headers.get("x-request-id"), meta.requestId, meta.status, meta.attempts],
      ["deploy", "req_1", "req_1", 200, 1],
      "data, header and meta",
    );
  },
  safe: async (at) => {
    const result = await getUserApiKey(leanAt(at("ok")), key).safe();
    expectEqual([result.ok, result.data?.name], [true, "deploy"], "result");
  },
  asResponse: async (at) => {
    const baseUrl = at("ok");
    const response = await getUserApiKey(leanAt(baseUrl), key).asResponse();
    expectTrue(response.url.startsWith(baseUrl), `the URL of the answer, found "${response.url}"`);
    expectEqual(Object(await response.json()).name, "deploy", "name");
  },
  // A script that is done must not wait for the time limit of an answer it never reads.
  "asResponse, unread": async (at) => {
    expectEqual((await getUserApiKey(leanAt(at("ok")), key).asResponse()).status, 200, "status");
  },
  "no content": async (at) => {
    expectEqual(await deleteUserApiKey(leanAt(at("empty")), key), undefined, "data");
  },
  "JSON body": async (at) => {
    const body = { name: "schlüssel ✓" };
    const sent = await echoOf(createUserApiKey(leanAt(at("echo")), { userId: 1, o: 2, body }));
    expectEqual(
      [sent.method, sent.headers["content-type"], sent.headers["accept"], JSON.parse(sent.body)],
      ["POST", "application/json", "application/json", body],
      "request",
    );
  },
  paging: async (at) => {
    const ids: unknown[] = [];
    const list = getUserApiKeys(leanAt(at("pages")), { userId: 1, o: 2, limit: 2 });
    for await (const { id } of list.items()) ids.push(id);
    expectEqual(ids, [1, 2, 3, 4, 5], "ids");
  },
  "function as middleware": async (at) => {
    const client = leanAt(at("echo"), {
      middleware: [
        (request, next) => {
          const changed = new Request(request);
          changed.headers.set("x-traced", "yes");
          return next(changed);
        },
      ],
    });
    const sent = await echoOf(createUserApiKey(client, { userId: 1, o: 2, body: { name: "deploy" } }));
    expectEqual([sent.headers["x-traced"], sent.body], ["yes", '{"name":"deploy"}'], "request");
  },
  "openapi-fetch middleware": async (at) => {
    const client = keysAt(at("echo"));
    client.use({
      onRequest: ({ request }) => {
        request.headers.set("x-traced", "yes");
        return request;
      },
    });
    const sent = await echoOf(client.createUserApiKey({ userId: 1, o: 2, body: { name: "deploy" } }));
    expectEqual([sent.headers["x-traced"], sent.body], ["yes", '{"name":"deploy"}'], "request");
  },
};

/** The route `echo` answers whatever operation is called; its document says otherwise. */
async function echoOf(call: PromiseLike<unknown>): Promise<Echo> {
  return (await call) as Echo;
}
