import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type ApiCall, type Client, createApiClient, operation, apiKey } from "../src/index.ts";
import { type Acme, createAcme, secret } from "./acme.ts";
import { type FaultServer, json, redirect, startFaultServer } from "./fault-server.ts";

let home: FaultServer;
let elsewhere: FaultServer;
let acme: Acme;
beforeAll(async () => {
  [home, elsewhere] = await Promise.all([startFaultServer(), startFaultServer()]);
  acme = createAcme(home.url, { headers: { "x-tenant": "t-1" } });
  home.on("/new", json({ name: "new" }));
  elsewhere.on("/away", json({ name: "away" }));
});
beforeEach(() => {
  home.log.length = 0;
  elsewhere.log.length = 0;
});
afterAll(() => Promise.all([home.close(), elsewhere.close()]));

describe("to the same origin", () => {
  test.each([301, 302, 303, 307, 308])("%i of a GET keeps everything", async (code) => {
    home.on("/keys/1", redirect(code, "/new"));
    expect(await acme.getKey({ id: 1 })).toEqual({ name: "new" });
    expect(home.arrivals("/new")[0]).toMatchObject({
      method: "GET",
      headers: { authorization: `Bearer ${secret}`, "x-tenant": "t-1" },
    });
  });

  test.each([307, 308])("%i of a POST sends the body again", async (code) => {
    home.on("/keys", redirect(code, "/new"));
    await acme.createKey({ body: { a: 1 } });
    expect(home.arrivals("/new")[0]).toMatchObject({ method: "POST", body: '{"a":1}' });
  });

  test.each([301, 302, 303])("%i of a POST becomes a GET without a body", async (code) => {
    home.on("/keys", redirect(code, "/new"));
    await acme.createKey({ body: { a: 1 } });
    expect(home.arrivals("/new")[0]).toMatchObject({ method: "GET", body: "" });
    expect(home.arrivals("/new")[0]?.headers).not.toHaveProperty("content-type");
  });

  test("301 of a PUT stays a PUT", async () => {
    home.on("/keys/1", redirect(301, "/new"));
    await acme.putKey({ id: "1", body: { a: 1 } });
    expect(home.arrivals("/new")[0]).toMatchObject({ method: "PUT", body: '{"a":1}' });
  });

  test("303 of a PUT becomes a GET without a body, and of a HEAD stays a HEAD", async () => {
    home.on("/keys/1", redirect(303, "/new"));
    await acme.putKey({ id: "1", body: { a: 1 } });
    await operation<(one: Acme) => ApiCall<void>>({ id: "head", method: "HEAD", path: "/keys/1" })(acme);
    expect(home.arrivals("/new")).toMatchObject([{ method: "GET", body: "" }, { method: "HEAD" }]);
  });

  test.each([300, 304, 305, 306])("%i is none, whatever its headers say", async (code) => {
    home.on("/keys/1", redirect(code, "/new"));
    await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ status: code });
    expect(home.log).toHaveLength(1);
  });

  test("a target is relative to where the answer came from", async () => {
    home.on("/keys/1", redirect(302, "/deep/er/one"));
    home.on("/deep/er/one", redirect(302, "two?a=1"));
    home.on("/deep/er/two", json({ name: "two" }));
    expect(await acme.getKey({ id: 1 })).toEqual({ name: "two" });
    expect(home.log.at(-1)?.url).toBe("/deep/er/two?a=1");
  });

  test("the path of the base URL does not matter", async () => {
    home.on("/v1/keys/1", redirect(302, "/new"));
    expect(await createAcme(`${home.url}/v1`).getKey({ id: 1 })).toEqual({ name: "new" });
    expect(home.arrivals("/new")[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  });

  test("a stream, which can be read only once, is not sent again", async () => {
    home.on("/keys/1", redirect(307, "/new"));
    const body = new Blob(["a"]).stream();
    const call = acme.putKey({ id: "1", body }, { headers: { "content-type": "text/plain" } });
    await expect(call).rejects.toThrow("PUT /keys/{id} -> 307: redirect of a streamed body");
    expect(home.log).toHaveLength(1);
  });

  test("a chain of five is followed, a sixth is not", async () => {
    for (const step of [1, 2, 3, 4]) home.on(`/hop/${step}`, redirect(302, `/hop/${step + 1}`));
    home.on("/hop/5", redirect(302, "/new"));
    home.on("/keys/1", redirect(302, "/hop/2"));
    expect(await acme.getKey({ id: 1 })).toEqual({ name: "new" });
    home.on("/keys/1", redirect(302, "/hop/1"));
    await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({
      status: 302,
      message: "GET /keys/{id} -> 302: more than 5 redirects",
    });
  });

  test("a loop ends", async () => {
    home.on("/keys/1", redirect(308, "/keys/1"));
    await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ status: 308 });
    expect(home.log).toHaveLength(6);
  });
});

describe("to another origin", () => {
  test("nothing is followed by default", async () => {
    home.on("/keys/1", redirect(302, `${elsewhere.url}/away`));
    await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ status: 302 });
    expect(await acme.GET("/keys/1")).toMatchObject({ response: { status: 302 } });
    expect(elsewhere.log).toHaveLength(0);
  });

  test("a GET goes without credentials when told to", async () => {
    home.on("/keys/1", redirect(302, `${elsewhere.url}/away`));
    expect(await acme.getKey({ id: 1 }, { redirect: "follow" })).toEqual({ name: "away" });
    const [arrival] = elsewhere.log;
    expect(arrival?.headers).toMatchObject({ accept: "application/json" });
    for (const name of ["authorization", "x-tenant", "cookie"])
      expect(arrival?.headers).not.toHaveProperty(name);
  });

  test("a call by method and path goes without credentials too", async () => {
    home.on("/keys/1", redirect(302, `${elsewhere.url}/away`));
    const { data } = await acme.GET("/keys/1", { redirect: "follow" });
    expect(data).toEqual({ name: "away" });
    for (const name of ["authorization", "x-tenant"])
      expect(elsewhere.log[0]?.headers).not.toHaveProperty(name);
  });

  test.each(["header", "query", "cookie"] as const)(
    "an apiKey in the %s stays at home, on the way back too",
    async (place) => {
      home.on("/keys/1", redirect(302, `${elsewhere.url}/away?api_key=${secret}&page=2`));
      elsewhere.on("/away", redirect(302, `${home.url}/new`));
      const definition = {
        name: "acme",
        schemes: { key: apiKey({ in: place, name: "api_key" }) },
      };
      const client = createApiClient<Client<string>>(
        { ...definition, security: [["key"]] },
        { baseUrl: home.url, auth: { key: secret }, redirect: "follow" },
      );
      const get = operation<(one: typeof client) => ApiCall<void>>({
        id: "get",
        method: "GET",
        path: "/keys/1",
      });
      await get(client);
      const strangers = [...elsewhere.log, ...home.arrivals("/new")];
      expect(strangers).toHaveLength(2);
      expect(JSON.stringify(strangers)).not.toContain(secret);
      expect(elsewhere.log[0]?.url).toBe("/away?page=2");
      elsewhere.on("/away", json({ name: "away" }));
    },
  );

  test("an apiKey in the query follows to the same origin", async () => {
    home.on("/keys/1", redirect(302, "/new?page=2"));
    const scheme = apiKey({ in: "query", name: "api_key" });
    const client = createApiClient<Client<string>>(
      { name: "acme", schemes: { key: scheme }, security: [["key"]] },
      { baseUrl: home.url, auth: { key: secret } },
    );
    const get = operation<(one: typeof client) => ApiCall<void>>({
      id: "get",
      method: "GET",
      path: "/keys/1",
    });
    await get(client);
    home.on("/keys/1", redirect(302, `/new?api_key=${secret}&page=2`));
    await get(client);
    expect(home.arrivals("/new").map(({ url }) => url)).toEqual([
      `/new?page=2&api_key=${secret}`,
      `/new?api_key=${secret}&page=2`,
    ]);
  });

  test.each([302, 303, 307])("a POST never goes, whatever the %i says", async (code) => {
    home.on("/keys", redirect(code, `${elsewhere.url}/away`));
    const call = acme.createKey({ body: { secretKey: "s" } }, { redirect: "follow" });
    await expect(call).rejects.toMatchObject({ status: code });
    expect(elsewhere.log).toHaveLength(0);
  });

  test("a HEAD goes as a GET does; a PUT and a DELETE never go", async () => {
    home.on("/keys/1", redirect(307, `${elsewhere.url}/away`));
    const head = operation<(one: Acme, options: object) => ApiCall<void>>({
      id: "head",
      method: "HEAD",
      path: "/keys/1",
    });
    await head(acme, { redirect: "follow" });
    expect(elsewhere.log.splice(0)).toMatchObject([{ method: "HEAD" }]);
    const put = acme.putKey({ id: "1", body: { a: 1 } }, { redirect: "follow" });
    await expect(put).rejects.toMatchObject({ status: 307 });
    const gone = acme.deleteKey({ id: "1" }, { redirect: "follow" });
    await expect(gone).rejects.toMatchObject({ status: 307 });
    expect(elsewhere.log).toHaveLength(0);
  });

  test("nothing goes where it would not be encrypted", async () => {
    home.on("/keys/1", redirect(302, "http://api.acme.example/away"));
    await expect(acme.getKey({ id: 1 }, { redirect: "follow" })).rejects.toThrow("which is not https:");
  });
});

test("with redirect: error, none is followed", async () => {
  home.on("/keys/1", redirect(302, "/new"));
  await expect(acme.getKey({ id: 1 }, { redirect: "error" })).rejects.toMatchObject({ status: 302 });
  expect(home.log).toHaveLength(1);
});

test("a redirect to nowhere is the answer it is", async () => {
  home.on("/keys/1", (response) => void response.writeHead(302).end());
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ status: 302 });
  home.on("/keys/1", redirect(302, "http://["));
  await expect(acme.getKey({ id: 1 })).rejects.toThrow("redirect to nowhere known");
  // What a browser shows of a redirect it has not followed.
  const opaque = Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
  const call = acme.getKey({ id: 1 }, { fetch: async () => opaque });
  await expect(call).rejects.toThrow(/-> 0: redirect to \w+/);
});

test("the body of a redirect is not waited for, and gives its connection back", async () => {
  const closed = new Promise((done) => {
    home.on("/keys/1", (response) => {
      response.on("close", () => done("closed"));
      response.writeHead(302, { location: "/new" }).write("moved");
    });
  });
  expect(await acme.getKey({ id: 1 })).toEqual({ name: "new" });
  // Sooner than a garbage collector would do it.
  const soon = new Promise((done) => setTimeout(done, 2000, "still open"));
  expect(await Promise.race([closed, soon])).toBe("closed");
});

test("a redirect with a user name in it is not followed, and its address not repeated", async () => {
  const { host } = new URL(home.url);
  home.on("/keys/1", redirect(302, `http://ada:hush@${host}/keys/2`));
  const error = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    status: 302,
    message: expect.stringContaining("redirect to a URL with a user name"),
  });
  expect(String(error)).not.toContain("hush");
});
