import { afterEach, describe, expect, test } from "vitest";
import { createMockFetch, MockError } from "../src/index.ts";
import { JSON_TYPE, keysDocument, TOKEN } from "./document.ts";
import { ask, keysFetch } from "./keys-fetch.ts";

const mock = keysFetch();
afterEach(() => mock.reset());
const get = (path: string, init?: RequestInit) => ask(mock, path, init);

describe("reply", () => {
  test("answers with the first example of a documented status, from then on", async () => {
    mock.on("getKey").reply(404);
    expect(await get("/keys/1")).toEqual({ status: 404, body: { error: "gone" } });
    expect(await get("/keys/1")).toEqual({ status: 404, body: { error: "gone" } });
    expect((await get("/keys/")).status).toBe(200);
  });

  test("answers with an example by name, and by a range", async () => {
    mock.on("listKeys").reply(200, { example: "none" });
    expect(await get("/keys/")).toEqual({ status: 200, body: [] });
    mock.on("listKeys").reply(429);
    expect(await get("/keys/")).toEqual({ status: 429, body: { error: "refused" } });
  });

  test("sends a body and headers of the test's own, or the example changed", async () => {
    mock.on("getKey").reply(200, { body: { id: 7 }, headers: { "X-Request-Id": "req_7" } });
    const response = await mock("https://keys.test/keys/7", { headers: TOKEN });
    expect([await response.json(), response.headers.get("x-request-id")]).toEqual([{ id: 7 }, "req_7"]);
    mock.on("getKey").reply(200, { body: (key) => ({ ...key, name: "new" }) });
    expect((await get("/keys/1")).body).toEqual({ id: 1, name: "new" });
    mock.reset();
    expect((await get("/keys/1")).body).toEqual({ id: 1 });
  });

  test("a body that the document does not allow is a 500 that says why", async () => {
    mock.on("getKey").reply(200, { body: { id: 1, name: "longer than eight" } });
    const { status, body } = await get("/keys/1");
    expect(status).toBe(500);
    expect(body).toMatchObject({
      type: "urn:keysmith:mock:invalid-answer",
      detail: expect.stringMatching(
        /getKey 200 is not what the document allows: .*name must NOT have more than 8/,
      ),
    });
    // @ts-expect-error -- the document has no body here
    mock.on("deleteKey").reply(204, { body: { id: 1 } });
    expect((await get("/keys/1", { method: "DELETE" })).body).toMatchObject({
      detail: expect.stringContaining("documented without a body"),
    });
  });

  test("an unknown operation, status or example is refused at once, by the compiler and at run time", () => {
    // @ts-expect-error -- no such operation
    expect(() => mock.on("getKeys")).toThrow(
      'There is no operation "getKeys"; the document has listKeys, createKey, getKey, deleteKey, getPem',
    );
    // @ts-expect-error -- no such status
    expect(() => mock.on("getKey").reply(418)).toThrow("getKey documents no status 418; it has 200, 404");
    // @ts-expect-error -- no such example
    expect(() => mock.on("getKey").reply(404, { example: "one" })).toThrow(
      'getKey: status 404 has no acceptable example "one"; it has notFound (application/json); an example of that name exists for status 200',
    );
    // @ts-expect-error -- no such status
    expect(() => mock.on("getKey").sequence([200, 500])).toThrow(MockError);
    // @ts-expect-error -- no such option
    expect(() => mock.on("getKey").reply(200, { exmple: "one" })).toThrow(
      "getKey: a reply has no exmple; it has status, example, body, mediaType, headers",
    );
    // @ts-expect-error -- no such option
    expect(() => mock.on("getKey").sequence([{ status: 200, exmple: "one" }])).toThrow("has no exmple");
    // @ts-expect-error -- no status
    expect(() => mock.on("getKey").reply()).toThrow("getKey: expected a status of 200 to 599");
    // @ts-expect-error -- no step
    expect(() => mock.on("getKey").sequence(["404"])).toThrow('expected { status: … }, found "404"');
    // @ts-expect-error -- no such fault
    expect(() => mock.on("getKey").fault("fire")).toThrow("getKey: expected a fault of reset, truncate");
    expect(() => mock.on("getKey").delay(-1)).toThrow("getKey: expected a delay of 0 to");
    expect(() => mock.on("getKey").times(0)).toThrow("getKey: expected a number of requests");
    // @ts-expect-error -- no such operation
    expect(() => mock.calls("getKeys")).toThrow('There is no operation "getKeys"');
  });

  test("what no compiler looked at is refused at once too", () => {
    const any = createMockFetch({ spec: keysDocument() });
    const told = (member: string, ...said: unknown[]) => {
      const scenario = any.on("listKeys");
      return () => Reflect.apply(Object(Reflect.get(scenario, member)), scenario, said);
    };
    expect(told("reply", "404")).toThrow('listKeys: expected a status of 200 to 599, found "404"');
    expect(told("reply", 101)).toThrow("listKeys: expected a status of 200 to 599, found 101");
    expect(told("reply", 404, { mediaType: "text/csv" })).toThrow(
      "listKeys: status 404 does not come as text/csv; it comes as application/json",
    );
    expect(told("sequence", 404)).toThrow("listKeys: expected a list of steps, found 404");
    expect(told("sequence", [404, null])).toThrow("listKeys: expected { status: … }, found null");
    expect(told("sequence", ["404"])).toThrow('listKeys: expected { status: … }, found "404"');
    expect(told("delay", "5")).toThrow("listKeys: expected a delay of 0 to");
    any.on("listKeys").reply(200, { mediaType: "text/csv", body: "id\n2\n" });
  });

  test.each([
    [5, "getKey: expected { status: … }, found 5"],
    [{}, "getKey: expected a status of 200 to 599, found nothing"],
    [{ status: "404" }, 'getKey: expected a status of 200 to 599, found "404"'],
  ])("a handler that returns %j is told so", async (returned, detail) => {
    const any = createMockFetch({ spec: keysDocument() });
    any.on("getKey").handle(() => JSON.parse(JSON.stringify(returned)));
    const answer = await any("https://keys.test/keys/1", { headers: TOKEN });
    expect([answer.status, await answer.json()]).toMatchObject([500, { detail }]);
  });

  test("a function of the example that throws is told so", async () => {
    mock.on("getKey").reply(200, {
      body: () => {
        throw new Error("no such thing");
      },
    });
    expect((await get("/keys/1")).body).toMatchObject({
      type: "urn:keysmith:mock:invalid-answer",
      detail: "the body given for getKey 200 could not be made: no such thing",
    });
  });

  test("two operations of one name are told apart by their paths", async () => {
    const document = keysDocument();
    Object.assign(Object(document.paths["/keys/{id}"]?.["delete"]), { operationId: "getKey" });
    const both = createMockFetch({ spec: document });
    both.on("DELETE /keys/{id}").reply(404);
    const init = { headers: TOKEN };
    expect((await both("https://keys.test/keys/1", init)).status).toBe(200);
    expect((await both("https://keys.test/keys/1", { ...init, method: "DELETE" })).status).toBe(404);
    expect(both.calls("getKey").length).toBe(1);
  });

  test("an invalid request is refused before any scenario", async () => {
    mock.on("createKey").reply(409);
    const init = { method: "POST", headers: JSON_TYPE };
    expect((await get("/keys/", { ...init, body: '{"id":"x"}' })).status).toBe(422);
    expect((await get("/keys/", { ...init, body: '{"id":1}' })).status).toBe(409);
  });

  test("a request's own Prefer comes first", async () => {
    mock.on("getKey").reply(404);
    expect((await get("/keys/1", { headers: { prefer: "code=200" } })).status).toBe(200);
  });
});

describe("how often", () => {
  test("once gives way to what was said before, and at last to the document", async () => {
    mock.on("getKey").reply(404).once();
    mock
      .on("getKey")
      .once()
      .reply(200, { body: { id: 9 } });
    expect([await get("/keys/1"), await get("/keys/1"), await get("/keys/1")]).toMatchObject([
      { body: { id: 9 } },
      { status: 404 },
      { body: { id: 1 } },
    ]);
  });

  test("a sequence is played step by step, then it is over", async () => {
    mock.on("getKey").sequence([404, { status: 200, body: { id: 5 } }, { fault: "empty" }]);
    expect((await get("/keys/1")).status).toBe(404);
    expect((await get("/keys/1")).body).toEqual({ id: 5 });
    expect(await get("/keys/1")).toEqual({ status: 200, body: undefined });
    expect((await get("/keys/1")).body).toEqual({ id: 1 });
  });

  test("a scenario can be taken back", async () => {
    const scenario = mock.on("getKey").reply(404);
    scenario.remove();
    scenario.remove();
    expect((await get("/keys/1")).status).toBe(200);
  });
});

describe("handle", () => {
  test("sees the request and answers by code; undefined leaves the answer to the document", async () => {
    mock.on("getKey").handle(({ path, query, headers, method }) =>
      path.id === "1"
        ? undefined
        : {
            status: 200,
            body: {
              id: Number(path.id),
              name: `${method} ${query.get("a")} ${headers.size > 0}`.slice(0, 8),
            },
          },
    );
    expect((await get("/keys/1")).body).toEqual({ id: 1 });
    expect((await get("/keys/2?a=b")).body).toEqual({ id: 2, name: "GET b tr" });
    mock.on("createKey").handle(async ({ body }) => ({ status: 201, body: { id: body.id + 1 } }));
    expect((await get("/keys/", { method: "POST", headers: JSON_TYPE, body: '{"id":1}' })).body).toEqual({
      id: 2,
    });
  });

  test("what it answers is judged, and what it throws is shown", async () => {
    // @ts-expect-error -- no such status
    mock.on("getKey").handle(() => ({ status: 500 }));
    expect(await get("/keys/1")).toMatchObject({
      status: 500,
      body: {
        type: "urn:keysmith:mock:invalid-answer",
        detail: "getKey documents no status 500; it has 200, 404",
      },
    });
    mock.on("getKey").handle(() => {
      throw new Error("not today");
    });
    expect((await get("/keys/1")).body).toMatchObject({ detail: "the handler of getKey threw: not today" });
    // @ts-expect-error -- no reply
    mock.on("getKey").handle(() => 404);
    expect((await get("/keys/1")).body).toMatchObject({
      type: "urn:keysmith:mock:invalid-answer",
      detail: "getKey: expected { status: … }, found 404",
    });
    mock.on("getKey").reply(200, {
      body: () => {
        throw new Error("not now");
      },
    });
    expect((await get("/keys/1")).body).toMatchObject({
      detail: "the body given for getKey 200 could not be made: not now",
    });
  });
});
