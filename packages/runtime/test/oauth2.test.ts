import { inspect } from "node:util";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import {
  ApiError,
  type ApiCall,
  type Client,
  clientCredentials,
  ConfigError,
  createApiClient,
  type Credential,
  operation,
  passwordFlow,
  bearer,
} from "../src/index.ts";
import {
  type FaultServer,
  json,
  redirect,
  silence,
  slow,
  startFaultServer,
  status,
  text,
} from "./fault-server.ts";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => {
  server.log.length = 0;
  server.on("/call", status(204));
});
afterAll(() => server.close());

type Any = Client<string>;
const call = operation<(client: Any) => ApiCall<void>>({ id: "call", method: "GET", path: "/call" });

function client(credential: Credential, options = {}): Any {
  const definition = {
    name: "acme",
    schemes: { oauth: bearer({ tokenUrl: "/auth/token" }) },
    security: [["oauth"]],
  };
  return createApiClient<Any>(definition, { baseUrl: server.url, auth: { oauth: credential }, ...options });
}

const flow = { clientId: "id", clientSecret: "s3cret+/", tokenUrl: undefined };
const token = (value: string, expires?: number) =>
  json({ access_token: value, token_type: "bearer", ...(expires !== undefined && { expires_in: expires }) });
const sent = (): unknown[] => server.arrivals("/call").map(({ headers }) => headers.authorization);

test("client credentials: a token is got once and kept", async () => {
  server.on("/auth/token", token("t-1", 3600));
  const acme = client(
    clientCredentials({ clientId: flow.clientId, clientSecret: flow.clientSecret, scope: "keys" }),
  );
  await call(acme);
  await call(acme);
  expect(sent()).toEqual(["Bearer t-1", "Bearer t-1"]);
  expect(server.arrivals("/auth/token")).toMatchObject([
    {
      method: "POST",
      body: "grant_type=client_credentials&scope=keys",
      headers: {
        authorization: `Basic ${btoa("id:s3cret%2B%2F")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
    },
  ]);
});

test("the client's id and secret can travel in the form", async () => {
  server.on("/auth/token", token("t-1"));
  await call(client(clientCredentials({ clientId: "id", clientSecret: "secret", clientIn: "body" })));
  const [arrival] = server.arrivals("/auth/token");
  expect(arrival?.body).toBe("grant_type=client_credentials&client_id=id&client_secret=secret");
  expect(arrival?.headers).not.toHaveProperty("authorization");
});

test("password: user and password in the form", async () => {
  server.on("/elsewhere", token("t-1"));
  await call(
    client(
      passwordFlow({ username: "ada", password: "pässword", tokenUrl: `${server.url}/elsewhere?tenant=1` }),
    ),
  );
  expect(server.arrivals("/elsewhere")[0]).toMatchObject({
    url: "/elsewhere?tenant=1",
    body: "grant_type=password&username=ada&password=p%C3%A4ssword",
  });
  expect(sent()).toEqual(["Bearer t-1"]);
});

test("calls at the same time share one token request", async () => {
  server.on("/auth/token", slow(30, token("t-1")), token("t-2"));
  const acme = client(clientCredentials({ clientId: "id", clientSecret: "secret" }));
  await Promise.all(Array.from({ length: 10 }, () => call(acme)));
  expect(server.arrivals("/auth/token")).toHaveLength(1);
});

test("a refused token is replaced once, by one request for all", async () => {
  server.on("/auth/token", token("old", 3600), slow(20, token("new", 3600)), token("newer"));
  const acme = client(clientCredentials({ clientId: "id", clientSecret: "secret" }));
  await call(acme);
  server.on("/call", (response, { headers }) => {
    response.writeHead(headers.authorization === "Bearer new" ? 204 : 401).end();
  });
  await Promise.all(Array.from({ length: 5 }, () => call(acme)));
  expect(server.arrivals("/auth/token")).toHaveLength(2);
  server.on("/call", status(401));
  await expect(call(acme)).rejects.toMatchObject({ status: 401, operationId: "call" });
  expect(server.arrivals("/auth/token")).toHaveLength(3);
});

test("a token is replaced before it expires", async () => {
  server.on("/auth/token", token("short", 0.1), token("long", 3600));
  const acme = client(clientCredentials({ clientId: "id", clientSecret: "secret" }));
  await call(acme);
  await new Promise((done) => setTimeout(done, 80));
  await call(acme);
  expect(sent()).toEqual(["Bearer short", "Bearer long"]);
});

test("a token that lives shorter than that is kept for half its life", async () => {
  server.on("/auth/token", token("t-1", 20), token("t-2"));
  const acme = client(clientCredentials({ clientId: "id", clientSecret: "secret" }));
  await call(acme);
  await call(acme);
  expect(server.arrivals("/auth/token")).toHaveLength(1);
});

test("a token is asked for with the client's fetch, and again when the server is busy", async () => {
  server.on("/auth/token", status(503, { "retry-after-ms": "1" }), token("t-1"));
  const paths: string[] = [];
  const through = (request: Request, init: RequestInit): Promise<Response> => {
    paths.push(new URL(request.url).pathname);
    return fetch(request, init);
  };
  await call(client(clientCredentials({ clientId: "id", clientSecret: "secret" }), { fetch: through }));
  expect(paths).toEqual(["/auth/token", "/auth/token", "/call"]);
});

test("one provider serves clients of two servers, and gives none the token of the other", async () => {
  const other = await startFaultServer();
  server.on("/auth/token", token("t-here", 3600));
  other.on("/auth/token", token("t-there", 3600));
  other.on("/call", status(204));
  const provider = clientCredentials({ clientId: "id", clientSecret: "secret" });
  const here = client(provider);
  await call(here);
  await call(here.withOptions({ baseUrl: other.url }));
  await call(here);
  expect(sent()).toEqual(["Bearer t-here", "Bearer t-here"]);
  expect(other.arrivals("/call").map(({ headers }) => headers.authorization)).toEqual(["Bearer t-there"]);
  await other.close();
});

test.each(["3600", null, "soon"])(
  "a lifetime of %j does not make a token stale at once",
  async (lifetime) => {
    server.on("/auth/token", json({ access_token: "t-1", expires_in: lifetime }), token("t-2"));
    const acme = client(clientCredentials({ clientId: "id", clientSecret: "secret" }));
    await call(acme);
    await call(acme);
    expect(sent()).toEqual(["Bearer t-1", "Bearer t-1"]);
  },
);

test("a failed token request is the call's failure, and is tried again by the next call", async () => {
  server.on("/auth/token", json({ error: "invalid_client", client_secret: "hush" }, 400), token("t-1"));
  const acme = client(clientCredentials({ clientId: "id", clientSecret: "hush-hush" }));
  const error = await call(acme).catch((reason: unknown) => reason);
  // It is no answer to the call, and its status none of the operation's.
  expect(error).toBeInstanceOf(ConfigError);
  expect(error).toMatchObject({
    message: "GET /call -> auth.oauth: POST /auth/token -> 400",
    cause: { status: 400, body: { error: "invalid_client" } },
  });
  expect((error as ConfigError).cause).toBeInstanceOf(ApiError);
  expect(inspect(error)).not.toContain("hush");
  await call(acme);
  expect(sent()).toEqual(["Bearer t-1"]);
});

test.each([
  ["no token in the answer", json({}), "no access_token in the answer"],
  ["HTML", text("<html>", "text/html"), "found text/html"],
  [
    "a redirect, which is not followed",
    redirect(307, "/call"),
    "/auth/token -> 307: redirects are errors here",
  ],
])("%s is an error", async (_, answer, message) => {
  server.on("/auth/token", answer);
  await expect(call(client(clientCredentials({ clientId: "id", clientSecret: "secret" })))).rejects.toThrow(
    message,
  );
  expect(server.arrivals("/call")).toHaveLength(0);
});

test("a token endpoint that is silent times out by itself", async () => {
  server.on("/auth/token", silence);
  const acme = client(clientCredentials({ clientId: "id", clientSecret: "secret", timeoutMs: 50 }), {
    maxRetries: 0,
  });
  await expect(call(acme)).rejects.toMatchObject({
    cause: { name: "TimeoutError", timeoutMs: 50 },
  });
});

test("a caller who gives up does not take the token from the others", async () => {
  server.on("/auth/token", slow(200, token("t-1")), token("t-2"));
  const provider = clientCredentials({ clientId: "id", clientSecret: "secret" });
  await expect(call(client(provider, { timeoutMs: 50 }))).rejects.toMatchObject({ name: "TimeoutError" });
  await call(client(provider));
  expect(server.arrivals("/auth/token")).toHaveLength(1);
});

test("secrets go nowhere unencrypted", async () => {
  const provider = clientCredentials({
    clientId: "id",
    clientSecret: "secret",
    tokenUrl: "http://auth.acme.example/token",
  });
  const unsafe = call(client(provider));
  await expect(unsafe).rejects.toBeInstanceOf(ConfigError);
  await expect(unsafe).rejects.toThrow("OAuth2: tokenUrl must be an absolute https: (or loopback) URL");
});
