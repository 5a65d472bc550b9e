import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  type ApiCall,
  type ApiDefinition,
  type Client,
  ConfigError,
  createApiClient,
  operation,
  request,
  selectServer,
} from "../src/index.ts";
import { type Acme, type AcmeClient, createAcme, definition, secret } from "./acme.ts";
import { type FaultServer, json, redirect, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => {
  server.log.length = 0;
  server.on("/keys/1", json({ name: "deploy" }));
  server.on("/keys", json({ name: "made" }));
  acme = createAcme(server.url);
});
afterAll(() => server.close());

/** A `fetch` that answers by itself. */
const answer = (name: string) => async () => Response.json({ name });

describe("the base URL", () => {
  type Any = Client<string>;
  const baseUrlOf = async (api: Partial<ApiDefinition>, options = {}): Promise<string> => {
    const client = createApiClient<Any>({ name: "acme", ...api }, options);
    return (
      await request(client, operation<(client: Any) => ApiCall<void>>({ id: "x", method: "GET", path: "/" }))
    ).url;
  };

  test.each([
    "https://a.example",
    "http://localhost:1",
    "http://x.localhost/",
    "http://127.8.8.8",
    "http://[::1]:1/v1",
  ])("%s is safe", async (baseUrl) =>
    expect(await baseUrlOf({}, { baseUrl })).toBe(`${baseUrl.replace(/\/$/, "")}/`),
  );

  test.each([
    "http://a.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "ftp://localhost",
    "//a.example",
    "https://user:pass@a.example",
    "https://user@a.example",
    "https://a.example?x=1",
    "https://a.example#x",
    "",
  ])("%j is refused", async (baseUrl) => {
    await expect(baseUrlOf({}, { baseUrl })).rejects.toBeInstanceOf(ConfigError);
  });

  const servers = [
    {
      url: "https://api.{tenant}.example/{version}",
      variables: { tenant: { default: "acme" }, version: { default: "v1", enum: ["v1", "v2"] } },
    },
    { name: "sandbox", url: "https://sandbox.{tenant}.example", variables: { tenant: { default: "acme" } } },
  ];

  test("is a server of the document, with its variables", async () => {
    expect(await baseUrlOf({ baseUrl: selectServer(servers) })).toBe("https://api.acme.example/v1/");
    expect(
      await baseUrlOf({ baseUrl: selectServer(servers) }, { server: { tenant: "t-1", version: "v2" } }),
    ).toBe("https://api.t-1.example/v2/");
    expect(
      await baseUrlOf(
        { baseUrl: selectServer(servers) },
        { environment: "sandbox", server: { tenant: "t" } },
      ),
    ).toBe("https://sandbox.t.example/");
  });

  test("takes what the document itself says of a variable, of whatever form", async () => {
    const basePath = { default: "", enum: ["", "api/v2"] };
    const baseUrl = selectServer([{ url: "https://a.example/{basePath}", variables: { basePath } }]);
    expect(await baseUrlOf({ baseUrl })).toBe("https://a.example/");
    expect(await baseUrlOf({ baseUrl }, { server: { basePath: "api/v2" } })).toBe(
      "https://a.example/api/v2/",
    );
  });

  test.each([
    [{ server: { tenant: "evil.example/" } }, 'server variable "tenant" must be a host or path part'],
    [{ server: { tenant: "a@evil" } }, 'server variable "tenant" must be a host or path part'],
    [{ server: { tenant: ".." } }, 'server variable "tenant" must be a host or path part'],
    [{ server: { version: "v3" } }, 'server variable "version" must be v1 or v2'],
    [{ server: { region: "eu" } }, 'no server variable "region", expected one of tenant, version'],
    [{ environment: "moon" }, 'no environment "moon", expected one of sandbox'],
  ])("%j is refused", async (options, message) => {
    await expect(baseUrlOf({ baseUrl: selectServer(servers) }, options)).rejects.toThrow(message);
  });

  test("a call never leaves it, by operation, by path or by redirect of openapi-fetch", async () => {
    const below = createAcme(`${server.url}/v1`);
    const stray = (path: string) =>
      operation<(client: AcmeClient) => ApiCall<void>>({ id: "x", method: "GET", path })(below);
    for (const path of ["/../keys", "/%2e%2e/keys", "/a/../../keys"])
      await expect(stray(path)).rejects.toBeInstanceOf(ConfigError);
    await expect(below.GET("/../keys")).rejects.toBeInstanceOf(ConfigError);
    await expect(below.GET("/keys/{id}", { params: { path: { id: ".." } } })).rejects.toBeInstanceOf(
      ConfigError,
    );
    await expect(below.GET("/keys/{id}")).rejects.toThrow('path parameter "id" is required');
    await expect(below.GET("/keys", { pathSerializer: () => `${server.url}/keys` })).rejects.toBeInstanceOf(
      ConfigError,
    );
    // Middleware gets a real request, made another way.
    below.use({ onRequest: () => undefined });
    for (const path of ["/../keys", "/%2e%2e/keys"])
      await expect(stray(path)).rejects.toBeInstanceOf(ConfigError);
    const strayed = below.GET("/keys", { pathSerializer: () => `${server.url}/keys` });
    await expect(strayed).rejects.toBeInstanceOf(ConfigError);
    expect(server.log).toHaveLength(0);
  });

  test("can be another one for a call by path, when it is safe", async () => {
    server.on("/other/keys/a b", json({}));
    server.on("/other/keys/a%20b", json({ name: "other" }));
    const { data } = await acme.GET("/keys/{id}", {
      baseUrl: `${server.url}/other`,
      params: { path: { id: "a b" } },
    });
    expect(data).toEqual({ name: "other" });
    await expect(acme.GET("/keys", { baseUrl: "http://evil.example" })).rejects.toBeInstanceOf(ConfigError);
  });
});

describe("headers", () => {
  test("of the client, of the operation, of the call; null removes one", async () => {
    const tagged = createAcme(server.url, { headers: { "X-Tag": "client", "X-Other": "client" } });
    await tagged.createKey(
      { body: {} },
      { headers: { "x-tag": "call", "X-OTHER": null, "x-none": undefined } },
    );
    const headers = server.log[0]?.headers;
    expect(headers).toMatchObject({
      "x-tag": "call",
      accept: "application/json",
      "content-type": "application/json",
    });
    expect(headers).not.toHaveProperty("x-other");
    await tagged.getKey({ id: 1 });
    expect(server.log[1]?.headers).not.toHaveProperty("content-type");
  });

  test.each([{ "x-a": "b\nc" }, { "x a": "b" }, { "": "b" }])("%j is refused", async (headers) => {
    await expect(acme.getKey({ id: 1 }, { headers: headers as {} })).rejects.toBeInstanceOf(ConfigError);
    expect(() => createAcme(server.url, { headers: headers as {} })).toThrow(ConfigError);
    await expect(acme.GET("/keys", { headers })).rejects.toBeInstanceOf(ConfigError);
    await expect(acme.GET("/keys", { params: { header: headers } })).rejects.toBeInstanceOf(ConfigError);
  });

  test("of a call by method and path may be anything openapi-fetch takes", async () => {
    await acme.GET("/keys", { headers: new Headers({ "x-a": "1" }), params: { header: { "x-b": 2 } } });
    await acme.GET("/keys", { headers: [["x-a", "1"]] });
    expect(server.log.map(({ headers }) => [headers["x-a"], headers["x-b"]])).toEqual([
      ["1", "2"],
      ["1", undefined],
    ]);
  });
});

describe("withOptions", () => {
  test("derives a client and leaves this one as it is", async () => {
    const derived = acme.withOptions({ headers: { "x-tag": "derived" }, maxRetries: 0 });
    const further = derived.withOptions({ headers: { "x-more": "1" }, auth: { bearerAuth: "another-key" } });
    await further.getKey({ id: 1 });
    await acme.getKey({ id: 1 });
    expect(server.log[0]?.headers).toMatchObject({
      "x-tag": "derived",
      "x-more": "1",
      authorization: "Bearer another-key",
    });
    expect(server.log[1]?.headers).toMatchObject({ authorization: `Bearer ${secret}` });
    expect(server.log[1]?.headers).not.toHaveProperty("x-tag");
  });

  test("takes the middleware of use() along", async () => {
    acme.use({ onRequest: ({ request: sent }) => void sent.headers.set("x-seen", "yes") });
    await acme.withOptions({}).getKey({ id: 1 });
    expect(server.log[0]?.headers["x-seen"]).toBe("yes");
  });
});

describe("fetch", () => {
  test("of the client and of the call, by operation and by path", async () => {
    const custom = createAcme(server.url, { fetch: answer("client") });
    expect(await custom.getKey({ id: 1 })).toEqual({ name: "client" });
    expect(await custom.getKey({ id: 1 }, { fetch: answer("call") })).toEqual({ name: "call" });
    expect(await custom.GET("/keys/1", { fetch: answer("call") })).toMatchObject({ data: { name: "call" } });
    expect(server.log).toHaveLength(0);
  });

  test("gets a fresh request for each attempt, which the platform will not redirect", async () => {
    const requests: Request[] = [];
    const custom = createAcme(server.url, {
      fetch: async (sent, init) => {
        requests.push(sent);
        return fetch(sent, init);
      },
    });
    server.on("/keys/1", status(503, { "retry-after-ms": "1" }), redirect(307, "/keys/1"), json({}));
    await custom.putKey({ id: "1", body: {} });
    expect(new Set(requests).size).toBe(3);
    expect(requests.map(({ redirect: mode }) => mode)).toEqual(["manual", "manual", "manual"]);
  });
});

describe("calls by method and path", () => {
  test("have the policies of operations", async () => {
    server.on("/keys/1", status(503, { "retry-after-ms": "1" }), json({}));
    await acme.GET("/keys/1");
    expect(server.log).toHaveLength(2);
    server.on("/keys", status(503, { "retry-after-ms": "1" }), json({}));
    await acme.POST("/keys", { body: {}, idempotencyKey: "k-1" });
    expect(server.log.slice(2).map(({ headers }) => headers["idempotency-key"])).toEqual(["k-1", "k-1"]);
    const controller = new AbortController();
    // Once it has arrived: a request given up on its way would be in the log of the next test.
    server.on("/keys/1", () => controller.abort("enough"));
    await expect(acme.GET("/keys/1", { signal: controller.signal })).rejects.toMatchObject({
      reason: "enough",
    });
  });

  test("write queries and bodies as operations do", async () => {
    const query = { at: new Date(0), ids: [1, 2], filter: { a: { b: 1 } } };
    await acme.GET("/keys", { params: { query } });
    expect(server.log[0]?.url).toBe("/keys?at=1970-01-01T00%3A00%3A00.000Z&ids=1&ids=2&filter[a][b]=1");
    await acme.POST("/keys", {
      body: { a: 1 },
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(server.log[1]?.body).toBe("a=1");
    await acme.POST("/keys", { body: { a: "1" }, headers: { "content-type": "multipart/form-data" } });
    expect(server.log[2]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(server.log[2]?.body).toContain('name="a"');
    server.on("/forms", json({}));
    await acme.POST("/forms", { body: { filter: { a: 1 } } });
    await acme.submit({ body: { filter: { a: 1 } } });
    expect(server.log.slice(3).map(({ body }) => body)).toEqual(["filter[a]=1", "filter[a]=1"]);
  });
});

const pristine = structuredClone({ ...definition, schemes: undefined });

test("the definition is not changed by the clients made of it", () => {
  expect(definition).toEqual({
    ...pristine,
    schemes: { bearerAuth: expect.objectContaining({ env: "ACME_API_KEY" }) },
  });
});
