import { inspect } from "node:util";

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import {
  type ApiCall,
  type Client,
  ConfigError,
  createApiClient,
  operation,
  type SchemeDefinition,
  type SecurityDefinition,
  apiKey,
  basic,
  bearer,
  httpScheme,
  mutualTls,
} from "../src/index.ts";
import { Credentials } from "../src/auth/credentials.ts";
import { Redactor } from "../src/redact/redactor.ts";
import { type Acme, createAcme, secret } from "./acme.ts";
import { type FaultServer, json, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => void (server.log.length = 0));
afterAll(() => server.close());

type Any = Client<string>;
const call = operation<(client: Any) => ApiCall<void>>({ id: "call", method: "GET", path: "/call" });
const filtered = operation<(client: Any, args: { a: number }) => ApiCall<void>>({
  id: "filtered",
  method: "GET",
  path: "/call",
  query: ["a"],
});

function client(schemes: Record<string, SchemeDefinition>, auth: object, security?: SecurityDefinition): Any {
  server.on("/call", status(204));
  const definition = { name: "acme", schemes, security: security ?? [Object.keys(schemes)] };
  return createApiClient<Any>(definition, { baseUrl: server.url, auth });
}

describe("schemes", () => {
  test.each<[SchemeDefinition, string, object]>([
    [bearer(), "token", { authorization: "Bearer token" }],
    [basic(), "user:pass:wörd", { authorization: "Basic dXNlcjpwYXNzOnfDtnJk" }],
    [httpScheme(), "Digest abc", { authorization: "Digest abc" }],
    [apiKey({ in: "header", name: "X-Key" }), "k", { "x-key": "k" }],
    [apiKey({ in: "cookie", name: "sid" }), "a;b", { cookie: "sid=a%3Bb" }],
  ])("%j", async (scheme, credential, headers) => {
    await call(client({ one: scheme }, { one: credential }));
    expect(server.log[0]?.headers).toMatchObject(headers);
  });

  test("apiKey in the query, after what is there", async () => {
    const keyed = client({ one: apiKey({ in: "query", name: "api key" }) }, { one: "k&1" });
    await call(keyed);
    await filtered(keyed, { a: 1 });
    expect(server.log.map(({ url }) => url)).toEqual(["/call?api%20key=k%261", "/call?a=1&api%20key=k%261"]);
  });

  test("several together, cookies joined", async () => {
    const schemes = {
      key: apiKey({ in: "header", name: "X-Key" }),
      one: apiKey({ in: "cookie", name: "one" }),
      two: apiKey({ in: "cookie", name: "two" }),
      tls: mutualTls(),
    } as const;
    await call(client(schemes, { key: "k", one: "1", two: "2" }));
    expect(server.log[0]?.headers).toMatchObject({ "x-key": "k", cookie: "one=1; two=2" });
  });
});

describe("alternatives", () => {
  const schemes = {
    a: apiKey({ in: "header", name: "x-a", env: "ACME_A" }),
    b: apiKey({ in: "header", name: "x-b" }),
    c: apiKey({ in: "header", name: "x-c" }),
  } as const;

  test("the first one that is fully satisfied is used", async () => {
    await call(client(schemes, { a: "1", c: "3" }, [["a", "b"], ["c"], ["a"]]));
    expect(server.log[0]?.headers).toMatchObject({ "x-c": "3" });
    expect(server.log[0]?.headers).not.toHaveProperty("x-a");
  });

  test("operations of one client that want different ones get them", async () => {
    const keyed = client(schemes, { a: "1", c: "3" }, [["a"]]);
    const other = operation<(client: Any) => ApiCall<void>>({
      id: "other",
      method: "GET",
      path: "/call",
      security: [["c"]],
    });
    for (const one of [call, other, call, other]) await one(keyed);
    expect(server.log.map(({ headers }) => [headers["x-a"], headers["x-c"]])).toEqual([
      ["1", undefined],
      [undefined, "3"],
      ["1", undefined],
      [undefined, "3"],
    ]);
  });

  test("none satisfied is a ConfigError that says what is missing, before the network", async () => {
    const missing = call(client(schemes, { b: "2" }, [["a", "b"], ["c"]]));
    await expect(missing).rejects.toBeInstanceOf(ConfigError);
    await expect(missing).rejects.toThrow(
      "acme: no credential for this call, expected auth.a (or ACME_A in the environment) and auth.b, or auth.c",
    );
    expect(server.log).toHaveLength(0);
  });

  test("anonymous access, and none at all, send nothing", async () => {
    await call(client(schemes, { a: "1" }, [["b"], []]));
    await call(client(schemes, { a: "1" }, []));
    for (const { headers } of server.log) expect(headers).not.toHaveProperty("x-a");
    server.on("/ping", status(204));
    await createAcme(server.url).ping();
    expect(server.arrivals("/ping")[0]?.headers).not.toHaveProperty("authorization");
  });

  test("calls by method and path carry the API's credentials too", async () => {
    server.on("/call", json({}));
    await createAcme(server.url).GET("/call");
    expect(server.log[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    await expect(createAcme(server.url, { auth: {} }).GET("/call")).rejects.toBeInstanceOf(ConfigError);
  });
});

describe("where they come from", () => {
  test("the environment, when no option is given", async () => {
    server.on("/keys/1", json({}));
    vi.stubEnv("ACME_API_KEY", "from-env");
    await createAcme(server.url, { auth: {} }).getKey({ id: 1 });
    await createAcme(server.url, { auth: { bearerAuth: "from-option" } }).getKey({ id: 1 });
    vi.unstubAllEnvs();
    expect(server.log.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer from-env",
      "Bearer from-option",
    ]);
  });

  test("not the environment where a variable is empty, or where there is none to read", async () => {
    vi.stubEnv("ACME_API_KEY", "");
    const acme = createAcme(server.url, { auth: {} });
    vi.unstubAllEnvs();
    await expect(acme.getKey({ id: 1 })).rejects.toThrow("no credential for this call");
    const sealed = {
      get env(): never {
        throw new Error("permission denied");
      },
    };
    for (const platform of [undefined, {}, sealed]) {
      vi.stubGlobal("process", platform);
      const made = createAcme(server.url, { auth: {} });
      vi.unstubAllGlobals();
      await expect(made.getKey({ id: 1 })).rejects.toThrow("no credential for this call");
    }
  });

  test("a function, asked for every call", async () => {
    server.on("/keys/1", json({}));
    let count = 0;
    const acme = createAcme(server.url, { auth: { bearerAuth: async () => `key-${++count}` } });
    await acme.getKey({ id: 1 });
    await acme.getKey({ id: 1 });
    expect(server.log.map(({ headers }) => headers.authorization)).toEqual(["Bearer key-1", "Bearer key-2"]);
  });

  test("a function that fails is a ConfigError, one that hangs times out", async () => {
    const failing = createAcme(server.url, {
      auth: {
        bearerAuth: () => {
          throw new Error("vault is sealed");
        },
      },
    });
    await expect(failing.getKey({ id: 1 })).rejects.toMatchObject({
      name: "ConfigError",
      message: "GET /keys/{id} -> auth.bearerAuth: the function that provides it failed",
      cause: new Error("vault is sealed"),
    });
    const hanging = createAcme(server.url, {
      auth: { bearerAuth: () => new Promise(() => {}) },
      timeoutMs: 50,
    });
    await expect(hanging.getKey({ id: 1 })).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("a function gets one chance to give another key after a 401", async () => {
    const asked: unknown[] = [];
    const keys = ["old-key", "new-key"];
    const acme = createAcme(server.url, {
      auth: {
        bearerAuth: ({ refused }: { refused?: string }) => {
          asked.push(refused);
          return keys.shift() ?? "new-key";
        },
      },
    });
    server.on("/keys", status(401), json({ name: "made" }));
    expect(await acme.createKey({ body: {} })).toEqual({ name: "made" });
    expect(asked).toEqual([undefined, "old-key"]);
    server.on("/keys", status(401));
    await expect(acme.createKey({ body: {} })).rejects.toMatchObject({ status: 401 });
    expect(server.log).toHaveLength(4);
    server.on("/keys", status(401));
    await expect(createAcme(server.url).createKey({ body: {} })).rejects.toMatchObject({ status: 401 });
    expect(server.log).toHaveLength(5);
  });
});

test("a renewal after a 401 costs no retry, and sends no stream again", async () => {
  const acme = createAcme(server.url, { auth: { bearerAuth: async () => "key" } });
  const busy = status(503, { "retry-after-ms": "1" });
  server.on("/keys/1", busy, status(401), busy, json({ name: "deploy" }));
  const { meta } = await acme.getKey({ id: 1 }).withResponse();
  expect(meta.attempts).toBe(4);
  server.on("/keys/2", status(401));
  const body = new Blob(["a"]).stream();
  const refused = acme.putKey({ id: "2", body }, { headers: { "content-type": "text/plain" } });
  await expect(refused).rejects.toMatchObject({ status: 401 });
  expect(server.arrivals("/keys/2")).toHaveLength(1);
});

describe("what cannot travel is refused when the client is made", () => {
  test.each(["", "key\nx-evil: 1", "key\r", " key", "key ", "kéy", "k\0y", 7])("%j", (key) => {
    let error: unknown;
    try {
      createAcme(server.url, { auth: { bearerAuth: key } });
    } catch (reason) {
      error = reason;
    }
    expect(error).toBeInstanceOf(ConfigError);
  });

  test("basic without a colon or with control characters, an unknown scheme", () => {
    for (const one of ["user", "us\0er:password", "user:pass\nword", "user:half\ud800half", 7])
      expect(() => client({ one: basic() }, { one })).toThrow("auth.one must be user:password");
    expect(() => createAcme(server.url, { auth: { bearer: "x" } })).toThrow(
      "acme: unknown credential auth.bearer, expected auth.bearerAuth",
    );
  });

  test("and is not repeated", () => {
    let error: unknown;
    try {
      createAcme(server.url, { auth: { bearerAuth: `${secret}\nx` } });
    } catch (reason) {
      error = reason;
    }
    expect(error).toMatchObject({
      message: "auth.bearerAuth must be printable ASCII, without line breaks or spaces around it",
    });
    expect(inspect(error)).not.toContain(secret);
  });

  test("what a function gives is judged too", async () => {
    const acme = createAcme(server.url, { auth: { bearerAuth: () => "line\nbreak" } });
    const error: unknown = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect(inspect(error)).not.toContain("line\\nbreak");
  });
});

test("no walk over a client finds a secret", () => {
  const acme: Acme = createAcme(server.url);
  const engine = Object.getOwnPropertySymbols(acme).map((symbol) => Reflect.get(acme, symbol));
  expect(JSON.stringify(acme)).not.toContain(secret);
  expect(inspect(acme, { depth: 20, showHidden: true })).not.toContain(secret);
  expect(inspect(engine, { depth: 20, showHidden: true })).not.toContain(secret);
});

test("of the many tokens that providers gave, those of late are redacted, and memory is bounded", () => {
  const redactor = new Redactor({});
  void new Credentials({ name: "acme", schemes: { one: bearer() } }, { one: secret }, redactor);
  const tokens = Array.from({ length: 1_000 }, (_, count) => `<token-${count}>`);
  for (const token of tokens) redactor.remember(token);
  const kept = tokens.filter((token) => redactor.text(token) === "[redacted]");
  expect(kept).toEqual(expect.arrayContaining(["<token-999>", "<token-960>"]));
  // Each has three forms.
  expect(kept.length).toBeLessThanOrEqual(101);
  expect(redactor.text(secret)).toBe("[redacted]");
});
