import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { ConfigError, createApiClient, selectServer } from "../src/index.ts";
import { type Acme, type AcmeClient, createAcme, definition, getKey, secret } from "./acme.ts";
import { type FaultServer, json, startFaultServer, status } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => {
  server.log.length = 0;
  server.on("/keys/1", json({ name: "deploy" }));
  acme = createAcme(server.url);
});
afterAll(() => server.close());

const tag = { onRequest: ({ request }: { request: Request }) => void request.headers.set("x-seen", "yes") };
const seen = (): unknown[] => server.log.map(({ headers }) => headers["x-seen"]);

describe("withOptions", () => {
  test("changes no options that were given, nor what others are derived from", async () => {
    server.on("/keys/1", status(503, { "retry-after-ms": "1" }));
    const given = { baseUrl: server.url, headers: { "x-tag": "1" }, auth: { bearerAuth: secret } };
    const before = structuredClone(given);
    const client = createApiClient<AcmeClient>(definition, given);
    const derived = client.withOptions({ maxRetries: 0, headers: { "x-tag": "2" } });
    expect(given).toEqual(before);
    await getKey(derived, { id: 1 }).safe();
    expect(server.log).toHaveLength(1);
    await getKey(client.withOptions({}), { id: 1 }).safe();
    expect(server.log).toHaveLength(4);
    expect(server.log.map(({ headers }) => headers["x-tag"])).toEqual(["2", "1", "1", "1"]);
  });

  test("can remove a header of its client, and one that every client sends", async () => {
    const tagged = createAcme(server.url, { headers: { "X-Tag": "1", "x-kept": "1" } });
    const bare = tagged.withOptions({ headers: { "x-tag": null, Accept: null, "x-none": undefined } });
    await bare.getKey({ id: 1 });
    await bare.GET("/keys/1");
    for (const { headers } of server.log) {
      expect(headers).toMatchObject({ "x-kept": "1" });
      for (const name of ["x-tag", "x-none"]) expect(headers).not.toHaveProperty(name);
      expect(headers["accept"]).not.toBe("application/json");
    }
  });

  test("makes a client whose middleware is its own", async () => {
    const derived = acme.withOptions({});
    derived.use(tag);
    await acme.getKey({ id: 1 });
    await acme.GET("/keys/1");
    expect(seen()).toEqual([undefined, undefined]);
    await derived.getKey({ id: 1 });
    expect(seen().at(-1)).toBe("yes");
  });

  test("does not bring back middleware that was ejected", async () => {
    acme.use(tag);
    acme.eject(tag);
    await acme.withOptions({}).getKey({ id: 1 });
    expect(seen()).toEqual([undefined]);
  });

  test("takes fetch, middleware, server and environment", async () => {
    const sent: string[] = [];
    const servers = selectServer([
      { url: "https://api.{tenant}.example", variables: { tenant: { default: "acme" } } },
      { name: "sandbox", url: "https://sandbox.example" },
    ]);
    const client = createApiClient<AcmeClient>(
      { ...definition, baseUrl: servers },
      { auth: { bearerAuth: secret } },
    );
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(new URL(request.url).host);
      return Response.json({});
    };
    const derived = client.withOptions({ fetch });
    await getKey(derived, { id: 1 });
    await getKey(derived.withOptions({ server: { tenant: "other" } }), { id: 1 });
    await getKey(derived.withOptions({ environment: "sandbox" }), { id: 1 });
    await getKey(derived.withOptions({ middleware: [() => Response.json({})] }), { id: 1 });
    expect(sent).toEqual(["api.acme.example", "api.other.example", "sandbox.example"]);
    expect(() => derived.withOptions({ environment: "moon" })).toThrow(ConfigError);
  });
});

test.each(["https://:pass@a.example", "https://user:@a.example", "http://0.0.0.0", "http://[::2]"])(
  "%s is no base URL",
  (baseUrl) => {
    expect(() => createAcme(baseUrl)).toThrow(ConfigError);
  },
);
